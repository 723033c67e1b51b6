import { lineWith, type Bench } from '../bench';
import { DEACTIVATE_LOCATION } from '../shopify/goods';
import { BEGIN_EDIT, CANCEL, REFUND, REFUND_WITHOUT_KEY } from '../shopify/money';
import { wordsOf, type Answer } from '../shopify/operation';
import type { Order } from '../shopify/read-order';
import type { Notes, Question } from './question';

const CHANGE = 'Correct the sentence in the adapter and in the simulator.';

/** The refusal with the expected sentence was among the answers. */
function lookForWords(
  notes: Notes,
  what: string,
  sentence: string,
  answers: readonly Answer<unknown>[],
): void {
  const said = answers.some(({ refused }) =>
    refused.some(({ message }) => message.includes(sentence)),
  );
  notes.look({
    what,
    expected: `"${sentence}"`,
    found: answers.map(wordsOf).join(' / '),
    same: said,
    change: CHANGE,
  });
}

async function paidOrder(bench: Bench): Promise<Order> {
  const lines = [{ product: bench.parts.shelf.plenty, quantity: 2 }];
  const { id } = await bench.parts.things.order({ lines, paid: true });
  return bench.read(id);
}

function refundOf(bench: Bench, order: Order, quantity: number, amount: number): object {
  const payment = order.transactions.find(({ kind }) => kind === 'SALE');
  return {
    orderId: order.id,
    refundLineItems: [
      {
        lineItemId: lineWith(order, bench.parts.shelf.plenty).id,
        quantity,
        restockType: 'NO_RESTOCK',
      },
    ],
    transactions: [
      {
        orderId: order.id,
        parentId: payment?.id,
        kind: 'REFUND',
        gateway: payment?.gateway ?? 'bogus',
        amount: String(amount),
      },
    ],
  };
}

async function askKeys(bench: Bench, notes: Notes): Promise<void> {
  const { admin, id: newId } = bench.parts;
  const order = await paidOrder(bench);
  const key = newId();
  const input = refundOf(bench, order, 1, 10);
  const twins = await Promise.all([
    admin.run(REFUND, { input, key }),
    admin.run(REFUND, { input, key }),
  ]);
  const refunds = (await bench.read(order.id)).transactions.filter(({ kind }) => kind === 'REFUND');
  notes.look({
    what: 'refunds after two calls with one key at the same instant',
    expected: '1',
    found: `${refunds.length}`,
    change: 'A key does not keep a refund from happening twice: look before each call.',
  });
  notes.look({
    what: 'what the two calls said',
    expected: 'taken / taken, or "This request is currently in progress, please try again."',
    found: twins.map(wordsOf).join(' / '),
    same: null,
    change: CHANGE,
  });
  const other = await admin.run(REFUND, { input: refundOf(bench, order, 1, 11), key });
  notes.look({
    what: 'the same key with another amount',
    expected: 'refused',
    found: wordsOf(other),
    same: other.refused.length > 0,
    change: CHANGE,
  });
  const without = await admin.run(REFUND_WITHOUT_KEY, { input });
  lookForWords(notes, 'a refund without a key', 'The @idempotent directive is required', [without]);
}

async function askCancellations(bench: Bench, notes: Notes): Promise<void> {
  const { admin } = bench.parts;
  const { id } = await paidOrder(bench);
  const cancel = () => admin.run(CANCEL, { id, restock: true, refund: true });
  const twins = await Promise.all([cancel(), cancel()]);
  lookForWords(notes, 'two cancellations at once', 'Cancellation is already in progress', twins);
  await bench.until(id, ({ cancelledAt }) => cancelledAt !== null, 40);
  lookForWords(notes, 'a cancellation of a cancelled order', 'already been cancel', [
    await cancel(),
  ]);
}

async function askOtherApp(bench: Bench, notes: Notes): Promise<void> {
  const typed = await bench.byHand({ step: 'other-app-order' });
  const other = typed === null || typed === '' ? null : await bench.find(typed);
  if (other === null) {
    notes.look({
      what: "an edit of another app's order",
      expected: '"The order cannot be edited."',
      found: 'skipped',
      same: null,
      change: CHANGE,
    });
    return;
  }
  const seen = await bench.read(other.id);
  notes.look({
    what: "merchantEditable of another app's order",
    expected: 'false',
    found: `${String(seen.merchantEditable)} ${seen.merchantEditableErrors.join('; ')}`.trim(),
    same: !seen.merchantEditable,
    change: 'Whether an order may be edited has to be read elsewhere.',
  });
  const edit = await bench.parts.admin.run(BEGIN_EDIT, { id: other.id });
  lookForWords(notes, "an edit of another app's order", 'The order cannot be edited.', [edit]);
}

async function askDeactivated(bench: Bench, notes: Notes): Promise<void> {
  const { admin, things, shelf, id: newId } = bench.parts;
  const product = await things.product('Probe, at a closing place', [
    { at: shelf.second.id, quantity: 1 },
  ]);
  const { id } = await things.order({ lines: [{ product, quantity: 1 }], paid: true });
  await bench.routed(id);
  const off = await admin.run(DEACTIVATE_LOCATION, { id: shelf.second.id, key: newId() });
  notes.look({
    what: 'a location with an unfulfilled order is deactivated',
    expected: 'taken or refused: nobody knows',
    found: wordsOf(off),
    same: null,
    change: '',
  });
  if (off.refused.length > 0) return;
  const answer = await admin.run(CANCEL, { id, restock: true, refund: true });
  const after = await bench.until(id, ({ cancelledAt }) => cancelledAt !== null, 20);
  notes.look({
    what: 'a paid order at a deactivated location, cancelled with restock',
    expected: 'not cancelled',
    found: `${after.cancelledAt === null ? 'not cancelled' : 'cancelled'}: ${wordsOf(answer)}`,
    same: after.cancelledAt === null,
    change: 'No second try without restock is needed.',
  });
}

export const sentences: Question = {
  number: 10,
  title: 'What does Shopify say when two calls meet, or when a call cannot be done?',
  writes:
    '3 paid test orders, refunded or cancelled; 1 product; the second location is deactivated',
  async ask(bench, notes) {
    await askKeys(bench, notes);
    await askCancellations(bench, notes);
    await askOtherApp(bench, notes);
    await askDeactivated(bench, notes);
  },
};
