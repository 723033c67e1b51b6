import { lineWith, live, partWith, unitsOf, type Bench } from '../bench';
import { CANCEL_PARCEL, SHIP } from '../shopify/fulfillment';
import { CANCEL, REFUND } from '../shopify/money';
import type { Level } from '../shopify/goods';
import type { Product } from '../things';
import type { Notes, Question } from './question';

const sumUp = (levels: readonly Level[]): string =>
  levels
    .map(
      (level) =>
        `available ${level.available}, committed ${level.committed}, on hand ${level.onHand}`,
    )
    .join(' | ');
const at = (levels: readonly Level[], place: string): Level =>
  levels.find(({ location }) => location === place) ?? {
    location: place,
    available: 0,
    committed: 0,
    onHand: 0,
  };

/** Does something with the stock. Out: the level at the main place afterwards. */
async function step(
  bench: Bench,
  notes: Notes,
  product: Product,
  what: string,
  expected: string,
  act: () => Promise<unknown>,
): Promise<Level> {
  const place = bench.parts.deliveries.here();
  await act();
  await bench.parts.wait(4);
  const level = at(await bench.levels(product), bench.parts.shelf.main.name);
  const updates = bench.parts.deliveries
    .since(place)
    .filter(({ topic }) => topic === 'inventory_levels/update').length;
  notes.look({
    what,
    expected,
    found: sumUp([level]),
    change: "Correct the shelf's arithmetic.",
  });
  if (bench.parts.deliveries.listening)
    notes.look({
      what: `inventory_levels/update, ${what}`,
      expected: '',
      found: String(updates),
      same: null,
      change: '',
    });
  return level;
}

async function askRemovals(bench: Bench, notes: Notes, product: Product): Promise<void> {
  const { things, admin, shelf, id: newId } = bench.parts;
  const take = (what: string, expected: string, act: () => Promise<unknown>): Promise<Level> =>
    step(bench, notes, product, what, expected, act);
  let id = '';
  await take('3 bought of stock 1', 'available -2, committed 3, on hand 1', async () => {
    ({ id } = await things.order({ lines: [{ product, quantity: 3 }] }));
  });
  const order = await bench.routed(id);
  notes.look({
    what: 'the location that the order is assigned to',
    expected: shelf.main.name,
    found: partWith(order, product).assignedLocation.location?.name ?? 'none',
    change: 'Correct how the simulator assigns a location.',
  });
  const restocked = await take(
    'one taken off by an edit, restocked',
    'available -1, committed 2, on hand 1',
    () => bench.edit(order, product, 2, true),
  );
  const unstocked = await take(
    'one taken off by an edit, not restocked',
    'available -1, committed 1, on hand 0',
    () => bench.edit(order, product, 1, false),
  );
  notes.set('unstockedLeave', unstocked.onHand < restocked.onHand);
  await admin.must(REFUND, {
    key: newId(),
    input: {
      orderId: id,
      refundLineItems: [
        { lineItemId: lineWith(order, product).id, quantity: 1, restockType: 'NO_RESTOCK' },
      ],
    },
  });
  const refunded = await bench.read(id);
  notes.look({
    what: 'units left to fulfill after a NO_RESTOCK refund of the last one',
    expected: '1',
    found: String(live(refunded).reduce((sum, part) => sum + unitsOf(part), 0)),
    change: 'Such a refund takes units out of fulfillment: they need no hold.',
  });
  notes.look({
    what: 'current quantity after it',
    expected: '0',
    found: String(lineWith(refunded, product).currentQuantity),
    change: 'Count what a NO_RESTOCK refund took off by another field.',
  });
}

export const shelfArithmetic: Question = {
  number: 7,
  title: 'What do sales, edits, refunds, cancellations and parcels do to the stock?',
  writes: '1 product and 3 test orders of it; edits, a refund, a cancellation, a parcel',
  async ask(bench, notes) {
    const { things, admin, shelf } = bench.parts;
    const product = await things.product('Probe, one in stock', [
      { at: shelf.main.id, quantity: 1 },
      { at: shelf.second.id, quantity: 0 },
    ]);
    await askRemovals(bench, notes, product);

    const other = await things.product('Probe, two in stock', [{ at: shelf.main.id, quantity: 2 }]);
    const first = await things.order({ lines: [{ product: other, quantity: 1 }] });
    await step(
      bench,
      notes,
      other,
      'cancelled without restocking',
      'available 1, committed 0, on hand 1',
      async () => {
        await admin.must(CANCEL, { id: first.id, restock: false, refund: true });
        await bench.until(first.id, ({ cancelledAt }) => cancelledAt !== null, 40);
      },
    );
    const second = await things.order({ lines: [{ product: other, quantity: 1 }] });
    const part = partWith(await bench.routed(second.id), other);
    let parcel = '';
    await step(
      bench,
      notes,
      other,
      'one shipped',
      'available 0, committed 0, on hand 0',
      async () => {
        const sent = await admin.must(SHIP, {
          fulfillment: {
            notifyCustomer: false,
            lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: part.id }],
          },
        });
        parcel = sent.id;
      },
    );
    await step(
      bench,
      notes,
      other,
      'its parcel cancelled',
      'available 0, committed 1, on hand 1',
      () => admin.must(CANCEL_PARCEL, { id: parcel }),
    );
    const after = await bench.read(second.id);
    const old = after.fulfillmentOrders.find(({ id }) => id === part.id);
    notes.look({
      what: 'the fulfillment order of the cancelled parcel',
      expected: 'CLOSED 1, and a new one OPEN',
      found: `${old ? `${old.status} ${unitsOf(old)}` : 'gone'}, and ${
        live(after).some(({ id }) => id !== part.id) ? 'a new one OPEN' : 'no new one'
      }`,
      change: 'Correct which fulfillment order has the units of a cancelled parcel.',
    });
  },
};
