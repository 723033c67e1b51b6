import { Decimal } from 'decimal.js';
import { add, bagOf, isPositive, subtract, sum, ZERO } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Address, Bag, Customer, Line, Order, Product, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, discountedTotal } from './accounting';
import { orderChanged } from './changed';
import { shopifyMail, units } from './mails';
import { paidAtCheckout } from './paid-at-checkout';
import { changeStock, findLevel, findLocation, productBySku } from './stock';

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
  lines: readonly { sku: string; quantity: number; location?: string | undefined }[];
  gateway: string;
  presentmentCurrency?: string | undefined;
  rate?: string | undefined;
  giftCardAmount?: string | undefined;
  shipping: string;
  tax: string;
  discount: string;
  risk: Order['risk'];
  channel: string;
  statedTime?: string | undefined;
  paymentPending: boolean;
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
/** Routing takes from one second to ten minutes. */
const ROUTING = [1_000, 600_000] as const;

/** A customer buys: stock is committed, money is authorized or taken, mails and webhooks go out, routing is planned. */
export function checkOut(world: World, shop: Shop, wish: Checkout): Order {
  const wanted = wish.lines.map((line) => ({ ...line, product: productBySku(shop, line.sku) }));
  refuseWhatIsSoldOut(shop, wanted, wish.force);
  const customer = customerOf(world, shop, wish);
  const order = draft(world, shop, wish, customer);
  order.lines = wanted.map(({ product, quantity, location }) =>
    lineOf(world, shop, order, product, quantity, location),
  );
  spreadDiscount(order, wish.discount);
  shop.orders.push(order);
  world.remember(shop, order);
  world.ledger.append({
    shop: shop.domain,
    kind: 'order',
    by: 'customer',
    orderId: order.id,
    target: order.name,
    money: { bag: accounts(order, shop).total, currency: order.presentmentCurrency },
    detail: {
      name: order.name,
      email: order.email,
      createdAt: order.createdAt,
      captureMode: shop.captureMode,
      gateway: order.gateway,
      test: order.test,
      lines: order.lines.map((line) => ({
        lineId: line.id,
        sku: line.sku,
        quantity: line.quantity,
        itemId: line.itemId,
        locationId: line.locationId,
        tracked: line.tracked,
        total: discountedTotal(line).presentment,
        available:
          line.itemId && line.locationId
            ? findLevel(shop, line.itemId, line.locationId)?.available
            : undefined,
      })),
    },
  });
  for (const line of order.lines) commit(world, shop, order, line);
  orderChanged(world, shop, order, 'orders/create');
  paidAtCheckout(world, shop, order, wish);
  confirmationMail(world, shop, order);
  planRouting(world, shop, order, wish.routing);
  return order;
}

function refuseWhatIsSoldOut(
  shop: Shop,
  wanted: readonly { product: Product; quantity: number }[],
  force: boolean,
): void {
  if (force) return;
  const needed = new Map<Product, number>();
  for (const { product, quantity } of wanted)
    needed.set(product, (needed.get(product) ?? 0) + quantity);
  for (const [product, quantity] of needed) {
    if (!product.tracked || product.inventoryPolicy === 'CONTINUE') continue;
    const available = shop.levels
      .filter((level) => level.itemId === product.itemId)
      .reduce((total, level) => total + level.available, 0);
    if (available < quantity)
      throw new Refusal(`${product.sku} is sold out: ${quantity} wanted, ${available} available`);
  }
}

function customerOf(world: World, shop: Shop, wish: Checkout): Customer | null {
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

function draft(world: World, shop: Shop, wish: Checkout, customer: Customer | null): Order {
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
    tax: bagOf(wish.tax, money),
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
    invoiced: false,
  };
}

/** The place that can send all, else the one with the most, else the first: as an order is assigned before routing. */
export function lineOf(
  world: World,
  shop: Shop,
  order: Order,
  product: Product,
  quantity: number,
  location?: string,
): Line {
  const levels = shop.levels
    .filter((level) => level.itemId === product.itemId)
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
    unitPrice: bagOf(product.price, order),
    discount: ZERO,
    locationId: place,
  };
}

/** The whole discount lands on the lines in proportion to their price; the last line takes the cents that are left. */
function spreadDiscount(order: Order, discount: string): void {
  const whole = bagOf(discount, order);
  if (!isPositive(whole)) return;
  const total = new Decimal(sum(order.lines.map(discountedTotal)).shop);
  if (total.isZero()) return;
  let given: Bag = ZERO;
  order.lines.forEach((line, index) => {
    const share = new Decimal(discountedTotal(line).shop).div(total);
    const last = index === order.lines.length - 1;
    line.discount = last
      ? subtract(whole, given)
      : bagOf(new Decimal(discount).times(share), order);
    given = add(given, line.discount);
  });
}

export function commit(
  world: World,
  shop: Shop,
  order: Order,
  line: Line,
  quantity = line.quantity,
): void {
  if (
    !line.itemId ||
    !line.locationId ||
    !line.tracked ||
    !findLevel(shop, line.itemId, line.locationId)
  )
    return;
  changeStock(world, shop, {
    itemId: line.itemId,
    locationId: line.locationId,
    by: 'shopify',
    reason: 'order',
    orderId: order.id,
    changes: { available: -quantity, committed: quantity },
  });
}

function confirmationMail(world: World, shop: Shop, order: Order): void {
  shopifyMail(world, shop, order, 'order-confirmation', `Order ${order.name} confirmed`, [
    `Thank you for your purchase from ${shop.name}.`,
    ...units(
      order,
      order.lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    ),
    `Total: ${accounts(order, shop).total.presentment} ${order.presentmentCurrency}`,
    `View your order: ${world.settings.publicUrl}/orders/${order.token}`,
  ]);
}

function planRouting(world: World, shop: Shop, order: Order, routing: Checkout['routing']): void {
  if (routing === 'never') return;
  const wait =
    routing === 'at-once'
      ? 0
      : typeof routing === 'number'
        ? routing * 1_000
        : world.random.between(...ROUTING);
  world.schedule.plan(world.clock.now().getTime() + wait, {
    kind: 'order-routed',
    shop: shop.domain,
    orderId: order.id,
  });
}
