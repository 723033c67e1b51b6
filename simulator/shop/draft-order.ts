import { Decimal } from 'decimal.js';
import { bagOf, isPositive, subtract, sum, ZERO } from '../world/money';
import type {
  Address,
  Bag,
  Customer,
  DeliveryMethodType,
  Line,
  Order,
  Product,
  Shop,
} from '../world/types';
import type { World } from '../world/world';
import { discountedTotal } from './accounting';
import { findLocation, isStocked } from './stock';

export interface CheckoutLine {
  sku: string;
  quantity: number;
  location?: string | undefined;
  delivery?: DeliveryMethodType | null | undefined;
  /** Of one unit, instead of the product's. */
  price?: string | undefined;
  /** Of all its units together, instead of a share of the order's tax. */
  tax?: string | undefined;
  /** Bought on the page after the checkout, with a payment of its own. */
  upsell?: boolean | undefined;
}

/** Where a line's units come from, how they go, and what one costs. */
type LinePlace = Pick<CheckoutLine, 'location' | 'price' | 'delivery'>;

export interface Checkout {
  email: string | null;
  phone: string | null;
  name: string | null;
  country: string;
  province: string | null;
  city: string | null;
  timezone: string | null;
  locale: string;
  guest: boolean;
  lines: readonly CheckoutLine[];
  gateway: string;
  presentmentCurrency?: string | undefined;
  rate?: string | undefined;
  giftCardAmount?: string | undefined;
  shipping: string;
  tax: string;
  taxesIncluded: boolean;
  extendedAuthorization: boolean;
  discount: string;
  risk: Order['risk'];
  channel: string;
  statedTime?: string | undefined;
  paymentPending: boolean;
  /** `none`, `declined` and `authorized` are orders that an app made; undefined is a checkout. */
  payment?: 'none' | 'declined' | 'authorized' | undefined;
  authorizationDays?: number | undefined;
  /** When and how a pending payment ends by itself, instead of what its gateway does; null: it doesn't. */
  settles?: { afterMs: number; status: 'SUCCESS' | 'FAILURE' } | null | undefined;
  /** The money is taken at checkout, whatever the shop's capture mode. */
  chargedAtOnce?: boolean | undefined;
  editable?: boolean | undefined;
  test: boolean;
  createdAt?: Date | undefined;
  routing?: 'never' | 'at-once' | number | undefined;
  force: boolean;
  tags: readonly string[];
}

const RATES: Readonly<Record<string, string>> = {
  USD: '1',
  EUR: '0.9',
  GBP: '0.8',
  CAD: '1.35',
  AUD: '1.5',
  JPY: '150',
  CHF: '0.9',
};

export function customerOf(world: World, shop: Shop, wish: Checkout): Customer | null {
  if (!wish.email && !wish.phone) return null;
  const known = shop.customers.find((customer) =>
    wish.email ? customer.email === wish.email : customer.phone === wish.phone,
  );
  if (known) return known;
  const [firstName, ...last] = (wish.name ?? '').split(' ').filter(Boolean);
  const customer: Customer = {
    id: world.id('Customer'),
    firstName: firstName ?? null,
    lastName: last.join(' ') || null,
    email: wish.email,
    phone: wish.phone,
    locale: wish.locale,
    account: !wish.guest,
    createdAt: world.clock.iso(),
  };
  shop.customers.push(customer);
  return customer;
}

