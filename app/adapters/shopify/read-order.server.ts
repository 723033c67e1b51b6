import type { OrderId, ShopId } from '../../domain/ids';
import type { OrderSnapshot } from '../../domain/order';
import { Unreachable } from '../../errors';
import type { AdminClient } from './admin-client.server';
import type { ParcelFragment, ReadOrderQuery, RoutedPartFragment } from './generated/admin';
import {
  LIST_PARCELS,
  READ_ORDER,
  READ_PARCEL,
  READ_ORDER_LINES,
  READ_ORDER_PAYMENTS,
  READ_ORDER_ROUTING,
  READ_PARCEL_LINES,
  READ_ROUTED_LINES,
} from './operations/read-order';
import { readOrderSnapshot, type WholeOrder } from './order-snapshot';
import { readPages } from './pages';

/** An order that changes this often while it is read is read again later. */
const ATTEMPTS = 3;

/** The order changed between two of its pages, so that they don't belong together. */
class ChangedMeanwhile extends Error {}

type Head = NonNullable<ReadOrderQuery['order']>;

/** Reads what didn't fit into the first pages, and sees that all of it is of one moment. */
function restOf(client: AdminClient, shop: ShopId, head: Head) {
  const { id } = head;

  function still<T extends { updatedAt: string }>(order: T | null): T {
    if (order?.updatedAt !== head.updatedAt) throw new ChangedMeanwhile();
    return order;
  }

  async function routedPart(part: RoutedPartFragment): Promise<RoutedPartFragment> {
    const nodes = await readPages(part.lineItems, async (after) => {
      const reply = await client.request(shop, READ_ROUTED_LINES, { id: part.id, after });
      if (!reply.fulfillmentOrder) throw new ChangedMeanwhile();
      return reply.fulfillmentOrder.lineItems;
    });
    return { ...part, lineItems: { ...part.lineItems, nodes } };
  }

  async function parcel(part: ParcelFragment): Promise<ParcelFragment> {
    const nodes = await readPages(part.fulfillmentLineItems, async (after) => {
      const reply = await client.request(shop, READ_PARCEL_LINES, { id: part.id, after });
      if (!reply.fulfillment) throw new ChangedMeanwhile();
      return reply.fulfillment.fulfillmentLineItems;
    });
    return { ...part, fulfillmentLineItems: { ...part.fulfillmentLineItems, nodes } };
  }

  async function oneParcel(parcelId: string): Promise<ParcelFragment> {
    const reply = await client.request(shop, READ_PARCEL, { id: parcelId });
    if (!reply.fulfillment) throw new ChangedMeanwhile();
    return reply.fulfillment;
  }

  return {
    lines: () =>
      readPages(head.lineItems, async (after) => {
        const reply = await client.request(shop, READ_ORDER_LINES, { id, after });
        return still(reply.order).lineItems;
      }),

    async payments() {
      if ((head.transactionsCount?.count ?? 0) <= head.transactions.length)
        return head.transactions;
      const reply = await client.request(shop, READ_ORDER_PAYMENTS, { id });
      return still(reply.order).transactions;
    },

    async routed() {
      const parts = await readPages<RoutedPartFragment>(head.fulfillmentOrders, async (after) => {
        const reply = await client.request(shop, READ_ORDER_ROUTING, { id, after });
        return still(reply.order).fulfillmentOrders;
      });
      return oneByOne(parts, routedPart);
    },

    async parcels() {
      if ((head.fulfillmentsCount?.count ?? 0) <= head.fulfillments.length)
        return oneByOne(head.fulfillments, parcel);
      const reply = await client.request(shop, LIST_PARCELS, { id });
      const known = new Map(head.fulfillments.map((part) => [part.id, part]));
      return oneByOne(still(reply.order).fulfillments, async (listed) =>
        parcel(known.get(listed.id) ?? (await oneParcel(listed.id))),
      );
    },
  };
}

async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

async function readWhole(
  client: AdminClient,
  shop: ShopId,
  id: OrderId,
): Promise<WholeOrder | null> {
  const { order: head } = await client.request(shop, READ_ORDER, { id });
  if (!head) return null;
  const rest = restOf(client, shop, head);
  return {
    head,
    lines: await rest.lines(),
    payments: await rest.payments(),
    routed: await rest.routed(),
    parcels: await rest.parcels(),
  };
}

export async function readOrder(
  client: AdminClient,
  shop: ShopId,
  id: OrderId,
): Promise<OrderSnapshot | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const whole = await readWhole(client, shop, id);
      return whole && readOrderSnapshot(whole);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (attempt === ATTEMPTS) throw new Unreachable('The order kept changing while it was read');
    }
  }
}
