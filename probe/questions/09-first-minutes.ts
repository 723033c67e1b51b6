import { live, type Bench } from '../bench';
import { HOLD } from '../shopify/fulfillment';
import type { Question, Notes } from './question';

const TEN_MINUTES_S = 600;
const ROUTED = 'fulfillment_orders/order_routing_complete';

/** Every delivery after a place in the log, with the seconds since the first of them. */
function log(bench: Bench, place: number): string {
  const came = bench.parts.deliveries.since(place);
  const [first] = came;
  return first
    ? came.map(({ topic, at }) => `${topic} +${Math.round((at - first.at) / 1000)} s`).join(', ')
    : 'none';
}

function lookAtRouting(bench: Bench, notes: Notes, place: number): void {
  const routed = bench.parts.deliveries.since(place).some(({ topic }) => topic === ROUTED);
  notes.look({
    what: `${ROUTED} for a location of the merchant's own`,
    expected: 'sent',
    found: routed ? 'sent' : 'not sent',
    change: 'Look at each new order again after a minute: nobody tells when it was routed.',
  });
  notes.set('routingToldForOwn', routed);
}

export const firstMinutes: Question = {
  number: 9,
  title:
    'What comes in the first ten minutes of an order, and what does the customer see of a hold?',
  writes: 'the order that you place by hand is put on hold',
  async ask(bench, notes) {
    const { deliveries, admin, wait } = bench.parts;
    const place = deliveries.here();
    const placed = await bench.checkout('bogus');
    if (placed === null) {
      notes.look({
        what: 'a checkout',
        expected: 'placed',
        found: 'skipped',
        same: null,
        change: '',
      });
      return notes.missed('routingToldForOwn', 'no order was placed');
    }
    const order = await bench.routed(placed.id);
    if (deliveries.listening) {
      await wait(TEN_MINUTES_S);
      notes.look({
        what: 'deliveries within ten minutes',
        expected: 'orders/create and 2 to 4 orders/updated, in any order',
        found: log(bench, place),
        same: null,
        change: 'Correct how long the app waits before its first look.',
      });
      lookAtRouting(bench, notes, place);
    } else notes.missed('routingToldForOwn', 'there is no address for webhooks');
    const held = deliveries.here();
    for (const { id } of live(order))
      await admin.must(HOLD, { id, hold: { reason: 'INVENTORY_OUT_OF_STOCK', handle: 'probe' } });
    await wait(10);
    notes.look({
      what: 'deliveries of a hold',
      expected: '',
      found: deliveries.countsSince(held),
      same: null,
      change: '',
    });
    const seen = await bench.byHand({
      step: 'look',
      order: order.name,
      at: 'the order page and the mails',
    });
    notes.look({
      what: 'what the customer sees of the hold',
      expected: '"Confirmed", and no mail',
      found: seen ?? 'skipped',
      same: null,
      change: 'Correct the words of the first message.',
    });
  },
};
