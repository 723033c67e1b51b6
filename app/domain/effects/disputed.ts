import { paidBeyond } from './refunds';
import type { Situation } from './situation';

export const DISPUTED =
  'The payment is disputed: nothing is captured, cancelled or sent until a person decides.';
const CANCELLED =
  'The customer cancelled, but the payment is disputed: nothing is cancelled or given back before you decide. Answer the dispute, then cancel or refund the order in Shopify.';

/** Holds of a call for a person while a payment is disputed, and of none after it. */
export const isAboutDispute = (call: string): boolean => call === DISPUTED || call === CANCELLED;

/** Whose cancellation goes back to the customer as they wished; what was not paid for in time was not paid for. */
const BY_WISH: readonly string[] = ['customer', 'merchant'];

/** When the newest cancellation that is final became so; null while there is none. */
function newestFinal({ case: value, now }: Situation): Date | null {
  const times = (value?.lines ?? []).flatMap(({ choice }) => {
    if (choice.kind === 'cancelled' && BY_WISH.includes(choice.by)) return [choice.at];
    if (choice.kind !== 'cancel-requested' || !BY_WISH.includes(choice.by)) return [];
    return choice.undoUntil <= now ? [choice.undoUntil] : [];
  });
  return times.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
}

/**
 * Why a cancellation, or what was paid for it, stays as it is: the bank decides about the money, and giving it back could
 * give it twice. Said once for each cancellation: a dispute that was lost never leaves the order. Null when nothing is kept.
 */
export function cancelledInDispute(situation: Situation): string | null {
  const { case: value, order, now } = situation;
  const since = newestFinal(situation);
  if (value === null || since === null || !order.disputed) return null;
  if (value.disputeCalledAt != null && since <= value.disputeCalledAt) return null;
  const isOpen =
    value.closedAt === null &&
    value.lines.some(({ choice }) => choice.kind === 'cancel-requested' && choice.undoUntil <= now);
  return isOpen || paidBeyond(situation) !== null ? CANCELLED : null;
}
