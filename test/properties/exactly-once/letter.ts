import { HOURS } from '../../support/story';
import type { PostFault } from '../../support/harness/post';
import { type Guard, unbroken } from './broken-guard';
import type { Count, Strike } from './count';
import { open, placeAll, type Variation } from './scene';

const AS_POST: Readonly<Record<Strike, PostFault>> = {
  'dies-before': 'dies-before',
  'dies-after': 'dies-after',
  'lost-call': 'lost',
  'lost-answer': 'kept',
};

/**
 * A letter can't be looked up: it goes out once at most. Lost is one that neither arrived nor was put before a person, with
 * its outcome marked as unclear.
 */
export async function strikeLetter(
  fault: Strike,
  v: Variation,
  guard: Guard = unbroken(),
): Promise<Count> {
  const { shop } = await open(v, guard.between);
  guard.breaks();
  shop.mailFault(AS_POST[fault], v.after);
  const orders = placeAll(shop, v);
  await shop.advance(HOURS(20));
  let count: Count = { lost: 0, doubled: 0, repeated: 0, struck: 0 };
  for (const { id } of orders) {
    const letters = shop.letters(id);
    const isMarked = (await shop.intents(id)).some(
      ({ effect, status }) => effect.kind === 'message' && status === 'unclear',
    );
    const isCalled = (await shop.caseOf(id))?.attention?.includes('may or may not') ?? false;
    const again = Math.max(0, letters.length - 1);
    count = {
      lost: count.lost + Number(!letters.some(({ arrived }) => arrived) && !(isMarked && isCalled)),
      doubled: count.doubled + again,
      repeated: count.repeated + again,
      struck: count.struck + Number(isMarked || again > 0),
    };
  }
  return count;
}
