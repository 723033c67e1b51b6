import type { Case, CaseLine } from './case';
import { atLeastZero, compare, minus, type Money, plus, shareUp, sum, zero } from './money';
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

/**
 * What of an amount was never paid and isn't under way. What was given back is not asked for again: a refund for units has
 * lowered the price with it, and one out of goodwill is a gift. Nor is what our own rounding may have left of a part's price.
 */
export function unpaid(amount: Money, { received, pending, rounding }: MoneyPicture): Money {
  const rest = atLeastZero(minus(amount, plus(received, pending)));
  return compare(rest, rounding) > 0 ? rest : zero(rest.currencyCode);
}
