import { OrderId } from '../../domain/ids';
import { Gone } from '../../errors';
import type { Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import {
  changedSince,
  FIND_ORDER_OF,
  LIST_CHANGED_ORDERS,
  LIST_OPEN_ORDERS,
  OPEN_ORDERS,
  READ_ACCESS,
  READ_SHOP,
  READ_STOCK,
  READ_UPDATED_AT,
} from './operations/read-shop';
import { readInstant } from './instants';
import type { Pause } from './keep-asking';
import { type Page, readPages } from './pages';
import { readOrder } from './read-order.server';
import { readStockLevel } from './stock-levels';

type Reads = Pick<
  Shopify,
  | 'readOrder'
  | 'readUpdatedAt'
  | 'readStock'
  | 'findOrderOf'
  | 'listOpenOrders'
  | 'listChangedOrders'
  | 'readAccess'
  | 'readShop'
>;

/** What Shopify no longer has reads as nothing. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}

type OrderPage = Page<{ readonly id: string }>;

const idsOf = ({ nodes, pageInfo }: OrderPage): { ids: OrderId[]; next: string | null } => ({
  ids: nodes.map((node) => OrderId.parse(node.id)),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

export function createReads(client: AdminClient, options: { pause?: Pause } = {}): Reads {
  return {
    readOrder: (shop, orderId) => readOrder(client, shop, orderId, options.pause),

    async readUpdatedAt(shop, orderId) {
      const { order } = await client.request(shop, READ_UPDATED_AT, { id: orderId });
      return order === null ? null : readInstant(order.updatedAt);
    },

    async readStock(shop, itemId) {
      const page = async (after: string | null) => {
        const reply = await orNull(client.request(shop, READ_STOCK, { id: itemId, after }));
        return (
          reply?.inventoryItem?.inventoryLevels ?? {
            nodes: [],
            pageInfo: { hasNextPage: false, endCursor: null },
          }
        );
      };
      const levels = await readPages(await page(null), page);
      return levels.map((level) => readStockLevel(itemId, level));
    },

    async findOrderOf(shop, fulfillmentOrderId) {
      const reply = await orNull(client.request(shop, FIND_ORDER_OF, { id: fulfillmentOrderId }));
      return reply?.fulfillmentOrder ? OrderId.parse(reply.fulfillmentOrder.order.id) : null;
    },

    async listOpenOrders(shop, cursor) {
      const variables = { query: OPEN_ORDERS, after: cursor };
      return idsOf((await client.request(shop, LIST_OPEN_ORDERS, variables)).orders);
    },

    async listChangedOrders(shop, since, cursor) {
      const variables = { query: changedSince(since), after: cursor };
      const { nodes, pageInfo } = (await client.request(shop, LIST_CHANGED_ORDERS, variables))
        .orders;
      const orders = nodes.map((node) => ({
        id: OrderId.parse(node.id),
        updatedAt: readInstant(node.updatedAt),
      }));
      return { orders, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    },

    async readAccess(shop) {
      const { currentAppInstallation } = await client.request(shop, READ_ACCESS, {});
      return { scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle) };
    },

    async readShop(shop) {
      const { name, ianaTimezone, currencyCode, email } = (
        await client.request(shop, READ_SHOP, {})
      ).shop;
      return { name, timezone: ianaTimezone, currencyCode, email };
    },
  };
}
