import { z } from 'zod';
import type { Letter, Row, Witness } from './witness';

const OrderDetail = z.object({
  name: z.string(),
  email: z.string(),
  lines: z.array(
    z.object({ sku: z.string(), quantity: z.number(), available: z.number().nullish() }),
  ),
});
const FulfillmentDetail = z.object({
  notify: z.boolean(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number() })),
});
const StockDetail = z.object({ sku: z.string(), onHand: z.number() });

export interface SeenOrder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly at: Date;
  /** Its place among the shop's orders. */
  readonly seq: number;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly short: number;
  }[];
}

/** One shop's week as its witnesses saw it. */
export interface Facts {
  readonly zone: string;
  readonly orders: readonly SeenOrder[];
  readonly rows: readonly Row[];
  readonly mails: readonly Letter[];
  /** The rows of one order and kind, in their order. */
  of(order: SeenOrder, kind: string): readonly Row[];
  /** Mail to the order's customer about the order. */
  toldOf(order: SeenOrder, sender?: 'app' | 'shopify'): readonly Letter[];
  /** Units of a product on the shelf at that row. */
  onHand(sku: string, seq: number): number;
  isShort(order: SeenOrder): boolean;
}

export const TOUR_ZONE = 'America/New_York';

export function factsOf({ rows, mails }: Witness): Facts {
  const orders = rows
    .filter((row) => row.kind === 'order')
    .map((row): SeenOrder => {
      const detail = OrderDetail.parse(row.detail);
      return {
        id: row.orderId ?? '',
        name: detail.name,
        email: detail.email,
        at: row.at,
        seq: row.seq,
        lines: detail.lines.map(({ sku, quantity, available }) => ({
          sku,
          quantity,
          short: Math.max(0, Math.min(quantity, quantity - (available ?? quantity))),
        })),
      };
    });
  const stock = rows
    .filter((row) => row.kind === 'stock')
    .map((row) => ({ seq: row.seq, ...StockDetail.parse(row.detail) }));
  const facts: Facts = {
    zone: TOUR_ZONE,
    orders,
    rows,
    mails,
    of: (order, kind) => rows.filter((row) => row.orderId === order.id && row.kind === kind),
    toldOf: (order, sender) =>
      mails.filter(
        (mail) =>
          mail.to === order.email &&
          mail.subject.includes(order.name) &&
          (sender === undefined || mail.sender === sender),
      ),
    onHand: (sku, seq) =>
      stock.findLast((level) => level.sku === sku && level.seq < seq)?.onHand ?? 0,
    isShort: (order) => order.lines.some((line) => line.short > 0),
  };
  return facts;
}

export interface Parcel {
  readonly at: Date;
  readonly seq: number;
  readonly notify: boolean;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

export function parcelsOf(facts: Facts, order: SeenOrder): Parcel[] {
  return facts.of(order, 'fulfillment').map((row) => ({
    at: row.at,
    seq: row.seq,
    ...FulfillmentDetail.parse(row.detail),
  }));
}

/** The instant from which nothing of the order is awaited any more; null while something is. */
export function waitedUntil(facts: Facts, order: SeenOrder): Date | null {
  const ends = [
    ...facts.of(order, 'capture'),
    ...facts.of(order, 'cancel'),
    ...facts.of(order, 'fulfillment'),
  ];
  return ends.map((row) => row.at).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
