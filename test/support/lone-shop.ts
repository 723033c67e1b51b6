import { addMs } from '../../app/domain/calendar';
import type { Fact } from '../../app/domain/history';
import { ShopId } from '../../app/domain/ids';
import { type Money, money } from '../../app/domain/money';
import type { OrderSnapshot } from '../../app/domain/order';
import { type Checkout, createShop, type PlacedOrder, type ShopSetup } from './shop';

export const MAPLE = ShopId.parse('maple.myshopify.com');
const NOON = new Date('2026-03-02T12:00:00Z');

/** The simulated shop alone, without the app: a clock to move, and the books to read. */
export function aLoneShop(change: Partial<ShopSetup> = {}) {
  const store: ShopSetup = {
    timezone: 'America/New_York',
    currency: 'USD',
    captureMode: 'manual',
    plus: false,
    statedShippingDays: 30,
    readAllOrders: true,
    capturesPend: false,
    ...change,
  };
  let now = NOON;
  const shopify = createShop(store, { now: () => now, hint: () => undefined });
  const advance = (ms: number): void => {
    const until = addMs(now, ms);
    for (
      let next = shopify.nextOwnAct();
      next !== null && next <= until;
      next = shopify.nextOwnAct()
    ) {
      now = next;
      shopify.actUntil(now);
    }
    now = until;
  };
  const read = async (order: PlacedOrder): Promise<OrderSnapshot> => {
    const snapshot = await shopify.port.readOrder(MAPLE, order.id);
    if (snapshot === null) throw new Error('The order is not there');
    return snapshot;
  };
  return {
    ...shopify.controls,
    port: shopify.port,
    now: () => now,
    advance,
    read,
    /** An order with its fulfillment orders. */
    placed: (checkout: Checkout): PlacedOrder =>
      shopify.controls.place({ routedAfterMs: 0, ...checkout }),
    cash: (amount: string): Money => money(amount, store.currency),
    facts: (kind: Fact['kind']): Fact[] => shopify.truth.filter((fact) => fact.kind === kind),
  };
}
export type LoneShop = ReturnType<typeof aLoneShop>;

/** The only one of a list that has to have one. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`${list.length} instead of one`);
  return first;
}
