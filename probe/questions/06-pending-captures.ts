import { authorizationOf, type Bench } from '../bench';
import { BEGIN_EDIT, CANCEL, REFUND } from '../shopify/money';
import { wordsOf } from '../shopify/operation';
import type { Order } from '../shopify/read-order';
import { captureAll } from './01-final-capture';
import type { Notes, Question } from './question';

/** Seconds after the capture. */
const LOOKS = [0, 1, 5, 30, 120];
const captureOf = (order: Order) => order.transactions.find(({ kind }) => kind === 'CAPTURE');

async function askFinal(bench: Bench, notes: Notes, order: Order): Promise<void> {
  const multi = authorizationOf(order).multiCapturable;
  const answer = await captureAll(bench, order.id, true);
  notes.look({
    what: `capture with finalCapture true, Shopify Payments, multiCapturable ${String(multi)}`,
    expected: multi ? 'taken' : 'refused',
    found: wordsOf(answer),
    same: multi === (answer.refused.length === 0),
    change: 'Correct where finalCapture is sent.',
  });
  if (answer.value === null) await captureAll(bench, order.id);
}

/** Edit, cancel and refund while the capture is pending. */
async function askMeanwhile(bench: Bench, notes: Notes, id: string): Promise<void> {
  const { admin, id: newId } = bench.parts;
  const tries = [
    ['an edit', await admin.run(BEGIN_EDIT, { id })],
    ['a cancellation', await admin.run(CANCEL, { id, restock: true, refund: false })],
    [
      'a refund',
      await admin.run(REFUND, {
        key: newId(),
        input: { orderId: id, note: 'probe', shipping: { fullRefund: true } },
      }),
    ],
  ] as const;
  for (const [what, answer] of tries)
    notes.look({
      what: `${what} while the capture is pending`,
      expected: 'refused',
      found: wordsOf(answer),
      same: answer.refused.length > 0,
      change: 'Wait for a pending capture before this act all the same, or stop waiting: decide.',
    });
}

export const pendingCaptures: Question = {
  number: 6,
  title: 'Are captures of Shopify Payments pending at first, and for how long?',
  writes: 'the order that you place by hand is captured',
  async ask(bench, notes) {
    const placed = await bench.checkout('shopify_payments');
    if (placed === null)
      return notes.missed('capturesPend', 'no order was placed with Shopify Payments');
    const place = bench.parts.deliveries.here();
    await askFinal(bench, notes, await bench.read(placed.id));
    let waited = 0;
    let pendingFor: number | null = null;
    for (const second of LOOKS) {
      if (second > waited) await bench.parts.wait(second - waited);
      waited = second;
      const order = await bench.read(placed.id);
      const status = captureOf(order)?.status ?? 'none';
      notes.look({
        what: `the capture after ${second} s`,
        expected: second === 0 ? 'PENDING' : 'PENDING or SUCCESS',
        found: `${status}, capturable ${String(order.capturable)}, outstanding ${order.totalOutstandingSet}`,
        same: second === 0 ? status === 'PENDING' : ['PENDING', 'SUCCESS'].includes(status),
        change: 'Set capturesPend, and how long it lasts.',
      });
      if (second === 0) notes.set('capturesPend', status === 'PENDING');
      if (second === 0 && status === 'PENDING') await askMeanwhile(bench, notes, placed.id);
      if (status === 'PENDING') pendingFor = second;
    }
    notes.look({
      what: 'the longest that it was seen pending',
      expected: 'some seconds',
      found: pendingFor === null ? 'never' : `${pendingFor} s`,
      same: null,
      change: '',
    });
    notes.look({
      what: 'webhooks of the capture',
      expected: 'order_transactions/create once, at the end',
      found: bench.parts.deliveries.countsSince(place),
      same: null,
      change: '',
    });
  },
};
