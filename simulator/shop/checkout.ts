import { Refusal } from '../world/refusal';
import type { Line, Order, Product, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, discountedTotal } from './accounting';
import { orderChanged } from './changed';
import { customerOf, draft, lineOf, spreadDiscount, spreadTax, type Checkout } from './draft-order';
import { shopifyMail, units } from './mails';
import { paidAtCheckout } from './paid-at-checkout';
import { changeStock, findLevel, isStocked, productBySku } from './stock';

/** Routing takes from one second to ten minutes. */
const ROUTING = [1_000, 600_000] as const;

/** A customer buys: stock is committed, money is authorized or taken, mails and webhooks go out, routing is planned. */
export function checkOut(world: World, shop: Shop, wish: Checkout): Order {
  const wanted = wish.lines.map((line) => ({ ...line, product: productBySku(shop, line.sku) }));
  refuseWhatIsSoldOut(shop, wanted, wish.force);
  refuseExtension(shop, wish);
  const customer = customerOf(world, shop, wish);
  const order = draft(world, shop, wish, customer);
  order.lines = wanted.map(({ product, quantity, ...how }) =>
    lineOf(world, shop, order, product, quantity, how),
  );
  spreadDiscount(order, wish.discount);
  spreadTax(order, wish.tax, wish.lines);
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
      .filter((level) => level.itemId === product.itemId && isStocked(shop, level))
      .reduce((total, level) => total + level.available, 0);
    if (available < quantity)
      throw new Refusal(`${product.sku} is sold out: ${quantity} wanted, ${available} available`);
  }
}

function refuseExtension(shop: Shop, wish: Checkout): void {
  if (wish.extendedAuthorization && (shop.plan !== 'plus' || wish.gateway !== 'shopify_payments'))
    throw new Refusal(
      'Extended authorizations are for Shopify Payments on the plan plus only',
      null,
      null,
      400,
    );
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
