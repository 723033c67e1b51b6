import { endOfDay, firstPermitted, isNight, latest, type Night } from '../calendar';
import { type Book, factsOf, withGrace } from './book';
import { createFinding, type Finding } from './finding';

/** The first permitted minute for what happened at `at`: where the night begins before the news need be here, the morning. */
function firstMinute(book: Book, at: Date, night: Night): Date {
  const known = withGrace(book, at);
  return firstPermitted(isNight(known, night) ? known : at, night);
}

/**
 * P7. When units of an order that has waited ship, the customer hears on that day, or in the first permitted minute after
 * it where the rest of the day is their night. Where Shopify tells, its notification was asked for. Judged for customers
 * with an address while we might act freely.
 */
export function checkTellItShips(book: Book): Finding {
  const finding = createFinding('P7');
  const { timezone } = book.history;
  for (const order of book.orders) {
    const firstShort = factsOf(order.facts, 'shortage-found')[0];
    if (order.placed.customer === null || firstShort === undefined) continue;
    const words = factsOf(order.facts, 'said').filter((said) => said.step === 'shipped');
    for (const { at, toldByShopify } of factsOf(order.facts, 'shipped')) {
      const settings = book.settingsAt(at);
      if (settings === null || at < firstShort.at) continue;
      const night = { from: settings.nightFrom, to: settings.nightTo, zone: order.placed.zone };
      const by = withGrace(book, latest(endOfDay(at, timezone), firstMinute(book, at, night)));
      if (by > order.until || !book.actsFreely(at, by)) continue;
      finding.judge();
      if (!toldByShopify && !words.some((said) => said.at >= at && said.at <= by))
        finding.broken(at, order.id, 'nobody told the customer that it ships');
    }
  }
  return finding.end();
}
