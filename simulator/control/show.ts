import { accounts, currentQuantity, unfulfilledQuantity } from '../shop/accounting';
import { paymentUrl } from '../shop/pay-link';
import { financialStatus, fulfillmentStatus } from '../shop/statuses';
import { findLevel, levelId, onHand } from '../shop/stock';
import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';

type Json = Record<string, unknown>;

/** An order as whoever drives the simulator sees it: everything, whatever the app may see. */
export function showOrder(world: World, shop: Shop, order: Order): Json {
  const a = accounts(order, shop);
  const money = (bag: { presentment: string }): string => bag.presentment;
  return {
    ...order,
    shop: shop.domain,
    orderId: order.id,
    displayFinancialStatus: financialStatus(order, shop),
    displayFulfillmentStatus: fulfillmentStatus(order),
    total: money(a.total),
    currentTotal: money(a.currentTotal),
    capturable: money(a.capturable),
    outstanding: money(a.outstanding),
    received: money(a.received),
    refunded: money(a.refunded),
    paymentUrl: paymentUrl(world, shop, order),
    lines: order.lines.map((line) => ({
      ...line,
      currentQuantity: currentQuantity(line),
      unfulfilledQuantity: unfulfilledQuantity(line),
    })),
  };
}

export function showShop(shop: Shop): Json {
  const { orders, levels, edits, jobs, customers, ...rest } = shop;
  return {
    ...rest,
    shop: shop.domain,
    orders: orders.map(({ id, name, createdAt }) => ({ id, name, createdAt })),
    counts: {
      levels: levels.length,
      edits: edits.length,
      jobs: jobs.length,
      customers: customers.length,
    },
  };
}

export const showInventory = (shop: Shop): Json[] =>
  shop.products.flatMap((product) =>
    shop.locations.flatMap((location) => {
      const level = findLevel(shop, product.itemId, location.id);
      return level
        ? [
            {
              shop: shop.domain,
              sku: product.sku,
              title: product.title,
              vendor: product.vendor,
              price: product.price,
              inventoryPolicy: product.inventoryPolicy,
              tracked: product.tracked,
              location: location.name,
              ...level,
              id: levelId(level),
              onHand: onHand(level),
            },
          ]
        : [];
    }),
  );
