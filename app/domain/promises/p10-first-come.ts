import { type Book, factsOf } from './book';
import { createFinding, type Finding } from './finding';
import type { Shelf } from './shelf';

/**
 * P10. When we release an order that has waited, or say that its goods are here, the shelf had units for all of it when
 * shared oldest first: nobody who ordered earlier lacked one. Only a person's name and reason put an order before others.
 */
export function checkFirstCome(book: Book, shelf: Shelf): Finding {
  const finding = createFinding('P10');
  for (const order of book.orders) {
    const firstShort = factsOf(order.facts, 'shortage-found')[0]?.at;
    if (firstShort === undefined) continue;
    for (const fact of factsOf(order.facts, 'released', 'said')) {
      const ours = fact.kind === 'released' ? fact.by === 'holdfast' : fact.step === 'ready';
      if (!ours || fact.at < firstShort || shelf.openLines(order.id, fact.at).length === 0)
        continue;
      finding.judge();
      if (!shelf.had(order.id, fact.at))
        finding.broken(
          fact.at,
          order.id,
          'was given units that an older order waits for, or that are not there',
        );
    }
    for (const { at, who, why } of factsOf(order.facts, 'put-first'))
      if (who.trim() === '' || why.trim() === '')
        finding.broken(at, order.id, 'was put first without a name and a reason');
  }
  return finding.end();
}
