import type { Captured } from '../history';
import { compare, minus, type Money, plus, sum } from '../money';
import { type Book, type FactOf, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';
import { ledgerAt } from './ledger';
import { wrongTry } from './m-tries';
import { forbidden } from './m-mode';

/**
 * M. For each order:
 * - a capture of ours is on an authorization of that order, and no more than what is left of it and than what the order
 *   still costs: what was received and given back out of goodwill is not taken again;
 * - a refund of ours is no more than what was paid beyond what the order is worth after it; or than what the units cost that
 *   left with it, out of what we took ourselves;
 * - nothing is tried on an authorization after it was voided, is shown as run out, or was captured for good; after its end,
 *   while Shopify still shows it as capturable, a capture is refused once at most;
 * - after an unclear outcome the order is read before the same thing, or anything else with its money, is tried;
 * - while the shop only watches or everything is paused, and after an uninstall, nothing is tried and nothing is said;
 *   where it asks, only what a person said yes to, and each yes counts for one time.
 */
export function checkMoneyOnce(book: Book): Finding {
  const finding = createFinding('M');
  for (const order of book.orders) {
    for (const fact of factsOf(order.facts, 'captured', 'refunded')) {
      if (fact.by !== 'holdfast') continue;
      const says = fact.kind === 'captured' ? tooMuch(fact, order) : givenAway(fact, order);
      if (says !== null) finding.broken(fact.at, order.id, says);
    }
    for (const tried of factsOf(order.facts, 'tried')) {
      finding.judge();
      const says = wrongTry(tried, order) ?? forbidden(tried, order, book);
      if (says !== null) finding.broken(tried.at, order.id, `${tried.effect} was tried ${says}`);
    }
    for (const said of factsOf(order.facts, 'said')) {
      const says = forbidden(said, order, book);
      if (says !== null) finding.broken(said.at, order.id, `“${said.step}” was said ${says}`);
    }
  }
  return finding.end();
}

/** What bears the same instant may have come in either order: the price that is kinder to us counts. */
function priceAt(order: OrderBook, at: Date, kinder: 'high' | 'low'): Money {
  const [before, after] = [ledgerAt(order, at, true).total, ledgerAt(order, at).total];
  const isHigher = compare(before, after) > 0;
  return isHigher === (kinder === 'high') ? before : after;
}

/** Our own captures up to this one count in any case, also those of the very same instant. */
function tooMuch(captured: Captured, order: OrderBook): string | null {
  const then = ledgerAt(order, captured.at, true);
  const authorization = then.authorizations.get(captured.authorization);
  if (authorization === undefined) return 'was captured on an authorization of no order of its own';
  const own = factsOf(order.facts, 'captured').filter(({ by }) => by === 'holdfast');
  const now = own
    .slice(0, own.indexOf(captured) + 1)
    .filter(({ at }) => at.getTime() === captured.at.getTime());
  const { currencyCode } = captured.amount;
  const ofIt = now.filter((c) => c.authorization === captured.authorization).map((c) => c.amount);
  const all = now.map((c) => c.amount);
  if (compare(plus(authorization.captured, sum(ofIt, currencyCode)), authorization.authorized) > 0)
    return 'more was captured than was authorized';
  const owed = minus(priceAt(order, captured.at, 'high'), then.received);
  return compare(sum(all, currencyCode), owed) > 0 ? 'more was captured than is owed' : null;
}

/** What others gave back in the very same instant may have come after ours. */
function givenAway(refunded: FactOf<'refunded'>, order: OrderBook): string | null {
  const { currencyCode } = refunded.amount;
  const byOthers = factsOf(order.facts, 'refunded')
    .filter(({ by, at }) => by !== 'holdfast' && at.getTime() === refunded.at.getTime())
    .map(({ amount }) => amount);
  const [before, after] = [ledgerAt(order, refunded.at, true), ledgerAt(order, refunded.at)];
  const now = minus(after.own.givenBack, before.own.givenBack);
  const asked = ledgerAt(order, refunded.askedAt ?? refunded.at, true);
  const isOfOurs =
    compare(now, minus(asked.total, after.total)) <= 0 &&
    compare(after.own.givenBack, after.own.taken) <= 0;
  const kept = plus(after.charged, sum(byOthers, currencyCode));
  return !isOfOurs && compare(kept, priceAt(order, refunded.at, 'low')) < 0
    ? 'more was given back than was paid beyond the order’s worth'
    : null;
}
