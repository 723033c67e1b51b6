import { isPositive } from '../money';
import { type Book, factsOf } from './book';
import { createFinding, type Finding } from './finding';
import type { Shelf } from './shelf';

/**
 * P1. At each capture of ours, every unit of the order that is still to go had a unit on the shelf for it, shared oldest
 * first, at some moment of the grace before; the order was routed. What a person captures is the person's affair. And
 * where the money was taken at checkout, no message says that it was not.
 */
export function checkNoChargeBeforeGoods(book: Book, shelf: Shelf): Finding {
  const finding = createFinding('P1');
  for (const order of book.orders) {
    for (const { at, by } of factsOf(order.facts, 'captured')) {
      if (by !== 'holdfast') continue;
      finding.judge();
      if (!shelf.had(order.id, at))
        finding.broken(at, order.id, 'money was taken for units that were not there');
    }
    const atCheckout = factsOf(order.facts, 'charged-at-checkout');
    for (const said of factsOf(order.facts, 'said')) {
      if (atCheckout.length === 0) continue;
      finding.judge();
      if (said.claimsNotCharged && isPositive(said.money.charged))
        finding.broken(
          said.at,
          order.id,
          `“${said.step}” says "not charged" to someone who paid at checkout`,
        );
    }
  }
  return finding.end();
}
