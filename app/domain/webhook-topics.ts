import { type TaskBody } from './task';
import {
  fulfillmentOrderAt,
  itemOf,
  orderAt,
  parsePayload,
  parsePayloadExactly,
  type Payload,
  ROUNDED,
} from './webhook-payload';

/** Where a topic's payload says that something happened, as the task that goes and looks. */
type Find = (payload: Payload, webhookId: string) => TaskBody | null | typeof ROUNDED;

interface Topic {
  readonly find: Find;
  /** Only what is asked about a person can't be read from Shopify afterwards; every other body is dropped. */
  readonly keepsBody: boolean;
}

const looksAtOrder = (...paths: readonly string[]): Topic => ({
  keepsBody: false,
  find: (payload) => {
    const orderId = first(paths, (path) => orderAt(payload, path));
    return typeof orderId === 'string' ? { kind: 'look-at-order', orderId } : orderId;
  },
});

const findsOrderOf = (...paths: readonly string[]): Topic => ({
  keepsBody: false,
  find: (payload) => {
    const id = first(paths, (path) => fulfillmentOrderAt(payload, path));
    return typeof id === 'string' ? { kind: 'find-order', fulfillmentOrderId: id } : id;
  },
});

const sharesItem: Topic = {
  keepsBody: false,
  find: (payload) => {
    const itemId = itemOf(payload);
    return typeof itemId === 'string' ? { kind: 'share-item', itemId } : itemId;
  },
};

const aboutPerson = (kind: 'redact-customer' | 'report-customer-data'): Topic => ({
  keepsBody: true,
  find: (_payload, webhookId) => ({ kind, webhookId }),
});

const about = (kind: 'uninstall' | 'redact-shop' | 'refresh-shop'): Topic => ({
  keepsBody: false,
  find: () => ({ kind }),
});

const anOrder = looksAtOrder('admin_graphql_api_id', 'id');
const partOfOrder = looksAtOrder('order_id');
/**
 * Of a return's topics only those that `read_orders` is enough for. Shopify gives the others (request, approve, decline,
 * update, process) to `read_returns` alone and refuses a version of the app that subscribes without it. What they tell of
 * units and money comes with orders/updated and refunds/create, too.
 */
const aReturn = looksAtOrder('order.admin_graphql_api_id', 'order.id', 'order_id');
const aFulfillmentOrder = findsOrderOf('fulfillment_order.id');

/**
 * Every topic that Holdfast hears, and what it does about it. `shopify.app.toml` subscribes to these and no others
 * (a test compares both ways). Payloads are only ever read for ids: what is true is read from Shopify afterwards.
 */
export const WEBHOOK_TOPICS: Readonly<Record<string, Topic>> = {
  'orders/create': anOrder,
  'orders/updated': anOrder,
  'orders/cancelled': anOrder,
  'orders/paid': anOrder,
  'orders/delete': anOrder,
  'orders/edited': looksAtOrder('order_edit.order_id'),
  'order_transactions/create': partOfOrder,
  'refunds/create': partOfOrder,
  'fulfillments/create': partOfOrder,
  'fulfillments/update': partOfOrder,
  'fulfillment_events/create': partOfOrder,
  'fulfillment_orders/order_routing_complete': aFulfillmentOrder,
  'fulfillment_orders/split': aFulfillmentOrder,
  'fulfillment_orders/merged': findsOrderOf(
    'fulfillment_order_merges.fulfillment_order.id',
    'fulfillment_order_merges.0.fulfillment_order.id',
    'merge_intents.0.fulfillment_order_id',
  ),
  'fulfillment_orders/moved': findsOrderOf(
    'moved_fulfillment_order.id',
    'original_fulfillment_order.id',
  ),
  'fulfillment_orders/cancelled': aFulfillmentOrder,
  'fulfillment_orders/cancellation_request_accepted': aFulfillmentOrder,
  'fulfillment_orders/cancellation_request_rejected': aFulfillmentOrder,
  'fulfillment_orders/placed_on_hold': aFulfillmentOrder,
  'fulfillment_orders/hold_released': aFulfillmentOrder,
  'fulfillment_holds/added': aFulfillmentOrder,
  'fulfillment_holds/released': aFulfillmentOrder,
  'inventory_levels/update': sharesItem,
  'inventory_levels/connect': sharesItem,
  'inventory_levels/disconnect': sharesItem,
  'returns/cancel': aReturn,
  'returns/close': aReturn,
  'returns/reopen': aReturn,
  'app/uninstalled': about('uninstall'),
  'app/scopes_update': about('refresh-shop'),
  'customers/data_request': aboutPerson('report-customer-data'),
  'customers/redact': aboutPerson('redact-customer'),
  'shop/redact': about('redact-shop'),
};

/** Those that Shopify takes in shopify.app.toml as `compliance_topics`. */
export const COMPLIANCE_TOPICS = [
  'customers/data_request',
  'customers/redact',
  'shop/redact',
] as const;

/** What a webhook makes us do. `task` is null where the payload names nothing to look at. */
export interface Hint {
  readonly known: boolean;
  readonly task: TaskBody | null;
  /** The body, where it must be kept until the task is done. */
  readonly body: Payload | null;
}

/**
 * - null only for what isn't a JSON object;
 * - never throws, whatever is inside;
 * - an id beyond 2^53 comes out with all of its digits;
 * - a topic that isn't ours gives a hint with nothing to do.
 */
export function readHint(topic: string, text: string, webhookId: string): Hint | null {
  const payload = parsePayload(text);
  if (!payload) return null;
  const known = Object.hasOwn(WEBHOOK_TOPICS, topic) ? WEBHOOK_TOPICS[topic] : undefined;
  if (!known) return { known: false, task: null, body: null };
  const quick = known.keepsBody ? ROUNDED : known.find(payload, webhookId);
  if (quick !== ROUNDED) return { known: true, task: quick, body: null };
  const exact = parsePayloadExactly(text);
  if (!exact) return null;
  const found = known.find(exact, webhookId);
  return {
    known: true,
    task: found === ROUNDED ? null : found,
    body: known.keepsBody ? exact : null,
  };
}

function first<T extends string>(
  paths: readonly string[],
  read: (path: string) => T | null | typeof ROUNDED,
): T | null | typeof ROUNDED {
  for (const path of paths) {
    const found = read(path);
    if (found !== null) return found;
  }
  return null;
}
