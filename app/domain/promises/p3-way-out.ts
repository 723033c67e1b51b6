import { isPositive } from '../money';
import type { Said } from '../history';
import { tellsOfDelay } from './delay';
import { type Book, factsOf } from './book';
import { createFinding, type Finding } from './finding';

function untrue({ claimsNotCharged, money }: Said): string | null {
  const taken = [money.charged, money.pending, money.giftCard].filter(isPositive);
  if (claimsNotCharged && taken.length > 0) return 'says "not charged", and money was taken';
  if (!claimsNotCharged && taken.length === 0) return 'does not say that nothing was charged';
  if (taken.some(({ amount }) => !money.named.includes(amount)))
    return 'does not name what was taken';
  return null;
}

/**
 * P3. Every message about a delay carries a link that opens and lets each waiting line be cancelled, and the state of the
 * money as Shopify had it at that moment: "not charged" if and only if nothing is charged, pending or paid by gift card,
 * and otherwise each of these amounts.
 */
export function checkWayOut(book: Book): Finding {
  const finding = createFinding('P3');
  for (const order of book.orders)
    for (const said of factsOf(order.facts, 'said')) {
      if (!tellsOfDelay(said)) continue;
      finding.judge();
      if (!said.hasOffer)
        finding.broken(said.at, order.id, `“${said.step}” has no working offer to cancel`);
      const wrong = untrue(said);
      if (wrong !== null) finding.broken(said.at, order.id, `“${said.step}” ${wrong}`);
    }
  return finding.end();
}
