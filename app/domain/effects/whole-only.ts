import type { Case } from '../case';
import { isPositive } from '../money';
import { isMoving } from '../money-picture';
import type { OrderSnapshot } from '../order';
import { unitsToCome } from '../units';
import { givenBack, type Leaving } from './given-back';
import { moneyOf, type Situation } from './situation';

type Known = Omit<Situation, 'case'> & { readonly case: Case };

/** Whether taking these units off, unpaid as they are, would be an edit that Shopify allows no app to make. */
export function needsForbiddenEdit(off: Leaving, situation: Situation): boolean {
  return !situation.order.editable && !isPositive(givenBack([off], situation));
}

const hasLeft = ({ fulfillments }: OrderSnapshot): boolean =>
  fulfillments.some(({ cancelled }) => !cancelled);

/**
 * Whether the customer is offered to cancel the order as a whole alone. An order that another app created can be edited by
 * that app only (platform fact), so no unpaid line can be taken off. A refund takes a paid line off, and isn't an edit. Once
 * a part has left, Shopify cancels no order: then the offer is for what is left, and a refund of no money is tried. While a
 * payment is on its way Shopify allows no edit of any order, which tells nothing.
 */
export function cancelsOnlyWhole(situation: Known): boolean {
  const { case: value, order } = situation;
  if (value.closedAt !== null || order.editable || hasLeft(order)) return false;
  if (isMoving(moneyOf(situation))) return value.cancelsWhole ?? false;
  return value.lines.some(({ id, units }) => {
    const quantity = unitsToCome(units) - units.packed;
    return quantity > 0 && needsForbiddenEdit({ target: id, quantity }, situation);
  });
}
