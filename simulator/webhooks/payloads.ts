import { ZERO } from '../world/money';
import type {
  Fulfillment,
  FulfillmentEvent,
  FulfillmentOrder,
  Hold,
  Order,
  Refund,
  Shop,
  Transaction,
} from '../world/types';
import { BLANK_SHOP } from './blanks';
import { bare, bareOrNull } from './numbers';
import { linePayload, moneySet } from './line-payload';

type Json = Record<string, unknown>;

export function transactionPayload(order: Order, t: Transaction): Json {
  const unsettled = { amount: '0.0', currency: 'XXX' };
  return {
    id: bare(t.id),
    order_id: bare(order.id),
    kind: t.kind.toLowerCase(),
    gateway: t.gateway,
    status: t.status.toLowerCase(),
    message: null,
    created_at: t.createdAt,
    test: t.test,
    authorization: null,
    location_id: null,
    user_id: null,
    parent_id: bareOrNull(t.parentId),
    processed_at: t.processedAt,
    device_id: null,
    error_code: t.errorCode?.toLowerCase() ?? null,
    source_name: 'web',
    receipt: {},
    amount: t.amount.presentment,
    currency: order.presentmentCurrency,
    payment_id: `${order.name}.${order.transactions.indexOf(t) + 1}`,
    total_unsettled_set: { presentment_money: unsettled, shop_money: unsettled },
    manual_payment_gateway: t.gateway === 'manual',
    amount_rounding: null,
    admin_graphql_api_id: t.id,
  };
}

/** As order_transactions/create carries it; inside a refund the details of the payment are left out. */
export const newTransactionPayload = (order: Order, t: Transaction): Json => ({
  ...transactionPayload(order, t),
  payment_details: null,
});

export function refundPayload(order: Order, refund: Refund): Json {
  return {
    id: bare(refund.id),
    order_id: bare(order.id),
    created_at: refund.createdAt,
    processed_at: refund.createdAt,
    note: refund.note,
    user_id: null,
    duties: [],
    total_duties_set: moneySet(ZERO, order),
    return: null,
    refund_shipping_lines: [],
    restock: refund.lines.some((line) => line.restockType !== 'NO_RESTOCK'),
    admin_graphql_api_id: refund.id,
    order_adjustments: [],
    refund_line_items: refund.lines.map((entry) => {
      const line = order.lines.find((candidate) => candidate.id === entry.lineId);
      return {
        id: bare(entry.id),
        quantity: entry.quantity,
        line_item_id: bare(entry.lineId),
        location_id: bareOrNull(entry.locationId),
        restock_type: entry.restockType.toLowerCase(),
        subtotal: Number(entry.subtotal.shop),
        total_tax: 0,
        subtotal_set: moneySet(entry.subtotal, order),
        total_tax_set: moneySet(ZERO, order),
        line_item: line ? linePayload(line, order) : null,
      };
    }),
    transactions: order.transactions
      .filter((t) => refund.transactionIds.includes(t.id))
      .map((t) => transactionPayload(order, t)),
  };
}

export function fulfillmentPayload(shop: Shop, order: Order, f: Fulfillment): Json {
  return {
    id: bare(f.id),
    order_id: bare(order.id),
    status: f.status.toLowerCase(),
    created_at: f.createdAt,
    updated_at: f.updatedAt,
    service: 'manual',
    tracking_company: f.tracking[0]?.company ?? null,
    shipment_status: f.events.at(-1)?.status.toLowerCase() ?? null,
    location_id: bare(f.locationId),
    origin_address: null,
    destination: null,
    ...(shop.protectedData ? { email: order.email } : {}),
    line_items: f.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find((candidate) => candidate.id === lineId);
      return line ? [{ ...linePayload(line, order), quantity }] : [];
    }),
    tracking_number: f.tracking[0]?.number ?? null,
    tracking_numbers: f.tracking.flatMap((t) => (t.number ? [t.number] : [])),
    tracking_url: f.tracking[0]?.url ?? null,
    tracking_urls: f.tracking.flatMap((t) => (t.url ? [t.url] : [])),
    receipt: {},
    name: f.name,
    admin_graphql_api_id: f.id,
  };
}

export const fulfillmentEventPayload = (
  shop: Shop,
  order: Order,
  f: Fulfillment,
  event: FulfillmentEvent,
): Json => ({
  id: bare(event.id),
  fulfillment_id: bare(f.id),
  status: event.status.toLowerCase(),
  message: event.message,
  happened_at: event.happenedAt,
  city: null,
  province: null,
  country: order.address?.countryCode ?? null,
  zip: null,
  address1: null,
  latitude: null,
  longitude: null,
  shop_id: bare(shop.id),
  created_at: event.happenedAt,
  updated_at: event.happenedAt,
  estimated_delivery_at: null,
  order_id: bare(order.id),
  admin_graphql_api_id: event.id,
});

export const foRef = (fo: FulfillmentOrder): Json => ({
  id: fo.id,
  status: fo.status.toLowerCase(),
});

export const holdPayload = (hold: Hold): Json => ({
  id: hold.id,
  reason: hold.reason.toLowerCase(),
  reason_notes: hold.reasonNotes,
  held_by_requesting_app: hold.by === 'app',
  handle: hold.handle,
  held_by_app: hold.by === 'merchant' ? null : { id: appGid(hold) },
});

/** The app under test is App/1, any other app App/2. */
export const appGid = (hold: Pick<Hold, 'by'>): string =>
  `gid://shopify/App/${hold.by === 'app' ? 1 : 2}`;

export const orderEditPayload = (
  world: { now: string; id: string },
  order: Order,
  delta: { additions: Json[]; removals: Json[] },
  notify: boolean,
  note: string,
): Json => ({
  order_edit: {
    id: bare(world.id),
    app_id: null,
    created_at: world.now,
    committed_at: world.now,
    notify_customer: notify,
    order_id: bare(order.id),
    staff_note: note,
    user_id: null,
    line_items: delta,
    discounts: { line_item: { additions: [], removals: [] } },
    shipping_lines: { additions: [], removals: [] },
  },
});

export const shopPayload = (shop: Shop): Json => ({
  ...BLANK_SHOP,
  customer_email: shop.email,
  shop_owner: shop.name,
  updated_at: shop.createdAt,
  id: bare(shop.id),
  name: shop.name,
  email: shop.email,
  domain: shop.domain,
  myshopify_domain: shop.domain,
  country: shop.countryCode,
  country_code: shop.countryCode,
  country_name: shop.countryCode,
  currency: shop.currency,
  timezone: shop.timezone,
  iana_timezone: shop.timezone,
  plan_name: shop.plan === 'plus' ? 'shopify_plus' : shop.plan,
  plan_display_name: shop.plan,
  primary_locale: 'en',
  created_at: shop.createdAt,
  primary_location_id: shop.locations[0] ? bare(shop.locations[0].id) : null,
  enabled_presentment_currencies: [shop.currency],
});
