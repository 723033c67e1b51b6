import { z } from 'zod';
import type { Settings } from '../../../app/domain/settings';
import type { SimulatorClient } from '../../../simulator/stack/client';
import type { Stack } from '../../../simulator/stack/stack';
import type { Panel } from '../../../simulator/tour/staff';
import { chooseSettings } from '../../support/chosen-settings';
import { historyOf, lettersTo } from './in-words';

/* A shop of its own for one story, and what its people do. What came of it is read from ledger and mailbox alone. */

export interface Order {
  readonly orderId: string;
  readonly email: string;
  readonly lineIds: Readonly<Record<string, string>>;
}

export interface Store extends Panel {
  buys(wish: object, lines?: readonly string[]): Promise<Order>;
  /** A person in Shopify's admin, or the customer: "capture", "pay", "return". */
  does(order: Order, what: string, how?: object): Promise<void>;
  onHand(sku: string, units: number): Promise<void>;
  arrives(sku: string): Promise<void>;
  ships(order: Order): Promise<void>;
  /** The products of which units are on hold, as Shopify has it now. */
  held(order: Order): Promise<string[]>;
  fulfillmentOrders(order: Order): Promise<string[]>;
  paymentPage(order: Order): Promise<string>;
  /** What was done with the order, by anyone, and what its customer was told, as it happened. */
  events(order: Order): Promise<string[]>;
  /** The words of the order's newest letter. */
  newest(order: Order): Promise<string>;
}

export interface StoreWish {
  readonly name: string;
  /** Of the simulated shop: its plan, how it captures, what Shopify is taken to do. */
  readonly shop?: object;
  readonly settings?: Partial<Settings>;
}

const PRICES = { MUG: '20.00', TEA: '8.00' };

const Line = z.object({ id: z.string(), sku: z.string() });
const Shown = z.object({
  lines: z.array(Line),
  paymentUrl: z.string().nullable(),
  fulfillmentOrders: z.array(
    z.object({
      id: z.string(),
      holds: z.array(z.unknown()),
      lines: z.array(z.object({ lineId: z.string(), remaining: z.number() })),
    }),
  ),
});
const Placed = z.object({
  orderId: z.string(),
  lines: z.array(Line),
});

export async function openStore(
  sim: SimulatorClient,
  stack: Stack,
  { name, shop: how = {}, settings }: StoreWish,
): Promise<Store> {
  const shop = `${name}.myshopify.com`;
  await sim.post('/_sim/shops', { shop, ...how });
  if (settings !== undefined) await chooseSettings(stack, shop, settings);
  for (const [sku, price] of Object.entries(PRICES))
    await sim.post('/_sim/products', { shop, sku, price, available: 0 });
  let customers = 0;
  const look = async ({ orderId }: Order) =>
    Shown.parse(await sim.get<unknown>(`/_sim/orders/${encodeURIComponent(orderId)}`));
  return {
    sim,
    appUrl: stack.appUrl,
    shop,
    async buys(wish, skus = ['MUG']) {
      customers += 1;
      const email = `customer-${customers}@${name}.example`;
      const placed = await sim.post<unknown>('/_sim/orders', {
        shop,
        email,
        country: 'US',
        province: 'NY',
        routing: 'at-once',
        lines: skus.map((sku) => ({ sku, quantity: 1 })),
        ...wish,
      });
      const { orderId, lines } = Placed.parse(placed);
      return { orderId, email, lineIds: Object.fromEntries(lines.map((l) => [l.sku, l.id])) };
    },
    does: (order, what, body = {}) =>
      sim.post(`/_sim/orders/${encodeURIComponent(order.orderId)}/${what}`, body),
    onHand: (sku, units) => sim.post('/_sim/inventory', { shop, sku, set: units, of: 'on_hand' }),
    arrives: (sku) => sim.post('/_sim/inventory', { shop, sku, adjust: 1 }),
    ships: ({ orderId }) => sim.post('/_sim/fulfillments', { shop, orderId, notify: true }),
    async held(order) {
      const { lines, fulfillmentOrders } = await look(order);
      const units = fulfillmentOrders.filter((fo) => fo.holds.length > 0).flatMap((fo) => fo.lines);
      const waiting = units.filter(({ remaining }) => remaining > 0).map(({ lineId }) => lineId);
      return lines.filter(({ id }) => waiting.includes(id)).map(({ sku }) => sku);
    },
    fulfillmentOrders: async (order) =>
      (await look(order)).fulfillmentOrders.map(({ id }) => encodeURIComponent(id)),
    paymentPage: async (order) => (await look(order)).paymentUrl ?? 'no page',
    events: (order) => historyOf(sim, order),
    newest: async (order) => (await lettersTo(sim, order)).at(-1)?.text ?? '',
  };
}
