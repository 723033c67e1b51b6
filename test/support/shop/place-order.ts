import { checkOut } from '../../../simulator/shop/checkout';
import { route } from '../../../simulator/shop/routing';
import type { Order } from '../../../simulator/world/types';
import { productOf } from './goods';
import { type Opened, place } from './open';
import { type Checkout, HOUSE, SHOPIFY_PAYMENTS } from './setup';

const ROUTED_AFTER_MS = 30_000;
/** How long this provider takes in a story, unless the story says how it ends. */
const KLARNA_TAKES_MS = 120_000;

const RISKS = {
  accept: 'ACCEPT',
  none: 'NONE',
  investigate: 'INVESTIGATE',
  cancel: 'CANCEL',
  pending: 'PENDING',
} as const satisfies Record<NonNullable<Checkout['risk']>, Order['risk']>;

function settlingOf({ pending, gateway, captureMode }: Checkout) {
  if (pending?.settlesAfterMs === null) return null;
  if (pending !== undefined)
    return {
      afterMs: pending.settlesAfterMs,
      status: pending.ends === 'success' ? ('SUCCESS' as const) : ('FAILURE' as const),
    };
  return gateway === 'klarna' && captureMode === undefined
    ? { afterMs: KLARNA_TAKES_MS, status: 'SUCCESS' as const }
    : undefined;
}

/** A customer buys: what a story says of it, and the simulator's own ways for the rest. */
export function placeOrder(opened: Opened, checkout: Checkout): Order {
  const { world, shop } = opened;
  const { customer } = checkout;
  const settles = settlingOf(checkout);
  for (const { sku, location, ...item } of checkout.lines)
    productOf(opened, sku, location ?? HOUSE, item);
  const delay = checkout.routedAfterMs === undefined ? ROUTED_AFTER_MS : checkout.routedAfterMs;
  const order = checkOut(world, shop, {
    email: customer.email,
    phone: customer.phone,
    name: customer.firstName,
    country: customer.countryCode ?? 'US',
    province: customer.provinceCode,
    city: null,
    timezone: null,
    locale: customer.locale,
    guest: true,
    lines: checkout.lines.map(({ sku, quantity, price, location, tax, upsell }) => ({
      sku,
      quantity,
      price: price ?? '20.00',
      location: place(opened, location ?? HOUSE).id,
      tax: tax ?? '0',
      upsell,
    })),
    gateway: checkout.gateway ?? SHOPIFY_PAYMENTS,
    giftCardAmount: checkout.giftCard,
    shipping: checkout.shipping ?? '0',
    tax: '0',
    taxesIncluded: checkout.taxesIncluded ?? false,
    extendedAuthorization: checkout.extended ?? false,
    discount: checkout.orderDiscount ?? '0',
    risk: RISKS[checkout.risk ?? 'none'],
    channel: checkout.source ?? 'web',
    paymentPending: checkout.pending !== undefined,
    settles,
    chargedAtOnce: checkout.captureMode === 'checkout',
    payment: checkout.gateway === 'manual' ? 'authorized' : undefined,
    editable: checkout.editable,
    authorizationDays: checkout.authorizationDays,
    test: checkout.test ?? false,
    routing: delay === null || delay === 0 ? 'never' : delay / 1000,
    force: true,
    tags: [],
  });
  if (delay === 0) route(world, shop, order);
  return order;
}
