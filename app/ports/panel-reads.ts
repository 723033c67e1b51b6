import type { Case } from '../domain/case';
import type { OrderId, ShopId } from '../domain/ids';
import type { Money } from '../domain/money';
import type { CaseFilter, PanelCounts } from '../domain/panel-view';

/** The panel's lists, each in a number of queries that doesn't grow with the shop. */
export interface PanelReads {
  counts(shop: ShopId): Promise<PanelCounts>;
  /** By the time of opening; `from` is exclusive, and the rows come in the order that is asked for. */
  cases(
    shop: ShopId,
    query: {
      readonly filter: CaseFilter;
      readonly search: string;
      readonly order: 'oldest' | 'newest';
      readonly from: { readonly openedAt: Date; readonly orderId: OrderId } | null;
      readonly take: number;
    },
  ): Promise<Case[]>;
  /** What is authorized and not taken over all open cases, per currency. */
  held(shop: ShopId): Promise<(Money & { readonly orders: number; readonly lapsesAt: Date })[]>;
  /** The open case whose authorization lapses first. */
  lapsesFirst(shop: ShopId): Promise<Case | null>;
  /** Cases with a message that is due by then, soonest first, each with the customer's last word. */
  dueBy(
    shop: ShopId,
    until: Date,
    take: number,
  ): Promise<{ readonly case: Case; readonly wakesAt: Date; readonly lastWord: Date | null }[]>;
}
