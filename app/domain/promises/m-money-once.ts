import { addMs } from '../calendar';
import type { Fact, Tried } from '../history';
import { compare, minus, plus } from '../money';
import { type Book, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';
import { ledgerAt } from './ledger';

/**
 * M. For each order:
 * - a capture of ours is no more than what is left of the authorization and than what the order still costs;
 * - nothing is tried on an authorization after it was voided, has run out, or was captured for good;
 * - after an unclear outcome the order is read before the same thing is tried again;
 * - while the shop only watches or everything is paused, and after an uninstall, nothing is tried and nothing is said;
 *   where it asks, only what a person said yes to.
 */
export function checkMoneyOnce(book: Book): Finding {
  const finding = createFinding('M');
  for (const order of book.orders) {
    for (const fact of factsOf(order.facts, 'captured'))
      if (fact.by === 'holdfast') {
        const then = ledgerAt(order, fact.at, true);
        const authorization = then.authorizations.get(fact.authorization);
        if (authorization === undefined) continue;
        if (compare(plus(authorization.captured, fact.amount), authorization.authorized) > 0)
          finding.broken(fact.at, order.id, 'more was captured than was authorized');
        if (compare(fact.amount, minus(then.total, then.charged)) > 0)
          finding.broken(fact.at, order.id, 'more was captured than is owed');
      }
    const tries = factsOf(order.facts, 'tried');
    tries.forEach((tried, i) => {
      finding.judge();
      const says =
        afterItsEnd(tried, order) ??
        unread(tried, tries.slice(0, i), order) ??
        forbidden(tried, order, book);
      if (says !== null) finding.broken(tried.at, order.id, `${tried.effect} was tried ${says}`);
    });
    for (const said of factsOf(order.facts, 'said')) {
      const says = forbidden(said, order, book);
      if (says !== null) finding.broken(said.at, order.id, `“${said.step}” was said ${says}`);
    }
  }
  return finding.end();
}

function afterItsEnd(tried: Tried, order: OrderBook): string | null {
  if (tried.effect !== 'capture' && tried.effect !== 'void') return null;
  for (const [id, authorization] of ledgerAt(order, tried.at, true).authorizations)
    if (id === tried.target) {
      if (authorization.ended) return 'on an authorization that was done with';
      if (tried.effect === 'capture' && authorization.expiresAt <= tried.at)
        return 'after the authorization had run out';
    }
  return null;
}

function unread(tried: Tried, before: readonly Tried[], order: OrderBook): string | null {
  const last = before.findLast((t) => t.effect === tried.effect && t.target === tried.target);
  if (last === undefined || (last.outcome !== 'unclear' && last.outcome !== 'pending')) return null;
  const looked = order.facts.some(
    (f) => f.kind === 'order-read' && f.at > last.at && f.at <= tried.at,
  );
  return looked ? null : 'again though its outcome was unclear';
}

/** Whether the shop let it pass at that moment. A message goes by its key, which begins its id. */
function forbidden(
  fact: Extract<Fact, { kind: 'tried' | 'said' }>,
  order: OrderBook,
  book: Book,
): string | null {
  const settings = book.settingsAt(fact.at);
  // What bears the same instant as a change of settings may have come before it.
  const before = book.settingsAt(addMs(fact.at, -1));
  if (before !== null && before.mode === 'automatic' && !before.paused) return null;
  if (settings === null) return 'though the app is not installed';
  if (settings.paused) return 'though everything is paused';
  if (settings.mode === 'watch') return 'though the shop only watches';
  if (settings.mode === 'automatic') return null;
  const isIt = (yes: Extract<Fact, { kind: 'approved' }>): boolean =>
    fact.kind === 'said'
      ? yes.effect === 'message' && fact.messageId.startsWith(`${yes.target}.`)
      : yes.effect === fact.effect && yes.target === fact.target;
  const yes = factsOf(order.facts, 'approved').filter((approved) => approved.at <= fact.at);
  return yes.some(isIt) || isOtherHalf(fact, order, yes) ? null : 'without a yes';
}

/** The yes to the release of a part is the yes to the hold on what still waits, which follows at once. */
function isOtherHalf(
  fact: Extract<Fact, { kind: 'tried' | 'said' }>,
  order: OrderBook,
  yes: readonly Extract<Fact, { kind: 'approved' }>[],
): boolean {
  if (fact.kind !== 'tried' || fact.effect !== 'hold') return false;
  const before = factsOf(order.facts, 'held', 'released').filter(
    (f) => f.at < fact.at || (f.at <= fact.at && f.kind === 'released'),
  );
  const last = before.findLast((f) => f.by === 'holdfast');
  return last?.kind === 'released' && yes.some((y) => y.effect === 'release' && y.at <= last.at);
}
