import { assertUnreachable } from './assert-unreachable';
import { type Intent } from './intent';
import { compare, plus } from './money';
import { readMoney } from './money-picture';
import type { OrderSnapshot } from './order';
import { failedToGiveBack, givesBack, seenAmong } from './own-money';

/** `refused`: the attempt was made and failed for good. `not-yet`: under way, its end is not known. */
export type Happened = 'yes' | 'no' | 'not-yet' | 'refused';

/** Whether an effect that was attempted has come true, told from the order as it stands now. */
export function hasHappened(intent: Intent, order: OrderSnapshot): Happened {
  const { effect } = intent;
  switch (effect.kind) {
    case 'hold': {
      const fo = order.fulfillmentOrders.find((f) => f.id === effect.target);
      return fo?.holds.some((hold) => hold.ours) ? 'yes' : 'no';
    }
    case 'release': {
      const fo = order.fulfillmentOrders.find((f) => f.id === effect.target);
      return fo?.holds.some((hold) => effect.holdIds.includes(hold.id)) ? 'no' : 'yes';
    }
    case 'capture':
      return captureHappened(intent, effect, order);
    case 'void':
      return readMoney(order).authorizations.find((a) => a.id === effect.target)?.voided
        ? 'yes'
        : 'no';
    case 'cancel-order':
      return order.cancelledAt !== null ? 'yes' : 'no';
    case 'remove-units': {
      const line = order.lines.find((l) => l.id === effect.target);
      return line === undefined || line.current <= effect.current - effect.quantity ? 'yes' : 'no';
    }
    case 'request-cancellation': {
      const fo = order.fulfillmentOrders.find((f) => f.id === effect.target);
      const isAsked = fo?.cancellationAsked ?? false;
      return fo === undefined || isAsked || fo.cancellation !== null || !fo.canRequestCancellation
        ? 'yes'
        : 'no';
    }
    case 'take-back-request':
      return takenBack(effect.target, order);
    case 'refund':
      return refundHappened(intent, effect, order);
    case 'ask-for-payment':
      return order.requiresPaymentByTerms || order.paymentUrl !== null ? 'yes' : 'no';
    case 'message':
      return 'not-yet';
    default:
      return assertUnreachable(effect);
  }
}

/** Shopify closes it and makes another one in its place; one that the service has accepted meanwhile was not taken back. */
function takenBack(target: string, { fulfillmentOrders }: OrderSnapshot): Happened {
  const fo = fulfillmentOrders.find(({ id }) => id === target);
  return fo === undefined || fo.status === 'closed' || fo.status === 'cancelled' ? 'yes' : 'no';
}

function captureHappened(
  intent: Intent,
  effect: Extract<Intent['effect'], { kind: 'capture' }>,
  order: OrderSnapshot,
): Happened {
  const authorization = readMoney(order).authorizations.find((a) => a.id === effect.target);
  if (authorization === undefined) return 'not-yet';
  const { amount, before } = effect;
  if (compare(authorization.captured, before === undefined ? amount : plus(before, amount)) >= 0)
    return 'yes';
  const tries = order.transactions.filter(
    (t) => t.kind === 'capture' && t.parentId === effect.target,
  );
  if (tries.some((t) => t.status === 'pending')) return 'not-yet';
  const failed = tries.some(
    (t) => (t.status === 'failure' || t.status === 'error') && t.processedAt >= intent.plannedAt,
  );
  return failed ? 'refused' : 'no';
}

/**
 * It was made once Shopify shows it, be the money still on its way: whether that arrives is told by its transactions. "No"
 * may be said of one that isn't seen yet: within 24 hours its key makes a second try safe, and later none is made.
 */
function refundHappened(
  { plannedAt }: Intent,
  effect: Extract<Intent['effect'], { kind: 'refund' }>,
  order: OrderSnapshot,
): Happened {
  const line = order.lines.find((l) => l.id === effect.target);
  if (line !== undefined) return line.current <= effect.current - effect.quantity ? 'yes' : 'no';
  const payments = effect.payments ?? [];
  const since = order.transactions.filter(({ processedAt }) => processedAt >= plannedAt);
  const isMade = seenAmong(payments, since.filter(givesBack)).length === payments.length;
  if (payments.length > 0 && isMade) return 'yes';
  if (seenAmong(payments, since.filter(failedToGiveBack)).length > 0) return 'refused';
  const { charged, giftCard, total } = readMoney(order);
  return compare(plus(charged, giftCard), total) <= 0 ? 'yes' : 'no';
}
