import { live, partWith, short, unitsOf, type Bench } from '../bench';
import { HOLD, RELEASE } from '../shopify/fulfillment';
import type { FulfillmentOrder, Order } from '../shopify/read-order';
import type { Product } from '../things';
import type { Notes, Question } from './question';

const CHANGE = 'Correct what a release does: the simulator, and how the app follows parts.';

/** "123456 OPEN 2, 123457 CLOSED 0", the oldest first. */
const describe = (order: Order): string =>
  [...order.fulfillmentOrders]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((part) => `${short(part.id)} ${part.status} ${unitsOf(part)}`)
    .join(', ');

async function hold(
  bench: Bench,
  part: FulfillmentOrder,
  handle: string,
  unit?: Product,
): Promise<void> {
  const line = part.lineItems.find(({ sku }) => sku === unit?.sku);
  await bench.parts.admin.must(HOLD, {
    id: part.id,
    hold: {
      reason: 'INVENTORY_OUT_OF_STOCK',
      handle,
      ...(line ? { fulfillmentOrderLineItems: [{ id: line.id, quantity: 1 }] } : {}),
    },
  });
}

const release = (bench: Bench, part: FulfillmentOrder) =>
  bench.parts.admin.must(RELEASE, {
    id: part.id,
    holds: part.fulfillmentHolds.map(({ id }) => id),
  });

const heldParts = (order: Order): FulfillmentOrder[] =>
  live(order)
    .filter(({ status }) => status === 'ON_HOLD')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

async function releaseAll(bench: Bench, order: Order): Promise<void> {
  for (const part of heldParts(order)) await release(bench, part);
}

async function holdTheRest(bench: Bench, order: Order, handle: string): Promise<void> {
  for (const part of live(order)) if (part.status !== 'ON_HOLD') await hold(bench, part, handle);
}

/** Does something with the parts, and says how they stand afterwards and which webhooks came. */
async function step(
  bench: Bench,
  notes: Notes,
  id: string,
  what: string,
  act: () => Promise<unknown>,
): Promise<Order> {
  const place = bench.parts.deliveries.here();
  await act();
  await bench.parts.wait(3);
  const order = await bench.read(id);
  const came = bench.parts.deliveries.countsSince(place);
  notes.look({
    what,
    expected: '',
    found: `${describe(order)}; webhooks: ${came}`,
    same: null,
    change: '',
  });
  return order;
}

/** Which part is left shows when the newer one is released into the older one. Out: the order afterwards. */
async function askSurvivor(
  bench: Bench,
  notes: Notes,
  before: Order,
  merged: boolean,
): Promise<Order> {
  const { shelf } = bench.parts;
  const { id } = before;
  let order = await step(bench, notes, id, 'two parts on hold, one after the other', async () => {
    await hold(bench, partWith(before, shelf.plenty), 'probe-2', shelf.plenty);
    await holdTheRest(bench, await bench.read(id), 'probe-3');
  });
  const [older] = heldParts(order);
  order = await step(bench, notes, id, 'the older of them released', () =>
    older ? release(bench, older) : Promise.resolve(),
  );
  order = await step(bench, notes, id, 'then the newer', () => releaseAll(bench, order));
  const survivors = live(order);
  if (merged && older && survivors.length === 1) {
    const isOlder = survivors[0]?.id === older.id;
    notes.look({
      what: 'the part that is left',
      expected: 'the older one',
      found: isOlder ? 'the older one' : 'the newer one',
      change: CHANGE,
    });
    notes.set('oldestSurvivesMerge', isOlder);
  } else notes.missed('oldestSurvivesMerge', 'nothing was merged');
  return order;
}

export const releaseMerges: Question = {
  number: 4,
  title: 'Does releasing a hold merge the parts of an order again?',
  writes: '1 test order of 2 + 1 units; holds on its units, released',
  async ask(bench, notes) {
    const { things, shelf } = bench.parts;
    const lines = [
      { product: shelf.plenty, quantity: 2 },
      { product: shelf.missing, quantity: 1 },
    ];
    const { id } = await things.order({ lines });
    const start = await bench.routed(id);
    const first = partWith(start, shelf.plenty);
    let order = await step(bench, notes, id, 'one unit of three on hold', () =>
      hold(bench, first, 'probe-1', shelf.plenty),
    );
    order = await step(bench, notes, id, 'released again', () => releaseAll(bench, order));
    const merged = live(order).length === 1;
    notes.look({
      what: 'parts after the release',
      expected: '1',
      found: String(live(order).length),
      change: CHANGE,
    });
    notes.set('releaseMerges', merged);

    order = await askSurvivor(bench, notes, order, merged);
    order = await step(bench, notes, id, 'everything on hold', () =>
      holdTheRest(bench, order, 'probe-4'),
    );
    order = await step(bench, notes, id, 'everything released', () => releaseAll(bench, order));
    await step(bench, notes, id, 'one unit on hold again', () =>
      hold(bench, partWith(order, shelf.plenty), 'probe-5', shelf.plenty),
    );
  },
};
