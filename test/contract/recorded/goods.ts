import { z } from 'zod';
import { SCOPES } from '../../../simulator/shop/open-shop';
import type { Json, Store } from './store';

/* Orders in the states that the facts about goods begin with, and fulfillment orders as the Admin API shows them. */

const PART = `{ id status requestStatus supportedActions { action } fulfillmentHolds { id handle heldByRequestingApp displayReason }
  assignedLocation { name } deliveryMethod { methodType }
  merchantRequests(first: 4) { nodes { kind message requestOptions responseData } }
  lineItems(first: 4) { nodes { id totalQuantity remainingQuantity lineItem { id sku fulfillableQuantity } } } }`;

const Part = z
  .object({
    id: z.string(),
    status: z.string(),
    requestStatus: z.string(),
    supportedActions: z.array(z.object({ action: z.string() })),
    fulfillmentHolds: z.array(
      z.object({
        id: z.string(),
        handle: z.string().nullable(),
        heldByRequestingApp: z.boolean(),
        displayReason: z.string(),
      }),
    ),
    assignedLocation: z.object({ name: z.string() }),
    deliveryMethod: z.object({ methodType: z.string() }).nullable(),
    merchantRequests: z.object({
      nodes: z.array(
        z.object({
          kind: z.string(),
          message: z.string().nullable(),
          requestOptions: z.unknown(),
          responseData: z.unknown(),
        }),
      ),
    }),
    lineItems: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          totalQuantity: z.number(),
          remainingQuantity: z.number(),
          lineItem: z.object({
            id: z.string(),
            sku: z.string().nullable(),
            fulfillableQuantity: z.number(),
          }),
        }),
      ),
    }),
  })
  .transform((part) => ({
    id: part.id,
    status: part.status,
    request: part.requestStatus,
    actions: part.supportedActions.map(({ action }) => action),
    holds: part.fulfillmentHolds,
    place: part.assignedLocation.name,
    delivery: part.deliveryMethod?.methodType ?? null,
    requests: part.merchantRequests.nodes,
    lines: part.lineItems.nodes.map((line) => ({
      id: line.id,
      sku: line.lineItem.sku,
      lineItemId: line.lineItem.id,
      fulfillable: line.lineItem.fulfillableQuantity,
    })),
    /** Total and remaining of each line. */
    units: part.lineItems.nodes.map((line) => [line.totalQuantity, line.remainingQuantity]),
  }));

export type Part = z.infer<typeof Part>;

const Answer = z.looseObject({
  userErrors: z.array(
    z.object({
      field: z.array(z.string()).nullable(),
      message: z.string(),
      code: z.string().nullish(),
    }),
  ),
});

export type Answer = z.infer<typeof Answer>;

/** What a mutation answers; `takes` are its arguments with their types, `shows` what is selected besides its errors. */
export async function mutate(
  store: Store,
  name: string,
  takes: Readonly<Record<string, string>>,
  shows: string,
  variables: Json,
): Promise<Answer> {
  const declared = Object.entries(takes).map(([arg, type]) => `$${arg}: ${type}`);
  const passed = Object.keys(takes).map((arg) => `${arg}: $${arg}`);
  const query = `mutation (${declared.join(', ')}) { ${name}(${passed.join(', ')}) { ${shows} userErrors { ${CODED.has(name) ? 'field message code' : 'field message'} } } }`;
  return Answer.parse((await store.ask(query, variables))[name]);
}

/** Mutations on fulfillment orders whose userErrors have a code. */
const CODED = new Set([
  'fulfillmentOrderHold',
  'fulfillmentOrderReleaseHold',
  'fulfillmentOrderSplit',
  'fulfillmentOrderMerge',
]);

export const selected = (...names: string[]): string =>
  names.map((name) => `${name} ${PART}`).join(' ');

/** A fulfillment order in an answer; it must be there. */
export const partOf = (answer: Answer, name = 'fulfillmentOrder'): Part => Part.parse(answer[name]);

const Parts = z.object({
  order: z.object({
    displayFulfillmentStatus: z.string(),
    fulfillmentOrders: z.object({ nodes: z.array(Part) }),
  }),
});

const READ = `query ($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillmentOrders(first: 8) { nodes ${PART} } } }`;

/** All fulfillment orders of an order, the oldest first, and how the order as a whole is shown. */
export async function partsOf(
  store: Store,
  orderId: string,
): Promise<{ status: string; parts: Part[] }> {
  const { order } = Parts.parse(await store.ask(READ, { id: orderId }));
  return { status: order.displayFulfillmentStatus, parts: order.fulfillmentOrders.nodes };
}

/** Beside the app's own scopes those of a fulfillment service and of whoever counts the stock. */
const SCOPES_OF_FACTS = [
  ...SCOPES,
  'write_assigned_fulfillment_orders',
  'write_fulfillments',
  'write_inventory',
  'write_locations',
];

export const openStore = (store: Store, wish: Json = {}): Promise<void> =>
  store.open({ scopes: SCOPES_OF_FACTS, ...wish });

export interface Begun {
  readonly orderId: string;
  readonly part: Part;
}

export interface GoodsWish {
  readonly shop?: Json;
  readonly order?: Json;
}

/** A routed order of so many units of each item, in a store of its own; `part` is its only fulfillment order. */
export async function ordered(
  store: Store,
  units: Readonly<Record<string, number>>,
  wish: GoodsWish = {},
): Promise<Begun> {
  await openStore(store, wish.shop);
  for (const sku of Object.keys(units)) await store.product(sku, 9, { price: '10.00' });
  const lines = Object.entries(units).map(([sku, quantity]) => ({ sku, quantity }));
  const orderId = await store.order(lines, wish.order);
  const [part] = (await partsOf(store, orderId)).parts;
  if (!part) throw new Error('The order was not routed');
  return { orderId, part };
}

/** The id of the line of an item, for inputs that name units. */
export function lineOf(part: Part, sku: string): string {
  const line = part.lines.find((candidate) => candidate.sku === sku);
  if (!line) throw new Error(`${sku} is not in the fulfillment order`);
  return line.id;
}

export const unitsOf = (part: Part, wanted: Readonly<Record<string, number>>): Json[] =>
  Object.entries(wanted).map(([sku, quantity]) => ({ id: lineOf(part, sku), quantity }));

/** What is true of every fulfillment order, in few words: status and units. */
export const brief = (parts: readonly Part[]): unknown[] =>
  parts.map(({ status, units }) => [status, units]);
