import type { Doer, Fact } from '../../../app/domain/history';
import {
  FulfillmentOrderId,
  type ItemId,
  type LineId,
  type LocationId,
  type OrderId,
  TransactionId,
} from '../../../app/domain/ids';
import type { Money } from '../../../app/domain/money';
import type { FulfillmentOrder, Hold, OrderCustomer, Transaction } from '../../../app/domain/order';
import type { TaskBody } from '../../../app/domain/task';
import type { EffectResult } from '../../../app/ports';
import type { CaptureMode, FakeStore } from './store';

/* The little Shopify's own records. Everything in here may change; what leaves it is copied. */

export interface FakeLine {
  readonly id: LineId;
  readonly itemId: ItemId;
  /** Where its fulfillment order was routed or moved to. */
  locationId: LocationId;
  readonly title: string;
  readonly sku: string;
  readonly unitPrice: Money;
  /** What so many units cost the customer together: the price of any other number follows from it. */
  readonly priced: { readonly units: number; readonly gross: Money };
  readonly tracked: boolean;
  readonly ships: boolean;
  ordered: number;
  current: number;
}

export interface FakeFulfillmentOrder {
  readonly id: FulfillmentOrderId;
  locationId: LocationId;
  canHold: boolean;
  /** A third party was asked to fulfill it, and has not answered. */
  submitted: boolean;
  /** A third party has it. */
  accepted: boolean;
  cancellation: FulfillmentOrder['cancellation'];
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

/** A transaction, with what only the provider knows. */
export interface FakeTransaction extends Transaction {
  /** When the authorization really ends, whether or not Shopify tells; null for all else. */
  readonly endsAt: Date | null;
  /** Who gives it back. */
  readonly by?: Doer;
}

export interface FakeOrder {
  readonly id: OrderId;
  readonly name: string;
  readonly placedAt: Date;
  readonly customer: OrderCustomer;
  readonly test: boolean;
  readonly source: string;
  readonly shipping: Money;
  readonly captureMode: CaptureMode;
  readonly lines: FakeLine[];
  readonly fulfillmentOrders: FakeFulfillmentOrder[];
  readonly fulfillments: FakeFulfillment[];
  readonly transactions: FakeTransaction[];
  /** Authorizations of which the rest was released: captured for good, or their order was cancelled. */
  readonly released: Set<TransactionId>;
  cancelledAt: Date | null;
  updatedAt: Date;
  disputed: boolean;
  /** A return that is open: Shopify cancels no such order. */
  returning: boolean;
  /** Whether an app may edit it; one that another app created may not be. */
  readonly editable: boolean;
  /** Shopify shows its authorizations as expired, whatever their providers say. */
  showsExpired: boolean;
  /** Payment terms were made for it. */
  hasTerms: boolean;
  /** So many of the next captures fail at the customer's bank. */
  declines: number;
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
  readonly store: FakeStore;
  readonly orders: Map<OrderId, FakeOrder>;
  readonly levels: Map<string, FakeLevel>;
  readonly deactivated: Set<LocationId>;
  /** What the app's access was changed to since the shop was set up. */
  readonly access: { ordersWithheld: boolean; allOrdersGranted: boolean };
  /** The first answer to each idempotency key, with what was asked. */
  readonly answered: Map<string, { readonly asked: string; readonly result: EffectResult }>;
  /** Things that Shopify does by itself, later: routing, jobs, lapses. */
  readonly agenda: { at: Date; act: () => void }[];
  readonly now: () => Date;
  readonly log: (fact: Fact) => void;
  readonly hint: (body: TaskBody) => void;
  nextId(): number;
}

export const transactionId = (world: World): TransactionId =>
  TransactionId.parse(`gid://shopify/OrderTransaction/${world.nextId()}`);

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

/** A new fulfillment order with these units of the order. */
export function addFulfillmentOrder(
  world: World,
  order: FakeOrder,
  locationId: LocationId,
  remaining: Map<LineId, number>,
): FakeFulfillmentOrder {
  const fo: FakeFulfillmentOrder = {
    id: FulfillmentOrderId.parse(`gid://shopify/FulfillmentOrder/${world.nextId()}`),
    locationId,
    canHold: true,
    submitted: false,
    accepted: false,
    cancellation: null,
    cancelled: false,
    holds: [],
    remaining,
  };
  order.fulfillmentOrders.push(fo);
  return fo;
}

/** The order changed: its `updated_at` moves, and `orders/updated` goes out. */
export function lookHint(world: World, order: FakeOrder): void {
  order.updatedAt = world.now();
  world.hint({ kind: 'look-at-order', orderId: order.id });
}

/** A fulfillment order changed: its own topics tell, and the order's `updated_at` stays. */
export function findHint(world: World, fo: FakeFulfillmentOrder): void {
  world.hint({ kind: 'find-order', fulfillmentOrderId: fo.id });
}

export const refused = (reason: string, code: string | null = null): EffectResult => ({
  outcome: 'refused',
  reason,
  code,
});
