import { Conflict } from '../../../app/errors';
import { CUSTOMER, OTHER, aCase, aMessage, at, order } from '../../support/store-rows';
import { onBothStores } from './on-both';

onBothStores('messages and links', (on) => {
  it('keeps what was said, and when this customer last got a word', async () => {
    await on.act(async (tx) => {
      await tx.keepMessage(aMessage());
      await tx.keepMessage(aMessage({ outcome: 'sent' }));
      await tx.keepMessage(aMessage({ orderId: order(2), at: at('03T12:00'), outcome: 'unclear' }));
      await tx.keepMessage(aMessage({ orderId: order(3), at: at('04T12:00'), outcome: 'refused' }));
      await tx.keepMessage(
        aMessage({ orderId: order(4), at: at('05T12:00'), customerKey: 'other' }),
      );
    });
    expect(await on.see((tx) => tx.messages(order(1)))).toEqual([aMessage({ outcome: 'sent' })]);
    expect(await on.see((tx) => tx.lastWordTo(CUSTOMER))).toEqual(at('03T12:00'));
    expect(await on.see((tx) => tx.lastWordTo('nobody'))).toBeNull();
  });

  it('finds the orders of a customer by their cases and messages', async () => {
    await on.act(async (tx) => {
      await tx.keepMessage(aMessage({ orderId: order(2) }));
      await tx.saveCase(aCase(order(1), { customerKey: CUSTOMER }));
      await tx.saveCase(aCase(order(2), { customerKey: CUSTOMER }));
      await tx.saveCase(aCase(order(3), { customerKey: 'other' }));
      await tx.keepMessage(aMessage({ orderId: order(4), customerKey: '' }));
    });
    expect(await on.see((tx) => tx.ordersOfCustomer(CUSTOMER))).toEqual([order(1), order(2)]);
    expect(await on.see((tx) => tx.ordersOfCustomer(''))).toEqual([]);
    expect(await on.see((tx) => tx.ordersOfCustomer(CUSTOMER), OTHER)).toEqual([]);
  });

  it('finds a choice link by its id', async () => {
    const link = { id: 'f00', orderId: order(1), generation: 2, expiresAt: at('30T12:00') };
    await on.act((tx) => tx.addChoiceLink(link));
    expect(await on.see((tx) => tx.choiceLink('f00'))).toEqual(link);
    expect(await on.see((tx) => tx.choiceLink('f01'))).toBeNull();
    const later = { ...link, id: 'e00', expiresAt: at('31T12:00') };
    await on.act((tx) => tx.addChoiceLink(later));
    await on.act((tx) => tx.addChoiceLink({ ...link, id: 'f02', orderId: order(2) }));
    expect(await on.see((tx) => tx.choiceLinks(order(1)))).toEqual([link, later]);
    await expect(on.act((tx) => tx.addChoiceLink(link))).rejects.toThrow(Conflict);
  });
});
