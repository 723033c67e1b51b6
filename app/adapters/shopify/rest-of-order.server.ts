import type { ShopId } from '../../domain/ids';
import { Gone, Permanent } from '../../errors';
import type { AdminClient } from './admin-client.server';
import type { ReadOrderQuery } from './generated/admin';
import type { createKeepAsking } from './keep-asking';
import { READ_REQUEST_STATUS } from './operations/cancellation-request';
import type { Operation } from './operations/operation';
import { LONGEST } from './operations/order-head';
import {
  READ_ORDER_LINES,
  READ_ORDER_ROUTING,
  READ_PARCEL_LINES,
  READ_ROUTED_LINES,
} from './operations/read-order';
import type { WholeOrder } from './order-snapshot';
import { readPages } from './pages';
import { isAskedBack } from './routed-part';

/** The order changed between two of its requests, so that their replies don't belong together. */
export class ChangedMeanwhile extends Error {}

/** What the first request brought: the order, with the first page of each of its lists. */
export type FirstPages = NonNullable<ReadOrderQuery['order']>;
type Part = FirstPages['fulfillmentOrders']['nodes'][number];
type Parcel = FirstPages['fulfillments'][number];

/** Whether a list goes on behind its first page. */
export function isLong({ lineItems, fulfillmentOrders, fulfillments }: FirstPages): boolean {
  return [
    lineItems,
    fulfillmentOrders,
    ...fulfillmentOrders.nodes.map((part) => part.lineItems),
    ...fulfillments.map((parcel) => parcel.fulfillmentLineItems),
  ].some(({ pageInfo }) => pageInfo.hasNextPage);
}

/** Lists without a cursor: what may have been left out can't be read. */
function seeThatNothingIsLeftOut({ transactions, fulfillments }: FirstPages): void {
  if (transactions.length >= LONGEST || fulfillments.length >= LONGEST)
    throw new Permanent(`The order has ${LONGEST} payments or parcels, more than can be read`);
}

interface Reader {
  readonly client: AdminClient;
  readonly shop: ShopId;
  readonly keepAsking: ReturnType<typeof createKeepAsking>;
}

/** Reads what didn't fit into the first pages, and sees that all of it is of one moment. */
export async function readRest(
  { client, shop, keepAsking }: Reader,
  first: FirstPages,
): Promise<WholeOrder> {
  const { id } = first;
  seeThatNothingIsLeftOut(first);

  async function ask<Reply, Variables>(
    operation: Operation<Reply, Variables>,
    variables: Variables,
  ): Promise<Reply> {
    try {
      return await keepAsking(() => client.request(shop, operation, variables));
    } catch (error) {
      if (error instanceof Gone) throw new ChangedMeanwhile();
      throw error;
    }
  }

  function there<T>(found: T | null): T {
    if (found === null) throw new ChangedMeanwhile();
    return found;
  }

  function still<T extends { updatedAt: string }>(order: T | null): T {
    if (order?.updatedAt !== first.updatedAt) throw new ChangedMeanwhile();
    return order;
  }

  async function routed(part: Part): Promise<WholeOrder['routed'][number]> {
    const nodes = await readPages(
      part.lineItems,
      async (after) =>
        there((await ask(READ_ROUTED_LINES, { id: part.id, after })).fulfillmentOrder).lineItems,
    );
    // The list of requests costs points in each part, so it is asked for only where it tells something.
    const asked =
      part.requestStatus === 'ACCEPTED' &&
      isAskedBack(there((await ask(READ_REQUEST_STATUS, { id: part.id })).fulfillmentOrder));
    return { ...part, lineItems: { nodes }, askedBack: asked || isAskedBack(part) };
  }

  async function parcel(one: Parcel): Promise<WholeOrder['parcels'][number]> {
    const nodes = await readPages(
      one.fulfillmentLineItems,
      async (after) =>
        there((await ask(READ_PARCEL_LINES, { id: one.id, after })).fulfillment)
          .fulfillmentLineItems,
    );
    return { ...one, fulfillmentLineItems: { nodes } };
  }

  const lines = await readPages(
    first.lineItems,
    async (after) => still((await ask(READ_ORDER_LINES, { id, after })).order).lineItems,
  );
  const parts = await readPages(
    first.fulfillmentOrders,
    async (after) => still((await ask(READ_ORDER_ROUTING, { id, after })).order).fulfillmentOrders,
  );
  return {
    head: first,
    lines,
    payments: first.transactions,
    routed: await oneByOne(parts, routed),
    parcels: await oneByOne(first.fulfillments, parcel),
  };
}

async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
