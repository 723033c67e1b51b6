import { compare, isPositive, minus, type Money, plus, shareUp, sum } from '../money';
import type { Captured } from '../history';
import { type Book, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';
import { ledgerAt } from './ledger';
import type { Shelf } from './shelf';

/**
 * P1. At each capture of ours, every unit of the order that is still to go had a unit on the shelf for it, shared oldest
 * first, at some moment of the grace before; the order was routed. Two exceptions, both the customer's own yes or their
 * gain: they agreed to be charged early, and what we have taken since is no more than the amount that they saw; or only
 * what is here was captured, and the rest of the authorization stays, or they agreed that it doesn't, for this amount.
 * What a person captures is the person's affair. And no message says that nothing was charged to someone whose money was
 * taken, is on its way, or came from a gift card.
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
    for (const said of factsOf(order.facts, 'said')) {
      const { charged, pending, giftCard } = said.money;
      if (![charged, pending, giftCard].some(isPositive)) continue;
      finding.judge();
      if (said.claimsNotCharged)
        finding.broken(said.at, order.id, `“${said.step}” says "not charged" to someone who paid`);
    }
  }
  return finding.end();
}

/** What is wrong with a capture while units are missing; null where the customer agreed, or it took nothing for them. */
function wrongWith(captured: Captured, order: OrderBook, shelf: Shelf): string | null {
  const early = takenOfYes('charge-early', captured, order);
  if (early !== null && compare(early.taken, early.agreed) <= 0) return null;
  const then = ledgerAt(order, captured.at, true);
  const missing = worthOf(shelf.lacking(order.id, captured.at), order);
  const taken = plus(then.received, ownAt(captured, order));
  if (missing === null || compare(taken, minus(then.total, missing)) > 0)
    return 'money was taken for units that were not there';
  const authorization = then.authorizations.get(captured.authorization);
  if (authorization?.multiCapturable === true && !captured.final) return null;
  const part = takenOfYes('part-first', captured, order);
  if (part === null) return 'the only capture was used for a part, and the customer had not agreed';
  const more = compare(part.taken, part.agreed);
  // Of several authorizations each is taken for itself: one that is used up lets nothing go.
  const isUsedUp =
    authorization !== undefined &&
    compare(plus(authorization.captured, captured.amount), authorization.authorized) === 0;
  return more === 0 || (more < 0 && isUsedUp)
    ? null
    : 'the only capture was used for a part, and the customer had agreed to another amount';
}

/** The customer's newest yes of that kind, and what we have taken since, this capture included. */
function takenOfYes(
  to: 'charge-early' | 'part-first',
  captured: Captured,
  order: OrderBook,
): { readonly agreed: Money; readonly taken: Money } | null {
  const yes = factsOf(order.facts, 'agreed').findLast((y) => y.to === to && y.at <= captured.at);
  if (yes === undefined) return null;
  const own = ownCaptures(captured, order).filter(({ at }) => at >= yes.at);
  const amounts = own.map(({ amount }) => amount);
  return { agreed: yes.amount, taken: sum(amounts, yes.amount.currencyCode) };
}

/** Our captures of the order, up to this one. */
function ownCaptures(captured: Captured, order: OrderBook): Captured[] {
  const own = factsOf(order.facts, 'captured').filter(({ by }) => by === 'holdfast');
  return own.slice(0, own.indexOf(captured) + 1);
}

/** What we took in the very instant of a capture, up to it. */
function ownAt(captured: Captured, order: OrderBook): Money {
  const now = ownCaptures(captured, order).filter((c) => c.at.getTime() === captured.at.getTime());
  return sum(
    now.map(({ amount }) => amount),
    captured.amount.currencyCode,
  );
}

/**
 * What the missing units cost at least: each line's share rounded down, as Shopify may round what is left of a line. Null where
 * a price isn't known or nothing is missing.
 */
function worthOf(missing: ReadonlyMap<string, number>, { placed }: OrderBook): Money | null {
  if (missing.size === 0) return null;
  const shares = placed.lines.flatMap(({ line, units, gross }) => {
    const lacks = missing.get(line) ?? 0;
    return lacks === 0
      ? []
      : [gross === undefined ? null : minus(gross, shareUp(gross, units - lacks, units))];
  });
  const known = shares.filter((share) => share !== null);
  return known.length === shares.length ? sum(known, placed.total.currencyCode) : null;
}
