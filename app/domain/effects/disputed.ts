import type { CaseLine } from '../case';
import { lineName } from '../line-name';
import { unitsToCome } from '../units';
import { paidBeyond } from './refunds';
import type { Situation } from './situation';

const FROZEN =
  'The payment is disputed: nothing is captured, cancelled or sent until a person decides.';

/** Whose cancellation goes back to the customer as they wished; what was not paid for in time was not paid for. */
const BY_WISH: readonly string[] = ['customer', 'merchant'];

/** That a payment is disputed of an order of which something is still to go; null when it is not, or all has gone. */
export function frozenByDispute({ order, case: value }: Situation): string | null {
  const isToGo = value?.lines.some(({ units }) => unitsToCome(units) > 0) ?? false;
  return order.disputed && isToGo ? FROZEN : null;
}

function isOff({ choice }: CaseLine, now: Date): boolean {
  if (choice.kind === 'cancelled') return BY_WISH.includes(choice.by);
  if (choice.kind !== 'cancel-requested' || !BY_WISH.includes(choice.by)) return false;
  return choice.undoUntil <= now;
}

const UNTIL = 'nothing is cancelled or given back before you decide';

/**
 * Why a cancellation, or what was paid for it, stays as it is: the bank decides about the money, and giving it back could
 * give it twice. It names what is still to be cancelled, or the amount, so that each is a call of its own. Null when nothing
 * is kept.
 */
export function cancelledInDispute(situation: Situation): string | null {
  const { case: value, order, now } = situation;
  if (value === null || !order.disputed) return null;
  const off = value.lines.filter((line) => isOff(line, now));
  const open = off.filter(({ choice }) => choice.kind === 'cancel-requested');
  if (open.length > 0 && value.closedAt === null) {
    const titles = open.map((line) => lineName(line, value.lines)).join(', ');
    return `The customer cancelled ${titles}, but the payment is disputed: ${UNTIL}. Answer the dispute, then cancel or refund it in Shopify.`;
  }
  const kept = off.length === 0 ? null : paidBeyond(situation);
  if (kept === null) return null;
  return `The customer cancelled what they had paid ${kept.amount} ${kept.currencyCode} for, but the payment is disputed: ${UNTIL}. Answer the dispute, then refund it in Shopify.`;
}
