import { ShopId } from '../../../app/domain/ids';
import { at, SHOP } from '../../support/store-rows';
import { onBothStores } from './on-both';

const OTHER = ShopId.parse('other.myshopify.com');

onBothStores('notices', (on) => {
  it('one is raised once, and keeps the time of its first', async () => {
    await on.act((tx) => tx.raiseNotice('fulfills-by-itself', at('02T10:00')));
    await on.act((tx) => tx.raiseNotice('fulfills-by-itself', at('03T10:00')));
    expect(await on.see((tx) => tx.notices())).toEqual([
      { kind: 'fulfills-by-itself', since: at('02T10:00'), dismissedAt: null },
    ]);
    expect(await on.see((tx) => tx.notices(), OTHER)).toEqual([]);
  });

  it('one that was dismissed stays so, also when it is raised again', async () => {
    await on.act((tx) => tx.raiseNotice('fulfills-by-itself', at('02T10:00')));
    await on.act((tx) => tx.dismissNotice('fulfills-by-itself', at('02T11:00')));
    await on.act((tx) => tx.dismissNotice('fulfills-by-itself', at('02T12:00')));
    await on.act((tx) => tx.raiseNotice('fulfills-by-itself', at('03T10:00')));
    expect(await on.see((tx) => tx.notices())).toEqual([
      { kind: 'fulfills-by-itself', since: at('02T10:00'), dismissedAt: at('02T11:00') },
    ]);
  });

  it('one whose cause is gone is raised anew when that comes back', async () => {
    await on.act((tx) => tx.raiseNotice('no-order-access', at('02T10:00')));
    await on.act((tx) => tx.endNotice('no-order-access'));
    expect(await on.see((tx) => tx.notices())).toEqual([]);
    await on.act((tx) => tx.raiseNotice('no-order-access', at('03T10:00')));
    expect(await on.see((tx) => tx.notices())).toEqual([
      { kind: 'no-order-access', since: at('03T10:00'), dismissedAt: null },
    ]);
  });

  it('none is left of a shop that is erased', async () => {
    await on.act((tx) => tx.raiseNotice('no-order-access', at('02T10:00')));
    await on.store.redactShop(SHOP);
    expect(await on.see((tx) => tx.notices())).toEqual([]);
  });
});
