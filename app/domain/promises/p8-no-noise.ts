import {
  addMs,
  earliest,
  endOfDay,
  firstPermitted,
  HOUR,
  isNight,
  onDayOf,
  type Night,
} from '../calendar';
import type { Step } from '../case';
import type { Fact, Said } from '../history';
import { tellsOfDelay } from './delay';
import { type Book, factsOf, type OrderBook } from './book';
import { createFinding, type Finding } from './finding';

/** What must have happened since the last message of a step for another one to have news in it. */
const NEWS: Readonly<
  Record<Exclude<Step, 'follow-up' | 'date-passed' | 'payment-reminder'>, readonly Fact['kind'][]>
> = {
  'first-notice': ['shortage-found', 'settings-changed'],
  'new-date': ['date-given'],
  'money-notice': ['voided', 'lapsed'],
  'payment-request': ['shortage-ended', 'lapsed', 'voided', 'line-changed', 'unpacked'],
  ready: ['shortage-ended', 'released', 'captured', 'unpacked', 'paid'],
  shipped: ['shipped'],
  cancelled: ['line-changed', 'order-cancelled'],
};

function isSecond(
  said: Said,
  order: OrderBook,
  before: readonly Said[],
  shop: readonly Fact[],
): string | null {
  if (before.some((earlier) => earlier.messageId === said.messageId)) return 'was sent twice';
  const last = before.findLast((earlier) => earlier.step === said.step);
  if (said.step === 'follow-up' || said.step === 'date-passed') return null;
  if (said.step === 'payment-reminder') return null;
  const kinds = NEWS[said.step];
  const isNews = (fact: Fact): boolean =>
    (last === undefined || fact.at >= last.at) && fact.at <= said.at && kinds.includes(fact.kind);
  return order.facts.some(isNews) || shop.some(isNews)
    ? null
    : last === undefined
      ? 'was said, and nothing of the kind had happened'
      : 'was said a second time without news';
}

/** Whether everything of the order was gone before `at`: cancelled, or with the carrier. */
function isOver(order: OrderBook, at: Date): boolean {
  const lines = new Map(
    order.placed.lines.map(({ line, units }) => [line, { ordered: units, packed: 0, shipped: 0 }]),
  );
  for (const fact of order.facts) {
    if (fact.at >= at) break;
    if (fact.kind === 'order-cancelled') return true;
    if (fact.kind === 'line-changed') {
      const line = lines.get(fact.line);
      if (line !== undefined) line.ordered = fact.units;
    }
    if (fact.kind !== 'packed' && fact.kind !== 'unpacked' && fact.kind !== 'shipped') continue;
    for (const part of fact.lines) {
      const line = lines.get(part.line);
      if (line === undefined) continue;
      if (fact.kind === 'packed') line.packed += part.units;
      if (fact.kind === 'shipped') line.shipped += part.units;
      if (fact.kind === 'unpacked') line.packed -= part.units;
      line.shipped = Math.min(line.shipped, line.packed);
    }
  }
  return [...lines.values()].every((line) => line.ordered <= line.shipped);
}

/** What bears the message's own instant may have come before it or after it: it must be over either way. */
function wasOver(order: OrderBook, said: Said): boolean {
  return isOver(order, said.at) && isOver(order, addMs(said.at, 1));
}

/** Until when the message had to be out, where that outranks the night: the law, P2's day and P4's date. */
function deadline(said: Said, order: OrderBook, book: Book): Date | null {
  if (!tellsOfDelay(said)) return null;
  const { timezone } = book.history;
  const dates: Date[] = [];
  const told = factsOf(order.facts, 'said').findLast((s) => s.at < said.at && tellsOfDelay(s));
  const isNews = ({ at }: { readonly at: Date }): boolean =>
    at <= said.at && (told === undefined || at >= told.at);
  const found = factsOf(order.facts, 'shortage-found').findLast(isNews);
  if (found !== undefined) {
    // Where the shop let us speak only later, the day counts from then, too.
    const spoke = factsOf(book.history.facts, 'settings-changed').findLast(isNews);
    for (const since of spoke === undefined ? [found.at] : [found.at, spoke.at]) {
      const cutOff = book.settingsAt(since)?.cutOff ?? '18:00';
      if (since <= onDayOf(since, cutOff, timezone)) dates.push(endOfDay(since, timezone));
    }
    dates.push(order.placed.latest);
  }
  dates.push(...(told?.dates ?? []).flatMap(({ date }) => date ?? []));
  const [first, ...rest] = dates.filter((date) => date >= said.at);
  return first === undefined ? null : earliest(first, ...rest);
}

function inTheNight(said: Said, order: OrderBook, book: Book): boolean {
  const settings = book.settingsAt(said.at);
  if (settings === null) return false;
  const night: Night = { from: settings.nightFrom, to: settings.nightTo, zone: order.placed.zone };
  if (!isNight(said.at, night)) return false;
  const by = deadline(said, order, book);
  return by === null || firstPermitted(said.at, night) < by;
}

/**
 * P8. For each message to a customer:
 * - it is sent once, and has news of its kind in it, the first and each later one; shipment is told by Shopify or by us, never by both;
 * - after everything was cancelled or has shipped, nothing but the confirmation of that;
 * - not in the customer's night, unless the morning would come after its deadline (the law's, P2's day, P4's date);
 * - a follow-up, which alone has no deadline, comes no sooner than the cap after any word to that customer.
 */
export function checkNoNoise(book: Book): Finding {
  const finding = createFinding('P8');
  const all = factsOf(book.history.facts, 'said');
  const shop = factsOf(book.history.facts, 'settings-changed');
  for (const order of book.orders) {
    const words = factsOf(order.facts, 'said');
    words.forEach((said, i) => {
      finding.judge();
      const broken = (says: string): void =>
        finding.broken(said.at, order.id, `“${said.step}” ${says}`);
      const twice = isSecond(said, order, words.slice(0, i), shop);
      if (twice !== null) broken(twice);
      const shipped = factsOf(order.facts, 'shipped').findLast((f) => f.at <= said.at);
      if (said.step === 'shipped' && shipped?.toldByShopify) broken('was told by Shopify, too');
      if (said.step !== 'cancelled' && said.step !== 'shipped' && wasOver(order, said))
        broken('came after everything had been cancelled or shipped');
      if (inTheNight(said, order, book)) broken('came in the night');
      const cap = (book.settingsAt(said.at)?.capHours ?? 20) * HOUR;
      const close = all
        .slice(0, all.indexOf(said))
        .some((other) => other.customer === said.customer && other.at > addMs(said.at, -cap));
      if (said.step === 'follow-up' && close) broken('came too soon after another message');
    });
  }
  return finding.end();
}
