/* What the bench and its load generator, a process of its own, say to each other. */

export interface Shot {
  readonly port: number;
  readonly count: number;
  /** The same bodies in another wave are other deliveries; in the same wave they are duplicates. */
  readonly wave: number;
  /** Duplicates that the app can only know from its database, as if another process had had the first. */
  readonly forgotten?: boolean;
}

export type Order =
  | { readonly kind: 'prepare'; readonly count: number; readonly secret: string }
  | ({ readonly kind: 'fire' } & Shot);

export interface Fired {
  readonly seconds: number;
  /** How many were answered 200. */
  readonly acknowledged: number;
  /** Milliseconds from a request to its answer. */
  readonly p50: number;
  readonly p99: number;
}

export type Report =
  | { readonly kind: 'prepared'; readonly bytes: number }
  | { readonly kind: 'fired'; readonly fired: Fired }
  | { readonly kind: 'failed'; readonly why: string };

export const CONNECTIONS = 64;
