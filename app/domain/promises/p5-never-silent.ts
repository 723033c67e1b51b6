import { addMs, DAY } from '../calendar';
import { type Book, factsOf, orderWaits, withGrace } from './book';
import { createFinding, type Finding } from './finding';

const LONG_WAIT = 4 * DAY;

/**
 * P5. From the first word of a wait until its end no more than the agreed number of days passes without a word to that
 * customer; a word about another of their orders counts. And who waits for four days has had, by then, a word after the
 * one that told of the shortage. Judged for customers with an address, while we might act freely.
 */
export function checkNeverSilent(book: Book): Finding {
  const finding = createFinding('P5');
  const words = factsOf(book.history.facts, 'said');
  for (const order of book.orders) {
    const { customer } = order.placed;
    if (customer === null) continue;
    const toThem = words.filter((said) => said.customer === customer);
    for (const wait of orderWaits(order)) {
      const end = wait.to !== null && wait.to < order.until ? wait.to : order.until;
      const first = toThem.find(
        (said) => said.order === order.id && said.at >= wait.from && said.at <= end,
      );
      if (first === undefined || !book.actsFreely(wait.from, end)) continue;
      const days = book.settingsAt(wait.from)?.followUpDays ?? 7;
      const heard = [
        ...toThem.filter((said) => said.at >= first.at && said.at < end).map((said) => said.at),
        end,
      ];
      finding.judge();
      heard.forEach((at, i) => {
        const before = heard[i - 1];
        if (before !== undefined && at > withGrace(book, addMs(before, days * DAY)))
          finding.broken(at, order.id, `more than ${days} days went by without a word`);
      });
      if (end.getTime() - wait.from.getTime() < LONG_WAIT) continue;
      const second = heard[1];
      if (second === undefined || second > withGrace(book, addMs(wait.from, LONG_WAIT)))
        finding.broken(end, order.id, 'a wait of four days had no follow-up');
    }
  }
  return finding.end();
}
