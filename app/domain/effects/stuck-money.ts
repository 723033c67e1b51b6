import { addMs, DAY, HOUR } from '../calendar';
import { hasAuthorization, isSettled, owed } from '../decide/settled';
import { compare, isPositive, isZero } from '../money';
import { isMoving, leftOn } from '../money-picture';
import { takeable } from './late-money';
import { onlyExtrasLeft } from './only-extras';
import { cannotBePaid } from './payments';
import { inOneLine } from './way-out';
import { lastOf, leaves, moneyOf, type Situation, waits } from './situation';

const NOT_PAYABLE =
  'The goods are there, but the order is not paid and nothing is authorized for it, and Shopify offers no page to pay. Send the invoice from the order in Shopify: its mail has a button to pay. Or take the payment another way and mark the order as paid. The order stays on hold.';
const NOT_ENOUGH =
  'The goods are there, but the order now costs more than was authorized: ask the customer for the difference. The order stays on hold.';
const STILL_PENDING =
  'The customer cancelled, but Shopify can’t cancel or refund while a payment is pending, or a refund on its way. It is done as soon as that settles: look at it if it doesn’t.';
const NOT_SETTLED =
  'The goods are there, but a payment has been pending for more than a day, so the order stays on hold. Mark it as paid once the money is there; if it is only paid on delivery, release the order by hand.';
const REFUND_NOT_SETTLED =
  'The goods are there, but a refund of this order has been on its way for more than a day, so nothing is captured and the order stays on hold: look at the refund in Shopify.';
const NOT_GIVEN_BACK =
  'The third party that ships this did not give it back. It may go out although goods are missing: talk to them.';

/** A cancellation that is final has waited for a pending payment for so long. */
const PATIENCE = 12 * HOUR;

/** A payment is pending for minutes, or a few hours; one that isn't over in a day may never be, or wait for a person. */
const USUAL_TIME = DAY;

/** Why a cancellation that is final is not carried out, once it takes long; null when nothing keeps it. */
export function stuckCancellation(situation: Situation): string | null {
  const { case: value, order, now } = situation;
  if (value === null || value.closedAt !== null || order.disputed) return null;
  const isLate = cancellationsLateAt(situation).some((at) => at <= now);
  return isLate && isMoving(moneyOf(situation)) ? STILL_PENDING : null;
}

/** When it would take long. */
export function cancellationsLateAt({ case: value }: Situation): Date[] {
  return (value?.lines ?? []).flatMap(({ choice }) =>
    choice.kind === 'cancel-requested' ? [addMs(choice.undoUntil, PATIENCE)] : [],
  );
}

/** When a payment, or a refund, will have been pending for too long. */
export function pendingLateAt(
  { order }: Pick<Situation, 'order'>,
  of: { readonly refunds: boolean },
): Date[] {
  return order.transactions
    .filter(({ kind, status }) => status === 'pending' && (kind === 'refund') === of.refunds)
    .map(({ processedAt }) => addMs(processedAt, USUAL_TIME));
}

/** Why the money of goods that are there can't be taken, for the merchant to act on; null when nothing is wrong. */
export function stuckMoney(situation: Situation): string | null {
  const { order, case: value, now, covered } = situation;
  if (value === null || value.closedAt !== null || order.cancelledAt !== null || order.disputed)
    return null;
  if (!covered || waits(value) || leaves(value)) return null;
  if (cannotBePaid(situation)) return [NOT_PAYABLE, ...whyNoTerms(situation)].join(' ');
  const picture = moneyOf(situation);
  const isLate = (of: { refunds: boolean }): boolean =>
    pendingLateAt(situation, of).some((at) => at <= now);
  if (isLate({ refunds: false })) return NOT_SETTLED;
  const isHeldUp = isZero(picture.pending) && !isSettled(situation);
  if (isLate({ refunds: true }) && isHeldUp) return REFUND_NOT_SETTLED;
  const rest = owed(picture);
  if (isPositive(rest) && onlyExtrasLeft(value, order)) return null;
  if (!hasAuthorization(picture) || !isPositive(rest) || isMoving(picture)) return null;
  const ours = takeable(situation);
  return ours.length > 0 && compare(leftOn(ours, rest.currencyCode), rest) < 0 ? NOT_ENOUGH : null;
}

/** Shopify's own words for why the order can have no payment terms, where they were asked for. */
function whyNoTerms({ intents, order }: Situation): string[] {
  const last = lastOf(intents, 'ask-for-payment', order.id);
  return last?.status === 'failed' && last.error !== null ? [inOneLine(last.error)] : [];
}

/** A third party that was asked to give the goods back said no. */
export function notGivenBack({ order, case: value }: Situation): string | null {
  if (value === null || value.closedAt !== null || !(waits(value) || leaves(value))) return null;
  const refused = order.fulfillmentOrders.some((fo) => fo.cancellation === 'rejected');
  return refused ? NOT_GIVEN_BACK : null;
}
