import { compare, isPositive, minus, type Money, plus, shareUp, sum } from '../money';
import type { Captured } from '../history';
import { type Book, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';
import { ledgerAt } from './ledger';
import type { Shelf } from './shelf';

/**
 * P1. At each capture of ours, every unit of the order that is still to go had a unit on the shelf for it, shared oldest
 * first, at some moment of the grace before; the order was routed. Two exceptions, both the customer's own yes or their
 * gain: they agreed to be charged early; or only what is here was captured, and the rest of the authorization stays, or
 * they agreed that it doesn't. What a person captures is the person's affair. And where the money was taken at checkout,
 * no message says that it was not.
 */
export function checkNoChargeBeforeGoods(book: Book, shelf: Shelf): Finding {
  const finding = createFinding('P1');
  for (const order of book.orders) {
    for (const captured of factsOf(order.facts, 'captured')) {
      if (captured.by !== 'holdfast') continue;
      finding.judge();
      const says = shelf.had(order.id, captured.at) ? null : wrongWith(captured, order, shelf);
      if (says !== null) finding.broken(captured.at, order.id, says);
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

/** What is wrong with a capture while units are missing; null where the customer agreed, or it took nothing for them. */
function wrongWith(captured: Captured, order: OrderBook, shelf: Shelf): string | null {
  const agreed = (to: 'charge-early' | 'part-first'): boolean =>
    factsOf(order.facts, 'agreed').some((yes) => yes.to === to && yes.at <= captured.at);
  if (agreed('charge-early')) return null;
  const then = ledgerAt(order, captured.at, true);
  const missing = worthOf(shelf.lacking(order.id, captured.at), order);
  if (
    missing === null ||
    compare(plus(then.charged, captured.amount), minus(then.total, missing)) > 0
  )
    return 'money was taken for units that were not there';
  const authorization = then.authorizations.get(captured.authorization);
  const keepsTheRest = authorization?.multiCapturable === true && !captured.final;
  return keepsTheRest || agreed('part-first')
    ? null
    : 'the only capture was used for a part, and the customer had not agreed';
}

/** What the missing units cost, each line's share rounded up; null where a price isn't known or nothing is missing. */
function worthOf(missing: ReadonlyMap<string, number>, { placed }: OrderBook): Money | null {
  if (missing.size === 0) return null;
  const shares = placed.lines.flatMap(({ line, units, gross }) => {
    const lacks = missing.get(line) ?? 0;
    return lacks === 0 ? [] : [gross === undefined ? null : shareUp(gross, lacks, units)];
  });
  const known = shares.filter((share) => share !== null);
  return known.length === shares.length ? sum(known, placed.total.currencyCode) : null;
}
