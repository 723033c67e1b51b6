import type { Tried } from '../history';
import { factsOf, type OrderBook } from './book';
import { ledgerAt } from './ledger';

/** What moves the order's money, or may. */
const MOVES: readonly Tried['effect'][] = ['capture', 'void', 'refund', 'cancel-order'];

/** Why this should not have been tried, going by the order alone (M); null when nothing is wrong with it. */
export function wrongTry(tried: Tried, order: OrderBook): string | null {
  return afterItsEnd(tried, order) ?? unread(tried, order);
}

function afterItsEnd(tried: Tried, order: OrderBook): string | null {
  if (tried.effect !== 'capture' && tried.effect !== 'void') return null;
  const authorization = [...ledgerAt(order, tried.at, true).authorizations].find(
    ([id]) => id === tried.target,
  )?.[1];
  if (authorization === undefined) return null;
  if (authorization.ended || endedJustNow(tried, order, authorization.multiCapturable))
    return 'on an authorization that was done with';
  return tried.effect === 'capture' && authorization.expiresAt <= tried.at
    ? afterItRanOut(tried, order, authorization.expiresAt)
    : null;
}

/** While Shopify still shows it as capturable, one late capture is tried; a refusal is the last word. */
function afterItRanOut(tried: Tried, order: OrderBook, expiresAt: Date): string | null {
  const { facts } = order;
  const isSeen = factsOf(facts, 'lapsed').some(
    ({ authorization, at }) => authorization === tried.target && at <= tried.at,
  );
  if (isSeen) return 'after the authorization had run out';
  const wasRefused = factsOf(facts.slice(0, facts.indexOf(tried)), 'tried').some(
    ({ effect, target, outcome, at }) =>
      effect === 'capture' && target === tried.target && outcome === 'refused' && at >= expiresAt,
  );
  return wasRefused ? 'once more after the authorization had run out' : null;
}

/** Whether we ourselves ended it in the very same instant. What this try itself did is told right before it. */
function endedJustNow(tried: Tried, order: OrderBook, multiCapturable: boolean): boolean {
  const earlier = order.facts.slice(0, Math.max(0, order.facts.indexOf(tried) - 1));
  return factsOf(earlier, 'captured', 'voided').some(
    (f) =>
      f.by === 'holdfast' &&
      f.authorization === tried.target &&
      f.at.getTime() === tried.at.getTime() &&
      (f.kind === 'voided' || f.final || !multiCapturable),
  );
}

function unread(tried: Tried, order: OrderBook): string | null {
  const tries = factsOf(order.facts, 'tried');
  const before = tries.slice(0, tries.indexOf(tried));
  const same = before.findLast((t) => t.effect === tried.effect && t.target === tried.target);
  const money = MOVES.includes(tried.effect)
    ? before.findLast((t) => MOVES.includes(t.effect))
    : undefined;
  const isOpen = (last: Tried | undefined): boolean =>
    last !== undefined &&
    (last.outcome === 'unclear' || last.outcome === 'pending') &&
    !order.facts.some((f) => f.kind === 'order-read' && f.at > last.at && f.at <= tried.at);
  if (isOpen(same)) return 'again though its outcome was unclear';
  return isOpen(money) ? 'though the outcome of another move of money was unclear' : null;
}
