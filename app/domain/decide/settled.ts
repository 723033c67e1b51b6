import type { Intent } from '../intent';
import { compare, isPositive, isZero, minus, type Money, plus, zero } from '../money';
import type { MoneyPicture } from '../money-picture';

/** What of the order's price is neither charged nor paid by gift card nor under way. Never negative. */
export function owed(picture: MoneyPicture): Money {
  const none = zero(picture.total.currencyCode);
  const rest = minus(picture.total, plus(plus(picture.charged, picture.giftCard), picture.pending));
  return compare(rest, none) > 0 ? rest : none;
}

/** Whether the order was ever to be paid by an authorization; if not, there is nothing of ours to capture. */
export function hasAuthorization(picture: MoneyPicture): boolean {
  return picture.authorizations.length > 0;
}

/** The money of the order is where it should be before the goods go: taken, or never ours to take. */
export function isSettled(picture: MoneyPicture, intents: readonly Intent[]): boolean {
  const underWay = intents.some(
    (intent) =>
      intent.effect.kind === 'capture' &&
      (intent.status === 'attempting' || intent.status === 'unclear'),
  );
  if (underWay || isPositive(picture.pending)) return false;
  return isZero(owed(picture)) || !hasAuthorization(picture);
}
