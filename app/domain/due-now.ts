import type { Case, CaseLine } from './case';
import { atLeastZero, minus, type Money, plus, shareUp, sum } from './money';
import type { MoneyPicture } from './money-picture';
import type { OrderLine, OrderSnapshot } from './order';
import { unitsToCome } from './units';

/** Units of a line that must not be charged yet: they are not here, or the customer wants them cancelled. */
export function waitingUnits({ units, choice }: CaseLine): number {
  if (choice.kind === 'cancel-requested') return unitsToCome(units) - units.packed;
  return units.short + units.doubtful;
}

/** What so many units of each line cost the customer, with tax and discount, each line's share rounded up. */
export function worthOf(order: OrderSnapshot, unitsOf: (line: OrderLine) => number): Money {
  return sum(
    order.lines.map((line) => shareUp(line.gross, unitsOf(line), line.current)),
    order.currentTotal.currencyCode,
  );
}

/**
 * What may be charged while some units wait: the order's price less what the waiting units cost, rounded in the
 * customer's favour (P1). Shipping belongs to the part that goes first.
 */
export function dueNow(order: OrderSnapshot, value: Case | null): Money {
  const waiting = worthOf(order, ({ id }) => {
    const line = value?.lines.find((l) => l.id === id);
    return line === undefined ? 0 : waitingUnits(line);
  });
  return atLeastZero(minus(order.currentTotal, waiting));
}

/** What of an amount is neither charged nor paid by gift card nor under way. */
export function unpaid(amount: Money, picture: MoneyPicture): Money {
  return atLeastZero(minus(amount, plus(plus(picture.charged, picture.giftCard), picture.pending)));
}
