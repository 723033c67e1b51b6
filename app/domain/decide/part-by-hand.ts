import type { Case } from '../case';
import { goesInParts, partWay } from '../effects/part-first';
import { hasGoing, leaves, type Situation, waits } from '../effects/situation';
import { type Decision, entry, ignored } from './decision';

const NO_CASE = 'There is no case for this order.';
const NEEDS_CONSENT =
  'Its authorization can be captured only once: the bank lets go of the rest, and the customer pays that by link. Only they can agree to it, on the page behind the link in their mail.';
const NOT_BY_MONEY =
  'No part can go first: what is authorized doesn’t cover the part that is here, or a payment is still being processed.';

function obstacle(value: Case, { order }: Situation): string | null {
  if (value.closedAt !== null) return 'The order is finished.';
  if (order.cancelledAt !== null) return 'The order is cancelled.';
  if (order.disputed) return 'The payment is disputed: nothing moves until the bank has decided.';
  if (leaves(value)) return 'A cancellation is under way: wait until it is done.';
  if (!waits(value)) return 'All of it is here: nothing has to go first.';
  if (!hasGoing(value)) return 'No part of it is here yet.';
  return null;
}

/** Why a person can't have the part that is here sent first, in words for them; null when they can. */
export function whyNoPart(situation: Situation): string | null {
  const { case: value, shares } = situation;
  if (value === null) return NO_CASE;
  const why = obstacle(value, situation);
  if (why !== null) return why;
  if (shares.some((share) => share.allocated === null || share.locationId === null))
    return 'The stock for this order was not read yet: try again in a minute.';
  const way = partWay(situation);
  if (way === null) return NOT_BY_MONEY;
  if (goesInParts(situation)) return 'The part that is here goes first already.';
  return way === 'with-consent' ? NEEDS_CONSENT : null;
}

/**
 * A person has the part that is here sent first, for a customer who asked, with their reason on record.
 * - only where that costs the customer nothing that they didn't choose: what needs a consent needs theirs;
 * - the money stays under the rules: the part's alone, once, and never that of what isn't here (P1, M).
 */
export function decidePartFirst(
  situation: Situation,
  { at, why }: { readonly at: Date; readonly why: string },
): Decision {
  const { case: current } = situation;
  if (current === null) return ignored(NO_CASE);
  const whyNot = whyNoPart(situation);
  if (whyNot !== null) return ignored(whyNot);
  if (why.trim() === '') return ignored('Write down why: it goes on record with your name.');
  return {
    case: { ...current, partFirst: { at, by: 'merchant' } },
    timeline: [entry(at, 'part-first', 'merchant', { why: why.trim() })],
  };
}
