import type { Fact } from '../../../app/domain/history';
import {
  FulfillmentOrderId,
  type ItemId,
  type LineId,
  type LocationId,
  type OrderId,
  TransactionId,
} from '../../../app/domain/ids';
import type { Money } from '../../../app/domain/money';
import type { Hold, OrderCustomer, Transaction } from '../../../app/domain/order';
import type { TaskBody } from '../../../app/domain/task';

/* The little Shopify's own records. Everything in here may change; what leaves it is copied. */

export interface FakeLine {
  readonly id: LineId;
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  readonly title: string;
  readonly sku: string;
  readonly unitPrice: Money;
  readonly tracked: boolean;
  ordered: number;
  current: number;
}

export interface FakeFulfillmentOrder {
  readonly id: FulfillmentOrderId;
  readonly locationId: LocationId;
  canHold: boolean;
  cancelled: boolean;
  holds: Hold[];
  readonly remaining: Map<LineId, number>;
}

export interface FakeFulfillment {
  readonly id: string;
  readonly createdAt: Date;
  readonly trackingNumber: string | null;
  readonly notified: boolean;
  readonly lines: readonly { readonly lineId: LineId; readonly quantity: number }[];
  carrierHasIt: boolean;
  cancelled: boolean;
}

export interface FakeOrder {
  readonly id: OrderId;
  readonly name: string;
  readonly placedAt: Date;
  readonly customer: OrderCustomer;
  readonly test: boolean;
  readonly source: string;
  readonly shipping: Money;
  readonly lines: FakeLine[];
  readonly fulfillmentOrders: FakeFulfillmentOrder[];
  readonly fulfillments: FakeFulfillment[];
  readonly transactions: Transaction[];
  cancelledAt: Date | null;
  disputed: boolean;
  risk: 'accept' | 'none' | 'investigate' | 'cancel' | 'pending';
}

export interface FakeLevel {
  readonly itemId: ItemId;
  readonly locationId: LocationId;
  onHand: number;
  committed: number;
  setAside: number;
}

/** What the parts of the fake share: its records, the time, the truth log and where webhooks go. */
export interface World {
  readonly orders: Map<OrderId, FakeOrder>;
  readonly levels: Map<string, FakeLevel>;
  /** Things that Shopify does by itself, later: routing, jobs. */
  readonly agenda: { at: Date; act: () => void }[];
  readonly now: () => Date;
  readonly log: (fact: Fact) => void;
  readonly hint: (body: TaskBody) => void;
  nextId(): number;
}

export const transactionId = (world: World): TransactionId =>
  TransactionId.parse(`gid://shopify/OrderTransaction/${world.nextId()}`);
export const fulfillmentOrderId = (world: World): FulfillmentOrderId =>
  FulfillmentOrderId.parse(`gid://shopify/FulfillmentOrder/${world.nextId()}`);

export function orderOf(world: World, id: OrderId): FakeOrder {
  const order = world.orders.get(id);
  if (order === undefined) throw new Error(`The fake has no ${id}`);
  return order;
}

export function lineOf(order: FakeOrder, id: LineId): FakeLine {
  const line = order.lines.find((l) => l.id === id);
  if (line === undefined) throw new Error(`${order.name} has no ${id}`);
  return line;
}

export function lookHint(world: World, order: FakeOrder): void {
  world.hint({ kind: 'look-at-order', orderId: order.id });
}
