import { unpaid, worthOf } from '../due-now';
import { isPositive, minus, type Money } from '../money';
import { unitsToCome } from '../units';
import { moneyOf, type Situation } from './situation';

/**
 * What nobody took of the price of goods that have left before the rest: by the hand of a person, or where Shopify takes a
 * part only with the whole. Null when nothing has left, or it is paid.
 */
export function unpaidOfGone(situation: Situation): Money | null {
  const { case: value, order } = situation;
  const lines = value?.lines ?? [];
  if (!lines.some(({ units }) => units.packed + units.shipped > 0)) return null;
  const toCome = worthOf(order, ({ id }) => {
    const line = lines.find((l) => l.id === id);
    return line === undefined ? 0 : unitsToCome(line.units) - line.units.packed;
  });
  const rest = unpaid(minus(order.currentTotal, toCome), moneyOf(situation));
  return isPositive(rest) ? rest : null;
}
