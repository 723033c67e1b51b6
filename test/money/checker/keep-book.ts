import { type AuthorizationBook, type Book, EMPTY, type LineBook } from './book';
import type { PlainFact } from './facts';

const put = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): Map<K, V> =>
  new Map(map).set(key, value);
const withIt = <T>(set: ReadonlySet<T>, item: T): Set<T> => new Set(set).add(item);
const without = <T>(set: ReadonlySet<T>, items: readonly T[]): Set<T> =>
  new Set([...set].filter((item) => !items.includes(item)));

function change(book: Book, id: string, of: (a: AuthorizationBook) => AuthorizationBook): Book {
  const before = book.authorizations.get(id);
  return before === undefined
    ? book
    : { ...book, authorizations: put(book.authorizations, id, of(before)) };
}

function changeLine(book: Book, id: string, of: (line: LineBook) => LineBook): Book {
  const before = book.lines.get(id);
  return before === undefined ? book : { ...book, lines: put(book.lines, id, of(before)) };
}

/** The book after one more fact. */
function after(book: Book, fact: PlainFact): Book {
  switch (fact.kind) {
    case 'order-placed': {
      const lines = fact.lines.map(({ line, item, units, gross }): [string, LineBook] => [
        line,
        { item, units, packed: 0, unitGross: gross / units },
      ]);
      return { ...book, total: fact.total, lines: new Map(lines) };
    }
    case 'line-changed':
      return {
        ...changeLine(book, fact.line, (line) => ({ ...line, units: fact.units })),
        total: fact.total,
      };
    case 'order-cancelled':
      return { ...book, total: 0, cancelledBy: fact.by };
    case 'stock-changed':
      return { ...book, shelf: put(book.shelf, fact.item, fact.toShare) };
    case 'packed':
      return fact.lines.reduce(
        (all, { line, units }) =>
          changeLine(all, line, (of) => ({ ...of, packed: of.packed + units })),
        book,
      );
    case 'held':
      return fact.by === 'holdfast' ? { ...book, held: withIt(book.held, fact.target) } : book;
    case 'released': {
      const others = book.releasedByOthers;
      return {
        ...book,
        held: without(book.held, [fact.target]),
        releasedByOthers: fact.by === 'holdfast' ? others : withIt(others, fact.target),
      };
    }
    case 'authorized': {
      const { authorization: id, amount: authorized, expiresAt, multiCapturable } = fact;
      const fresh = { captured: 0, voidedBy: null, ended: false };
      const of = { id, authorized, expiresAt, multiCapturable, ...fresh };
      return { ...book, authorizations: put(book.authorizations, id, of) };
    }
    case 'charged-at-checkout':
    case 'paid-by-gift-card':
    case 'paid':
      return { ...book, taken: book.taken + fact.amount };
    case 'captured':
      return {
        ...change(book, fact.authorization, (a) => ({
          ...a,
          captured: a.captured + fact.amount,
          ended: fact.final || !a.multiCapturable || a.captured + fact.amount >= a.authorized,
        })),
        taken: book.taken + fact.amount,
      };
    case 'voided':
      return change(book, fact.authorization, (a) => ({ ...a, voidedBy: fact.by, ended: true }));
    case 'lapsed':
      return change(book, fact.authorization, (a) => ({ ...a, ended: true }));
    case 'refunded':
      return { ...book, givenBack: book.givenBack + fact.amount };
    case 'agreed':
      return { ...book, agreed: withIt(book.agreed, fact.to) };
    case 'chose':
      return { ...book, leaving: leavingAfter(book, fact) };
    case 'shortage-found':
      return { ...book, isFound: true };
    case 'shop':
      return { ...book, takesAtFulfillment: fact.takesAtFulfillment };
    case 'disputed':
      return { ...book, disputed: true };
    case 'said':
    case 'books':
      return book;
  }
}

function leavingAfter(
  book: Book,
  { choice, lines, undoUntil, at }: Extract<PlainFact, { kind: 'chose' }>,
): ReadonlyMap<string, number> {
  const leaving = new Map(book.leaving);
  for (const line of lines)
    if (choice === 'cancel') leaving.set(line, undoUntil ?? at);
    else leaving.delete(line);
  return leaving;
}

export interface Moment {
  readonly fact: PlainFact;
  readonly before: Book;
  readonly after: Book;
}

/** Every fact with the book before and after it. */
export function moments(facts: readonly PlainFact[]): Moment[] {
  let book = EMPTY;
  return facts.map((fact) => {
    const before = book;
    book = after(before, fact);
    return { fact, before, after: book };
  });
}
