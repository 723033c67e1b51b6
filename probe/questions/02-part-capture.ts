import { authorizationOf, lineWith, type Bench } from '../bench';
import { CAPTURE, SUGGEST_REFUND, VOID } from '../shopify/money';
import { wordsOf } from '../shopify/operation';
import type { Order } from '../shopify/read-order';
import type { Question } from './question';

const part = (bench: Bench, order: Order, amount: string) =>
  bench.parts.admin.run(CAPTURE, {
    input: { id: order.id, parentTransactionId: authorizationOf(order).id, amount },
  });

export const partCapture: Question = {
  number: 2,
  title: 'What is left of an authorization for a single capture after 40 of 100 were captured?',
  writes: '1 product, 1 test order of two of it, 40 of 100 captured',
  async ask(bench, notes) {
    const { things, admin, shelf } = bench.parts;
    const product = await things.product('Probe, at 50', [{ at: shelf.main.id, quantity: 5 }], 50);
    const made = await things.order({ lines: [{ product, quantity: 2 }] });
    const before = await bench.read(made.id);
    notes.look({
      what: 'outstanding while 100 are authorized',
      expected: '0',
      found: String(before.totalOutstandingSet),
      change: 'Correct outstandingExcludesAuthorized in the simulator.',
    });
    notes.set('outstandingExcludesAuthorized', before.totalOutstandingSet === 0);

    const first = await part(bench, before, '40');
    const after = await bench.read(made.id);
    notes.look({
      what: 'the first capture of 40',
      expected: 'taken',
      found: wordsOf(first),
      change: 'The rest of this question says nothing: mend the capture first.',
    });
    const seen: readonly [string, string, string][] = [
      ['status after it', 'PARTIALLY_PAID', String(after.displayFinancialStatus)],
      ['capturable after it', 'false', String(after.capturable)],
      ['capturable amount after it', '0', String(after.totalCapturableSet)],
      ['outstanding after it', '60', String(after.totalOutstandingSet)],
      [
        'payment link after it',
        'there',
        after.paymentCollectionDetails.additionalPaymentCollectionUrl === null ? 'none' : 'there',
      ],
    ];
    for (const [what, expected, found] of seen)
      notes.look({
        what,
        expected,
        found,
        change:
          'Correct what a first part leaves open: the picture of the money, and sending a part first.',
      });

    const unit = {
      lineItemId: lineWith(after, product).id,
      quantity: 1,
      restockType: 'NO_RESTOCK',
    };
    const suggested = await admin.must(SUGGEST_REFUND, { id: made.id, lines: [unit] });
    notes.look({
      what: 'suggestedRefund of one unit of 50, when 40 of 100 are paid',
      expected: '40: the price, as far as it was paid',
      found: String(suggested),
      same: suggested === 40,
      change: 'Correct suggestsWholePrice in the simulator, and what is given back for a part.',
    });
    notes.set('suggestsWholePrice', suggested > 0);

    const second = await part(bench, before, '10');
    const voided = await admin.run(VOID, { id: authorizationOf(before).id });
    for (const [what, answer] of [
      ['a second capture', second],
      ['a void of the rest', voided],
    ] as const)
      notes.look({
        what,
        expected: 'refused',
        found: wordsOf(answer),
        same: answer.refused.length > 0,
        change: 'The rest of an authorization lives on: keep its money in view.',
      });
  },
};
