import { authorizationOf, type Bench } from '../bench';
import { CAPTURE } from '../shopify/money';
import { wordsOf, type Answer } from '../shopify/operation';
import type { Notes, Question } from './question';

const NOT_SUPPORTED = 'Setting final capture is not supported';
const GATEWAYS = ['manual', 'bogus'];

/** Captures the whole authorization. `final` left out: the parameter is left out. */
export async function captureAll(
  bench: Bench,
  id: string,
  final?: boolean,
): Promise<Answer<{ readonly status: string }>> {
  const order = await bench.read(id);
  const { id: parentTransactionId, amountSet } = authorizationOf(order);
  return bench.parts.admin.run(CAPTURE, {
    input: {
      id,
      parentTransactionId,
      amount: String(amountSet),
      ...(final === undefined ? {} : { finalCapture: final }),
    },
  });
}

async function askGateway(bench: Bench, notes: Notes, gateway: string): Promise<void> {
  const { things, shelf } = bench.parts;
  const lines = [{ product: shelf.plenty, quantity: 1 }];
  let order = await things.order({ lines, gateway });
  const multi = authorizationOf(await bench.read(order.id)).multiCapturable;
  notes.look({
    what: `multiCapturable of an authorization by ${gateway}`,
    expected: 'false',
    found: String(multi),
    change: 'Use an authorization with multiCapturable false to answer this question.',
  });
  for (const final of [true, false]) {
    const answer = await captureAll(bench, order.id, final);
    notes.look({
      what: `capture with finalCapture ${String(final)}, ${gateway}`,
      expected: `refused: "${NOT_SUPPORTED} ..."`,
      found: wordsOf(answer),
      same: answer.refused.some(({ message }) => message.startsWith(NOT_SUPPORTED)),
      change:
        'Go on leaving finalCapture out where multiCapturable is false. Correct the simulator.',
    });
    if (answer.value) order = await things.order({ lines, gateway });
  }
  const answer = await captureAll(bench, order.id);
  notes.look({
    what: `capture without finalCapture, ${gateway}`,
    expected: 'taken',
    found: wordsOf(answer),
    change: 'Nothing can be captured this way: stop, and read the refusal before anything else.',
  });
}

export const finalCapture: Question = {
  number: 1,
  title: 'Is finalCapture refused where an authorization allows one capture only?',
  writes: '2 to 6 test orders of 100, captured',
  async ask(bench, notes) {
    for (const gateway of GATEWAYS) await askGateway(bench, notes, gateway);
  },
};
