import { capturesAtFulfillment, capturesParts } from '../capture-method';
import { unpaid } from '../due-now';
import { moneyOf } from '../effects/situation';
import { type Intent, wasTried } from '../intent';
import { compare, isPositive, isZero, type Money } from '../money';
import { hasFailedAtCheckout, heldMoney, type MoneyPicture } from '../money-picture';
import type { OrderSnapshot } from '../order';
import type { Shop } from '../settings';

/** What of the order's price is neither charged nor paid by gift card nor under way. Never negative. */
export function owed(picture: MoneyPicture): Money {
  return unpaid(picture.total, picture);
}

/** Whether the order was ever to be paid by an authorization; if not, there is nothing of ours to capture. */
export function hasAuthorization(picture: MoneyPicture): boolean {
  return picture.authorizations.length > 0;
}

/**
 * Whether the goods wait for the order's money: it was authorized, or its payment at checkout came to nothing. What was
 * never to be paid before it ships (payment terms, nothing tried at all) is the merchant's own affair.
 */
export function isPaidFirst(order: OrderSnapshot, picture: MoneyPicture): boolean {
  return hasAuthorization(picture) || hasFailedAtCheckout(order);
}

/** Whether what is open covers the amount; an amount of nothing is covered by nothing. */
export function isCoveredByOpen(amount: Money, picture: MoneyPicture, now: Date): boolean {
  const open = heldMoney(picture, now);
  return open === null ? isZero(amount) : compare(open, amount) >= 0;
}

export interface Settling {
  readonly order: OrderSnapshot;
  readonly intents: readonly Intent[];
  readonly shop: Shop;
  readonly now: Date;
}

/**
 * The money for `due` (by default the whole price) is where it should be before the goods go: taken; or authorized, where
 * Shopify takes it as they are fulfilled (a part's only where it takes each part); or never ours to take.
 */
export function isSettled({ order, intents, shop, now }: Settling, due?: Money): boolean {
  const picture = moneyOf({ order, intents, shop });
  const underWay = intents.some((intent) => intent.effect.kind === 'capture' && wasTried(intent));
  if (underWay || isPositive(picture.pending)) return false;
  const rest = unpaid(due ?? picture.total, picture);
  if (isZero(rest) || !isPaidFirst(order, picture)) return true;
  const shopifyTakesIt = due === undefined ? capturesAtFulfillment(shop) : capturesParts(shop);
  return shopifyTakesIt && isCoveredByOpen(rest, picture, now);
}
