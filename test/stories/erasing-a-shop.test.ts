import { NoAccess, type ShutOut, Unreachable } from '../../app/errors';
import type { Shopify } from '../../app/ports';
import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import { DAYS, eventsOf, HOURS, MINUTES } from '../support/story';

/** What Shopify answers to every call while it isn't null. */
function aDoor() {
  const state: { answer: ShutOut | 'unreachable' | null } = { answer: null };
  const shut = (): Error =>
    state.answer === 'unreachable'
      ? new Unreachable('Shopify is not there')
      : new NoAccess('Shopify refused access', state.answer ?? 'refused');
  const shopify = (port: Shopify): Shopify => ({
    ...port,
    readShop: (shop) => (state.answer === null ? port.readShop(shop) : Promise.reject(shut())),
  });
  return { state, between: { shopify } };
}

const isThere = async (shop: Harness): Promise<boolean> =>
  (await shop.store.read(shop.shopId, (tx) => tx.loadShop())) !== null;
const noticesOf = async (shop: Harness) =>
  (await shop.store.read(shop.shopId, (tx) => tx.notices())).map(({ kind }) => kind);
const asksToErase = (shop: Harness): void => shop.hint({ kind: 'redact-shop' });

describe('Shopify asks to erase a shop', () => {
  it('that has left: an hour later nothing of it is kept', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.uninstall();
    await shop.advance(DAYS(2));
    asksToErase(shop);
    await shop.advance(MINUTES(50));
    expect(await isThere(shop)).toBe(true);
    await shop.advance(MINUTES(15));
    expect(await isThere(shop)).toBe(false);
    expect(await shop.caseOf(order.id)).toBeNull();
    expect(await shop.desk.nextDueAt()).toBeNull();
  });

  it('that has come back: nothing is erased, the customer is served, and the staff are told', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    shop.uninstall();
    await shop.advance(HOURS(20));
    await shop.reinstall();
    await shop.advance(HOURS(26));
    asksToErase(shop);
    await shop.advance(HOURS(2));
    expect(await isThere(shop)).toBe(true);
    expect(await noticesOf(shop)).toEqual(['erasure-asked']);
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    expect(await eventsOf(shop, order)).toContain('captured 20.00');
  });

  it('that comes back within the hour: nothing is erased', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    shop.uninstall();
    await shop.advance(DAYS(2));
    asksToErase(shop);
    await shop.advance(MINUTES(30));
    await shop.reinstall();
    await shop.advance(HOURS(2));
    expect(await isThere(shop)).toBe(true);
  });

  it('of whose end no webhook ever came: its access says so twice, and it is erased', async () => {
    const door = aDoor();
    const shop = await aShop().under({ between: door.between }).opens('2026-03-02 10:00');
    door.state.answer = 'not-found';
    asksToErase(shop);
    await shop.advance(MINUTES(50));
    expect(await isThere(shop)).toBe(true);
    await shop.advance(MINUTES(15));
    expect(await isThere(shop)).toBe(false);
  });

  it.each(['frozen', 'forbidden', 'locked', 'closed', 'no-token', 'unreachable'] as const)(
    'of which Shopify says only “%s”: it is kept, asked again, and decided within 30 days',
    async (answer) => {
      const door = aDoor();
      const shop = await aShop().under({ between: door.between }).opens('2026-03-02 10:00');
      door.state.answer = answer;
      asksToErase(shop);
      await shop.advance(DAYS(28));
      expect(await isThere(shop)).toBe(true);
      await shop.advance(DAYS(2));
      expect(await isThere(shop)).toBe(false);
    },
  );

  it('that was frozen for a week and is open again: nothing is erased', async () => {
    const door = aDoor();
    const shop = await aShop().under({ between: door.between }).opens('2026-03-02 10:00');
    door.state.answer = 'frozen';
    asksToErase(shop);
    await shop.advance(DAYS(7));
    door.state.answer = null;
    await shop.advance(DAYS(30));
    expect(await isThere(shop)).toBe(true);
    expect(await noticesOf(shop)).toEqual(['erasure-asked']);
  });
});
