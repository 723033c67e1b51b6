import { lineWith, live, partWith, type Bench } from '../bench';
import { HOLD, RELEASE, SHIP } from '../shopify/fulfillment';
import { REFUND } from '../shopify/money';
import type { Order } from '../shopify/read-order';
import { captureAll } from './01-final-capture';
import type { Notes, Question } from './question';

const LATER_S = 20;
const captured = (order: Order): boolean =>
  order.transactions.some(({ kind }) => kind === 'CAPTURE');
const shippedUnits = (order: Order): number =>
  order.lineItems.reduce((sum, line) => sum + line.currentQuantity - line.unfulfilledQuantity, 0);
const yes = (is: boolean, word: string): string => (is ? word : `not ${word}`);

/** An order of one unit that is there and one that is missing and on hold. */
async function halfHeld(bench: Bench): Promise<Order> {
  const { things, admin, shelf } = bench.parts;
  const lines = [shelf.plenty, shelf.missing].map((product) => ({ product, quantity: 1 }));
  const { id } = await things.order({ lines });
  const part = partWith(await bench.routed(id), shelf.missing);
  const held = part.lineItems.filter(({ sku }) => sku === shelf.missing.sku);
  await admin.must(HOLD, {
    id: part.id,
    hold: {
      reason: 'INVENTORY_OUT_OF_STOCK',
      handle: 'probe',
      fulfillmentOrderLineItems: held.map((line) => ({ id: line.id, quantity: 1 })),
    },
  });
  return bench.read(id);
}

async function ship(bench: Bench, order: Order): Promise<Order> {
  const open = live(order).filter(({ status }) => status === 'OPEN');
  await bench.parts.admin.must(SHIP, {
    fulfillment: {
      notifyCustomer: false,
      lineItemsByFulfillmentOrder: open.map(({ id }) => ({ fulfillmentOrderId: id })),
    },
  });
  return bench.until(order.id, captured, LATER_S);
}

/** The setting "when the entire order is fulfilled": does a held unit keep the money from being taken? */
async function askCapture(bench: Bench, notes: Notes): Promise<void> {
  const { admin, shelf, id: newId } = bench.parts;
  const order = await halfHeld(bench);
  const shipped = await ship(bench, order);
  notes.look({
    what: 'all but a held unit has shipped',
    expected: 'not captured',
    found: yes(captured(shipped), 'captured'),
    change:
      'Capture on fulfillment does not wait for held units: warn before the other units ship.',
  });
  notes.set('holdBlocksCapture', !captured(shipped));
  if (captured(shipped)) return notes.missed('removalCaptures', 'a held unit kept nothing waiting');

  await bench.edit(order, shelf.missing, 0, true);
  const edited = await bench.until(order.id, captured, LATER_S);

  const second = await ship(bench, await halfHeld(bench));
  const missing = lineWith(second, shelf.missing);
  await admin.must(REFUND, {
    key: newId(),
    input: {
      orderId: second.id,
      refundLineItems: [
        {
          lineItemId: missing.id,
          quantity: 1,
          restockType: 'CANCEL',
          locationId: shelf.main.id,
        },
      ],
    },
  });
  const refunded = await bench.until(second.id, captured, LATER_S);
  for (const [what, seen] of [
    ['the held unit was taken off by an edit', edited],
    ['the held unit was taken off by a refund', refunded],
  ] as const)
    notes.look({
      what,
      expected: 'captured',
      found: yes(captured(seen), 'captured'),
      change: 'The app has to capture the rest itself once the held unit is gone.',
    });
  notes.set('removalCaptures', captured(edited) && captured(refunded));
}

/** The setting "automatically fulfill", as the store has it: a paid order is fulfilled within seconds. */
async function fulfillsWhenPaid(bench: Bench, notes: Notes): Promise<boolean> {
  const { things, shelf } = bench.parts;
  const { id } = await things.order({
    lines: [{ product: shelf.plenty, quantity: 1 }],
    paid: true,
  });
  await bench.routed(id);
  const later = await bench.until(id, (order) => shippedUnits(order) > 0, LATER_S);
  const on = shippedUnits(later) > 0;
  notes.look({
    what: 'a paid order, some seconds later',
    expected: 'not fulfilled: the setting is off, as Holdfast needs it',
    found: yes(on, 'fulfilled'),
    same: !on,
    change:
      'Switch off "Automatically fulfill the order\'s line items" before Holdfast is installed.',
  });
  notes.set('autoFulfil', on);
  return on;
}

/** The setting "automatically fulfill": what happens to units on hold, and after their release? */
async function askAutomatic(bench: Bench, notes: Notes): Promise<void> {
  const { admin } = bench.parts;
  const { id } = await halfHeld(bench);
  await captureAll(bench, id);
  await bench.parts.wait(LATER_S);
  const paid = await bench.read(id);
  notes.look({
    what: 'fulfilled by Shopify once the order was paid',
    expected: '1 of 2 units: the held one stays',
    found: `${shippedUnits(paid)} of 2 units`,
    same: shippedUnits(paid) === 1,
    change: 'Say in the guide what the setting does to units on hold.',
  });
  for (const part of live(paid).filter(({ status }) => status === 'ON_HOLD'))
    await admin.must(RELEASE, { id: part.id, holds: part.fulfillmentHolds.map((hold) => hold.id) });
  await bench.parts.wait(LATER_S);
  const released = await bench.read(id);
  notes.look({
    what: 'fulfilled by Shopify after the release',
    expected: '1 of 2 units: nothing comes after the release',
    found: `${shippedUnits(released)} of 2 units`,
    same: shippedUnits(released) === 1,
    change: 'A release ships by itself where this setting is on: warn the merchant.',
  });
}

export const holdsAndCaptures: Question = {
  number: 5,
  title: "Do held units keep Shopify's own capture and its automatic fulfillment waiting?",
  writes: '4 test orders; parcels without a mail; two settings, by hand and put back',
  async ask(bench, notes) {
    const on = await fulfillsWhenPaid(bench, notes);
    const asked = await bench.withSetting('capture-when-fulfilled', 'capture-manually', () =>
      askCapture(bench, notes),
    );
    if (!asked)
      for (const name of ['holdBlocksCapture', 'removalCaptures'] as const)
        notes.missed(name, 'the setting was not changed');
    if (on) return askAutomatic(bench, notes);
    await bench.withSetting('fulfill-when-paid', 'fulfill-by-hand', () =>
      askAutomatic(bench, notes),
    );
  },
};
