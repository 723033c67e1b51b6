import { accounts, currentQuantity, originalTotal, totalTax } from '../shop/accounting';
import { financialStatus, fulfillmentStatus } from '../shop/statuses';
import { portion, subtract, sum, ZERO } from '../world/money';
import type { Address, Bag, Order, Shop } from '../world/types';
import { fulfillmentPayload, refundPayload } from './payloads';
import { BLANK_ORDER } from './blanks';
import { linePayload, moneySet } from './line-payload';
import { bare } from './numbers';

type Json = Record<string, unknown>;

/** An order as orders/* carries it: no stock, no fulfillment orders, no transactions, money as strings. */
export function orderPayload(shop: Shop, order: Order): Json {
  const a = accounts(order, shop);
  const discounts = sum(order.lines.map((line) => line.discount));
  const gross = sum(order.lines.map(originalTotal));
  const money = (name: string, bag: Bag): Json => ({
    [name]: bag.shop,
    [`${name}_set`]: moneySet(bag, order),
  });
  const zero = moneySet(ZERO, order);
  return {
    ...BLANK_ORDER,
    id: bare(order.id),
    admin_graphql_api_id: order.id,
    app_id: null,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: order.cancelledAt,
    closed_at: order.closedAt,
    confirmed: order.confirmed,
    created_at: order.createdAt,
    processed_at: order.processedAt,
    updated_at: order.updatedAt,
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    customer_locale: order.locale,
    ...money('current_subtotal_price', a.currentSubtotal),
    ...money('current_total_price', a.currentTotal),
    ...money('current_total_tax', a.currentTax),
    ...money('subtotal_price', a.subtotal),
    ...money('total_price', a.total),
    ...money('total_tax', totalTax(order)),
    ...money('total_discounts', discounts),
    ...money('total_line_items_price', gross),
    ...money(
      'current_total_discounts',
      sum(
        order.lines.map((line) =>
          portion(line.discount, currentQuantity(line), line.quantity, order),
        ),
      ),
    ),
    total_shipping_price_set: moneySet(order.shipping, order),
    current_shipping_price_set: moneySet(subtract(order.shipping, order.shippingRefunded), order),
    total_cash_rounding_payment_adjustment_set: zero,
    total_cash_rounding_refund_adjustment_set: zero,
    total_outstanding: a.outstanding.shop,
    financial_status: financialStatus(order, shop)?.toLowerCase() ?? null,
    fulfillment_status:
      { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial' }[fulfillmentStatus(order)] ?? null,
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    note: null,
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    payment_gateway_names: [order.gateway],
    source_name: order.sourceName,
    tags: order.tags.join(', '),
    test: order.test,
    token: order.token,
    taxes_included: order.taxesIncluded,
    discount_codes: [],
    discount_applications: [],
    ...personal(shop, order),
    line_items: order.lines.map((line) => ({
      ...linePayload(line, order),
      current_quantity: currentQuantity(line),
      selling_plan_id: null,
      attributed_staffs: [],
      sales_line_item_group_id: null,
    })),
    fulfillments: order.fulfillments.map((f) => fulfillmentPayload(shop, order, f)),
    refunds: order.refunds.map((refund) => refundPayload(order, refund)),
  };
}

/** Without approval for protected customer data these keys are not there at all. */
function personal(shop: Shop, order: Order): Json {
  if (!shop.protectedData) return {};
  const customer = shop.customers.find((candidate) => candidate.id === order.customerId);
  return {
    email: order.email ?? '',
    contact_email: order.email,
    phone: order.phone,
    order_status_url: `https://${shop.domain}/orders/${order.token}/authenticate`,
    shipping_address: order.address && addressPayload(order.address),
    billing_address: order.address && addressPayload(order.address),
    customer: customer
      ? {
          id: bare(customer.id),
          admin_graphql_api_id: customer.id,
          created_at: customer.createdAt,
          first_name: customer.firstName,
          last_name: customer.lastName,
          email: customer.email,
          phone: customer.phone,
          state: customer.account ? 'enabled' : 'disabled',
          verified_email: true,
          currency: order.currency,
          updated_at: customer.createdAt,
          note: null,
          multipass_identifier: null,
          tax_exempt: false,
          tax_exemptions: [],
          default_address: null,
        }
      : null,
  };
}

const addressPayload = (a: Address): Json => ({
  first_name: a.firstName,
  last_name: a.lastName,
  name: [a.firstName, a.lastName].filter(Boolean).join(' '),
  city: a.city,
  zip: a.zip,
  province_code: a.provinceCode,
  country_code: a.countryCode,
  country: a.countryCode,
  province: a.provinceCode,
  address1: null,
  address2: null,
  phone: null,
  company: null,
  latitude: null,
  longitude: null,
});
