import type { Html } from './html';
import type { Shop } from './shapes';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** The store that the page is about. */
  readonly shop?: string;
  readonly path?: string;
  readonly status?: number;
  /** The part of the header's navigation that the page belongs to. */
  readonly section?: Section;
  /** Staff's pages have the admin's navigation beside them; the app fills the window. */
  readonly look?: 'plain' | 'admin' | 'app';
}

export type Section = 'start' | 'store' | 'mail' | 'admin' | 'faults' | 'ledger' | 'clock';

/** What the header says on every page; undefined where the simulator did not answer. */
export interface Surroundings {
  readonly now: string | undefined;
  readonly next: string | undefined;
  readonly shops: readonly Shop[];
}

export const storePath = (shop: string, rest = ''): string =>
  `/store/${encodeURIComponent(shop)}${rest}`;
