import { live, partWith, type Bench } from '../bench';
import {
  ACCEPT_REQUEST,
  ASK_BACK,
  GIVE_BACK,
  HOLD,
  RELEASE,
  SUBMIT_REQUEST,
  TAKE_BACK_REQUEST,
} from '../shopify/fulfillment';
import { wordsOf } from '../shopify/operation';
import type { FulfillmentOrder, Order } from '../shopify/read-order';
import type { Product } from '../things';
import type { Notes, Question } from './question';

const actions = (part: FulfillmentOrder): string => [...part.supportedActions].sort().join(', ');

async function tryHold(bench: Bench, part: FulfillmentOrder): Promise<string> {
  const { admin } = bench.parts;
  const answer = await admin.run(HOLD, {
    id: part.id,
    hold: { reason: 'INVENTORY_OUT_OF_STOCK', handle: 'probe' },
  });
  const holdId = answer.value?.fulfillmentHold?.id;
  if (holdId !== undefined) await admin.run(RELEASE, { id: part.id, holds: [holdId] });
  return wordsOf(answer);
}

function partById(order: Order, id: string): FulfillmentOrder {
  const part = order.fulfillmentOrders.find((one) => one.id === id);
  if (!part) throw new Error(`${order.name} has no fulfillment order ${id} any more.`);
  return part;
}

async function askSubmitted(bench: Bench, notes: Notes, order: Order, id: string): Promise<void> {
  const { admin } = bench.parts;
  await admin.must(SUBMIT_REQUEST, { id });
  const part = partById(await bench.read(order.id), id);
  notes.look({
    what: 'what can be done with a submitted request',
    expected: 'CANCEL_FULFILLMENT_ORDER',
    found: actions(part),
    change: 'Correct what is done about a request that waits for its service.',
  });
  const held = await tryHold(bench, part);
  notes.look({
    what: 'a hold on a submitted request',
    expected: 'refused',
    found: held,
    same: held !== 'taken',
    change: 'Hold a submitted request instead of taking it back.',
  });
  const back = await admin.run(TAKE_BACK_REQUEST, { id });
  notes.look({
    what: 'a submitted request taken back',
    expected: 'taken, with a new one in its place',
    found: back.value
      ? `taken, with ${back.value.replacementFulfillmentOrder ? 'a new one in its place' : 'nothing in its place'}`
      : wordsOf(back),
    change: 'A submitted request cannot be taken back by an app: call a person at once.',
  });
}

async function askAccepted(
  bench: Bench,
  notes: Notes,
  id: string,
  part: FulfillmentOrder,
): Promise<void> {
  const { admin } = bench.parts;
  await admin.must(SUBMIT_REQUEST, { id: part.id });
  await admin.must(ACCEPT_REQUEST, { id: part.id });
  await admin.must(ASK_BACK, { id: part.id });
  const asked = partById(await bench.read(id), part.id);
  notes.look({
    what: 'after it was asked back',
    expected: 'ACCEPTED, with the question in merchantRequests',
    found: `${asked.requestStatus}, with ${
      asked.merchantRequests.some(({ kind }) => kind === 'CANCELLATION_REQUEST')
        ? 'the question'
        : 'no question'
    } in merchantRequests`,
    change: 'Correct how the app sees that it has asked already.',
  });
  notes.set('cancellationRequestShows', asked.requestStatus === 'CANCELLATION_REQUESTED');
  await admin.must(GIVE_BACK, { id: part.id });
  const given = await bench.read(id);
  const old = partById(given, part.id);
  const replaced = old.status === 'CLOSED' && live(given).length > 0;
  notes.look({
    what: 'after it was given back',
    expected: 'CLOSED, and another one is open',
    found: `${old.status}, and ${replaced ? 'another one is open' : 'no other one is open'}`,
    change: 'Set givenBackIsReplaced: the same fulfillment order is held again.',
  });
  notes.set('givenBackIsReplaced', replaced);
}

/** On an order of its own: a hold changes what else can be done with a request. */
async function askHold(bench: Bench, notes: Notes, product: Product): Promise<void> {
  const { things, admin } = bench.parts;
  const { id } = await things.order({ lines: [{ product, quantity: 1 }] });
  const part = partWith(await bench.routed(id), product);
  await admin.must(SUBMIT_REQUEST, { id: part.id });
  await admin.must(ACCEPT_REQUEST, { id: part.id });
  const held = await tryHold(bench, part);
  notes.look({
    what: 'a hold on an accepted request',
    expected: 'refused',
    found: held,
    same: held !== 'taken',
    change: 'Set acceptedCanBeHeld: hold it there instead of asking for it back.',
  });
  notes.set('acceptedCanBeHeld', held === 'taken');
}

export const fulfillmentService: Question = {
  number: 8,
  title: 'What can be done once a fulfillment service has been asked to ship?',
  writes: '1 fulfillment service with its location, 1 product there, 2 test orders; requests to it',
  async ask(bench, notes) {
    const { things } = bench.parts;
    const service = await things.service();
    const product = await things.product('Probe, at a service', [
      { at: service.locationId, quantity: 5 },
    ]);
    const { id } = await things.order({ lines: [{ product, quantity: 2 }] });
    const order = await bench.routed(id);
    await askSubmitted(bench, notes, order, partWith(order, product).id);
    const open = live(await bench.read(id)).find(
      ({ requestStatus }) => requestStatus === 'UNSUBMITTED',
    );
    if (open) await askAccepted(bench, notes, id, open);
    else
      for (const name of ['cancellationRequestShows', 'givenBackIsReplaced'] as const)
        notes.missed(name, 'the submitted request could not be taken back');
    await askHold(bench, notes, product);
  },
};
