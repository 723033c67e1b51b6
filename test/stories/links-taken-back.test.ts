import { answerChoice, viewChoice } from '../../app/use-cases/choices';
import { stopLinks } from '../../app/use-cases/merchant-acts';
import { panelCase } from '../../app/use-cases/panel-case';
import { ANNA, aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { brokenPromises, DAYS, HOURS, linkOf } from '../support/story';

async function someoneWaits(email = ANNA) {
  const shop = await aShop().opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG').from(email));
  await shop.advance(HOURS(1));
  const link = linkOf(shop, order);
  const works = async (token = link): Promise<boolean> =>
    (await viewChoice(shop.deps, token)) !== null;
  const cancels = async (token = link): Promise<string> =>
    (
      await answerChoice(shop.deps, token, {
        action: 'cancel',
        lineIds: order.lines.map((l) => l.id),
      })
    ).kind;
  return { shop, order, link, works, cancels };
}
const linksIn = async (shop: Harness, order: { id: Parameters<Harness['caseOf']>[0] }) =>
  (await panelCase(shop.deps, shop.shopId, order.id))?.hasLink;

describe('the address of an order was wrong and is put right', () => {
  it('the stranger’s link no longer shows the order, and cancels nothing', async () => {
    const { shop, order, works, cancels } = await someoneWaits('wrong@example.com');
    shop.shopify.changeAddress(order.id, 'right@example.com');
    await shop.advance(HOURS(1));
    expect(await works()).toBe(false);
    expect(await cancels()).toBe('no-such-link');
    await shop.advance(DAYS(8));
    expect(order.cancelledAt).toBeNull();
    const letter = shop.letters(order.id).findIndex(({ mail }) => mail.to === 'right@example.com');
    expect(await works(linkOf(shop, order, letter))).toBe(true);
  });

  it.each([
    ['is written otherwise', 'ANNA@example.com'],
    ['is not shown to us any more', null],
  ])('an address that %s takes no link back', async (_what, email) => {
    const { shop, order, works } = await someoneWaits();
    shop.shopify.changeAddress(order.id, email);
    await shop.advance(HOURS(1));
    expect(await works()).toBe(true);
  });
});

it('a customer whose key is another, since an encryption key was dropped, keeps their link', async () => {
  const { shop, order, works } = await someoneWaits();
  await shop.store.transact(shop.shopId, {}, async (tx) => {
    const value = await tx.loadCase(order.id);
    if (value !== null) await tx.saveCase({ ...value, customerKey: 'by the dropped key' });
  });
  shop.hint({ kind: 'look-at-order', orderId: order.id });
  await shop.advance(HOURS(1));
  expect((await shop.caseOf(order.id))?.customerKey).not.toBe('by the dropped key');
  expect(await works()).toBe(true);
});

describe('the staff stop a link', () => {
  it('it no longer works; what was chosen stays, and the next message brings another', async () => {
    const { shop, order, link, works, cancels } = await someoneWaits();
    const lineIds = order.lines.map((line) => line.id);
    await answerChoice(shop.deps, link, { action: 'keep', lineIds });
    expect(await linksIn(shop, order)).toBe(true);
    expect(await stopLinks(shop.deps, shop.shopId, order.id)).toEqual({ kind: 'done' });
    expect(await works()).toBe(false);
    expect(await cancels()).toBe('no-such-link');
    expect(await linksIn(shop, order)).toBe(false);
    const kept = await shop.caseOf(order.id);
    expect(kept?.lines[0]?.choice.kind).toBe('kept');
    const shown = await panelCase(shop.deps, shop.shopId, order.id);
    expect(shown?.timeline.map(({ what }) => what)).toContain(
      'The links that were mailed so far stopped working',
    );
    await shop.advance(DAYS(8));
    expect(await works(linkOf(shop, order, 1))).toBe(true);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

it('a customer who is erased: the links in their mails open nothing', async () => {
  const { shop, order, works, cancels } = await someoneWaits();
  await shop.desk.keepBody(shop.shopId, 'w-1', { customer: { email: ANNA }, orders_to_redact: [] });
  shop.hint({ kind: 'redact-customer', webhookId: 'w-1' });
  await shop.advance(HOURS(1));
  expect(await works()).toBe(false);
  expect(await cancels()).toBe('no-such-link');
  expect(await linksIn(shop, order)).toBe(false);
});
