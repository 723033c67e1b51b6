/* The book of one order: what its facts add up to. */

export interface AuthorizationBook {
  readonly id: string;
  readonly authorized: number;
  readonly captured: number;
  readonly expiresAt: number;
  readonly multiCapturable: boolean;
  readonly voidedBy: string | null;
  /** Nothing more can be taken from it: voided, lapsed, or captured for good. */
  readonly ended: boolean;
}

export interface LineBook {
  readonly item: string;
  readonly units: number;
  readonly packed: number;
  readonly unitGross: number;
}

export interface Book {
  readonly total: number;
  readonly lines: ReadonlyMap<string, LineBook>;
  readonly shelf: ReadonlyMap<string, number>;
  readonly authorizations: ReadonlyMap<string, AuthorizationBook>;
  /** Taken from the customer by checkout, capture and link, and by gift card. */
  readonly taken: number;
  readonly givenBack: number;
  readonly agreed: ReadonlySet<string>;
  /** Lines whose cancellation the customer asked for and did not take back, with the end of the time for that. */
  readonly leaving: ReadonlyMap<string, number>;
  /** Our holds, by what they are on. */
  readonly held: ReadonlySet<string>;
  readonly releasedByOthers: ReadonlySet<string>;
  /** Holdfast knows that units are missing. */
  readonly isFound: boolean;
  readonly disputed: boolean;
  /** What Shopify takes by itself as goods are fulfilled. */
  readonly takesAtFulfillment: 'nothing' | 'the whole' | 'each part';
  readonly cancelledBy: string | null;
}

export const EMPTY: Book = {
  total: 0,
  lines: new Map(),
  shelf: new Map(),
  authorizations: new Map(),
  taken: 0,
  givenBack: 0,
  agreed: new Set(),
  leaving: new Map(),
  held: new Set(),
  releasedByOthers: new Set(),
  isFound: false,
  disputed: false,
  takesAtFulfillment: 'nothing',
  cancelledBy: null,
};

export const kept = (book: Book): number => book.taken - book.givenBack;

export const left = (a: AuthorizationBook): number => (a.ended ? 0 : a.authorized - a.captured);

export const openMoney = (book: Book, at: number): number =>
  [...book.authorizations.values()]
    .filter((a) => a.expiresAt > at)
    .reduce((sum, a) => sum + left(a), 0);

/** Units of a line that are neither gone nor on the shelf. The books are about one order: the shelf is its own. */
export const missing = (book: Book, line: LineBook): number =>
  Math.max(0, line.units - line.packed - Math.max(0, book.shelf.get(line.item) ?? 0));

export const isWaiting = (book: Book): boolean =>
  book.cancelledBy === null && [...book.lines.values()].some((line) => missing(book, line) > 0);

/** What the units that are missing cost the customer. */
export const missingGross = (book: Book): number =>
  [...book.lines.values()].reduce((sum, line) => sum + missing(book, line) * line.unitGross, 0);

/** Nothing is left to go out. */
export const isPacked = (book: Book): boolean =>
  [...book.lines.values()].every((line) => line.units <= line.packed);