export function draft(world: World, shop: Shop, wish: Checkout, customer: Customer | null): Order {
  const at = (wish.createdAt ?? world.clock.now()).toISOString();
  const presentmentCurrency = wish.presentmentCurrency ?? shop.currency;
  const rate =
    wish.rate ??
    new Decimal(RATES[presentmentCurrency] ?? 1).div(RATES[shop.currency] ?? 1).toString();
  const money = {
    currency: shop.currency,
    presentmentCurrency,
    rate: presentmentCurrency === shop.currency ? '1' : rate,
  };
  const [firstName, ...last] = (wish.name ?? '').split(' ').filter(Boolean);
  const address: Address = {
    id: world.id('MailingAddress'),
    firstName: firstName ?? null,
    lastName: last.join(' ') || null,
    countryCode: wish.country,
    provinceCode: wish.province,
    city: wish.city,
    zip: null,
    timeZone: wish.timezone,
  };
  const number = shop.nextOrderNumber++;
  return {
    id: world.id('Order'),
    number,
    name: `#${number}`,
    token: world.uuid().replaceAll('-', ''),
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    test: wish.test,
    confirmed: true,
    email: wish.email,
    phone: wish.phone,
    locale: wish.locale,
    customerId: customer?.id ?? null,
    address,
    ...money,
    lines: [],
    shipping: bagOf(wish.shipping, money),
    shippingRefunded: ZERO,
    taxesIncluded: wish.taxesIncluded,
    paymentTerms: null,
    openReturn: false,
    extendedAuthorization: wish.extendedAuthorization,
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    disputes: [],
    metafields: [],
    tags: [...wish.tags],
    attributes: wish.statedTime ? [{ key: 'stated-shipping-time', value: wish.statedTime }] : [],
    sourceName: wish.channel,
    risk: wish.risk,
    gateway: wish.test ? 'bogus' : wish.gateway,
    routed: false,
    edited: false,
    editable: wish.editable ?? true,
    invoiced: false,
    authorizationDays: wish.authorizationDays ?? null,
  };
}

/** The place that can send all, else the one with the most, else the first: as an order is assigned before routing. */
export function lineOf(
  world: World,
  shop: Shop,
  order: Order,
  product: Product,
  quantity: number,
  { location, price = product.price, delivery = null }: LinePlace = {},
): Line {
  const levels = shop.levels
    .filter((level) => level.itemId === product.itemId && isStocked(shop, level))
    .sort((a, b) => Number(b.available >= quantity) - Number(a.available >= quantity));
  const place =
    location === undefined
      ? (levels[0]?.locationId ?? findLocation(shop).id)
      : findLocation(shop, location).id;
  return {
    id: world.id('LineItem'),
    variantId: product.variantId,
    productId: product.id,
    itemId: product.itemId,
    sku: product.sku,
    title: product.title,
    vendor: product.vendor,
    requiresShipping: product.requiresShipping,
    giftCard: product.giftCard,
    tracked: product.tracked,
    quantity,
    removed: 0,
    fulfilled: 0,
    returned: 0,
    stillToSend: 0,
    unitPrice: bagOf(price, order),
    discount: ZERO,
    tax: ZERO,
    locationId: place,
    delivery,
  };
}

/** A sum in parts that are in proportion to the lines' prices; the last line takes the cents that are left. */
function shares(order: Order, amount: string): Bag[] {
  const whole = bagOf(amount, order);
  const total = new Decimal(sum(order.lines.map(discountedTotal)).shop);
  if (!isPositive(whole) || total.isZero()) return order.lines.map(() => ZERO);
  const parts: Bag[] = order.lines
    .slice(0, -1)
    .map((line) => bagOf(new Decimal(amount).times(discountedTotal(line).shop).div(total), order));
  return [...parts, subtract(whole, sum(parts))];
}

export function spreadDiscount(order: Order, discount: string): void {
  const parts = shares(order, discount);
  order.lines.forEach((line, index) => (line.discount = parts[index] ?? ZERO));
}

/** All tax is on lines: that of shipping is left out. A line whose own tax is known gets that instead of its share. */
export function spreadTax(order: Order, tax: string, own: readonly CheckoutLine[] = []): void {
  const parts = shares(order, tax);
  order.lines.forEach((line, index) => {
    const known = own[index]?.tax;
    line.tax = known === undefined ? (parts[index] ?? ZERO) : bagOf(known, order);
  });
}
