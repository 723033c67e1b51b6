import type { Actor, Bag } from './types';

export interface LedgerRow {
  readonly seq: number;
  readonly shop: string;
  readonly kind: string;
  readonly orderId?: string | undefined;
  readonly target?: string | undefined;
  /** What the customer pays or gets, in the currency that the customer saw. */
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly quantity?: number | undefined;
  readonly by: Actor;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly realTime: string;
}

export interface Entry {
  shop: string;
  kind: string;
  by: Actor;
  orderId?: string | undefined;
  target?: string | undefined;
  money?: { bag: Bag; currency: string } | undefined;
  quantity?: number | undefined;
  detail?: Record<string, unknown> | undefined;
}

/** Append-only: the one witness that the app cannot talk to. */
export class Ledger {
  /** Hears of each row at the moment in which it is written. */
  onAppend: (row: LedgerRow) => void = () => undefined;

  constructor(
    private readonly now: () => string,
    readonly rows: LedgerRow[] = [],
  ) {}

  append({ money, detail, ...entry }: Entry): void {
    const row: LedgerRow = Object.freeze({
      seq: this.rows.length + 1,
      ...entry,
      ...(money ? { amount: money.bag.presentment, currency: money.currency } : {}),
      detail: Object.freeze({ ...detail, ...(money ? { shopAmount: money.bag.shop } : {}) }),
      at: this.now(),
      realTime: new Date().toISOString(),
    });
    this.rows.push(row);
    this.onAppend(row);
  }

  list(filter: {
    shop?: string | undefined;
    orderId?: string | undefined;
    kind?: string | undefined;
    after?: number | undefined;
  }): readonly LedgerRow[] {
    return this.rows.filter(
      (row) =>
        (!filter.shop || row.shop === filter.shop) &&
        (!filter.orderId || row.orderId === filter.orderId) &&
        (!filter.kind || row.kind === filter.kind) &&
        row.seq > (filter.after ?? 0),
    );
  }
}
