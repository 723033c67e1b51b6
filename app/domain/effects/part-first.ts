import { capturesParts } from '../capture-method';
import { dueNow, unpaid } from '../due-now';
import { compare, isPositive, isZero } from '../money';
import { isMoving, openAuthorizations } from '../money-picture';
import { isCoveredByOpen } from '../decide/settled';
import { hasGoing, leaves, moneyOf, type Situation, waits } from './situation';

/**
 * How the money lets the part that is here go before the rest.
 * - `free`: it is paid, or its authorization can be captured in parts, or Shopify captures each part as it ships;
 * - `with-consent`: a single capture would take the part and let the rest of the authorization go;
 * - null: nothing is here, nothing waits, or the money allows no part.
 */
export function partWay(situation: Situation): 'free' | 'with-consent' | null {
  const { case: value, order, shop, now, shares } = situation;
  if (value === null || value.closedAt !== null || order.disputed) return null;
  if (!waits(value) || leaves(value) || !hasGoing(value)) return null;
  if (shares.some((share) => share.allocated === null || share.locationId === null)) return null;
  const picture = moneyOf(situation);
  if (isPositive(picture.pending)) return null;
  const rest = unpaid(dueNow(order, value), picture);
  if (isZero(rest)) return 'free';
  if (isMoving(picture) || !isCoveredByOpen(rest, picture, now)) return null;
  if (capturesParts(shop)) return 'free';
  const open = openAuthorizations(picture, now);
  return open.every((authorization) => authorization.multiCapturable) ? 'free' : 'with-consent';
}

/** The shop sends parts by itself, or somebody asked for it. */
export function allowsParts({ case: value, shop }: Situation): boolean {
  return shop.settings.partOrders === 'ready-first' || value?.partFirst != null;
}

/** The customer said yes to one capture for the part that is here: for this part, and not for a larger or smaller one. */
function isAgreed({ case: value, order }: Situation): boolean {
  if (value === null) return false;
  const yes = value.agreements?.findLast(({ to }) => to === 'part-first');
  if (yes === undefined) return false;
  return yes.upTo === undefined || compare(yes.upTo, dueNow(order, value)) === 0;
}

/** The part that is here goes first, now: it is wanted, and the money allows it, by itself or by the customer's word. */
export function goesInParts(situation: Situation): boolean {
  if (!allowsParts(situation)) return false;
  const way = partWay(situation);
  if (way !== 'with-consent') return way === 'free';
  return isAgreed(situation);
}
