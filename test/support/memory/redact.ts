import { REDACTED, withoutWords } from '../../../app/adapters/store/without-words';
import type { OrderId } from '../../../app/domain/ids';
import type { TimelineEntry } from '../../../app/domain/case';
import type { ShopRows } from './shop-rows';
import type { Undo } from './table';

const withoutAddresses = (text: string | null): string | null =>
  text?.replace(/\S+@\S+/g, REDACTED) ?? null;

/** As the real store does it, which tells the reasons. */
export function redactRows(
  rows: ShopRows,
  input: { customerKey: string | null; orderIds: readonly OrderId[] },
): void {
  const undo: Undo = [];
  const theirs = new Set<string>(input.orderIds);
  if (input.customerKey) {
    const same = (row: { customerKey: string | null }): boolean =>
      row.customerKey === input.customerKey;
    for (const row of [...rows.cases.find(same), ...rows.messages.find(same)])
      theirs.add(row.orderId);
  }
  for (const row of rows.messages.find((message) => theirs.has(message.orderId))) {
    const erased = {
      to: REDACTED,
      subject: REDACTED,
      text: REDACTED,
      html: REDACTED,
      customerKey: '',
    };
    rows.messages.set(`${row.orderId} ${row.key}`, { ...row, ...erased }, undo);
  }
  for (const link of rows.links.find(({ orderId }) => theirs.has(orderId)))
    rows.links.delete(link.id, undo);
  for (const orderId of theirs) {
    const row = rows.cases.get(orderId);
    if (row) {
      const attention = withoutAddresses(row.attention);
      const version = row.version + 1;
      rows.cases.set(
        orderId,
        {
          ...row,
          ...{ customerKey: null, redacted: true, attention, calls: [], version },
          generation: row.generation + 1,
        },
        undo,
      );
    }
    const entries = rows.timelines.get(orderId);
    if (entries) rows.timelines.set(orderId, entries.map(erase), undo);
  }
}

function erase(entry: TimelineEntry): TimelineEntry {
  const detail = Object.entries(entry.detail).map(([key, value]) => [
    key,
    withoutWords(value, key),
  ]);
  return { ...entry, detail: Object.fromEntries(detail) };
}
