import { Driver, SHOP } from './support';
import { CAPTURE, ORDER } from './operations';

let sim: Driver;

beforeEach(async () => {
  sim = await Driver.start();
  await sim.openShop();
  await sim.stock('LAMP', 5, { location: 'Warehouse', vendor: 'Lights Ltd', tags: ['slow'] });
});

afterEach(() => sim.simulator.close());

const errors = async (query: string, variables: Record<string, unknown> = {}) =>
  (await sim.raw(query, variables)).body.errors as
    { message: string; extensions?: { code?: string } }[] | undefined;

test("an operation that Shopify's schema does not know is refused", async () => {
  expect((await errors('{ shop { captureMode } }'))?.[0]?.message).toContain('captureMode');
  expect((await errors('{ shop {'))?.[0]?.message).toContain('Syntax Error');
  expect(
    await errors(
      `{ shop { name ianaTimezone currencyCode myshopifyDomain plan { shopifyPlus } } }`,
    ),
  ).toBeUndefined();
});

test('without the right scope there is no answer', async () => {
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { scopes: ['read_products'] });
  expect((await errors('{ orders(first: 1) { nodes { id } } }'))?.[0]?.extensions?.code).toBe(
    'ACCESS_DENIED',
  );
  expect(
    (
      await errors(CAPTURE, {
        input: {
          id: 'gid://shopify/Order/1',
          parentTransactionId: 'gid://shopify/OrderTransaction/1',
          amount: '1',
        },
      })
    )?.[0]?.extensions?.code,
  ).toBe('ACCESS_DENIED');
  expect(await errors('{ products(first: 1) { nodes { id } } }')).toBeUndefined();
});

test("a third party's fulfillment orders need a scope of their own", async () => {
  await sim.post('/_sim/locations', { shop: SHOP, name: 'Partner', kind: 'third-party' });
  await sim.stock('DESK', 1, { location: 'Partner' });
  const id = await sim.order([
    { sku: 'LAMP', quantity: 1 },
    { sku: 'DESK', quantity: 1 },
  ]);
  const seen = async () =>
    (await sim.ask<{ order: { fulfillmentOrders: { nodes: unknown[] } } }>(ORDER, { id })).order
      .fulfillmentOrders.nodes.length;
  expect(await seen()).toBe(2);
  const scopes = sim.simulator.world
    .shop(SHOP)
    .scopes.filter((scope) => !scope.includes('third_party'));
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { scopes });
  expect(await seen()).toBe(1);
});

test('an order older than sixty days is gone for an app that may not read all orders', async () => {
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  await sim.advance('P61D');
  expect((await sim.ask<{ order: unknown }>(ORDER, { id })).order).not.toBeNull();
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, {
    scopes: sim.simulator.world.shop(SHOP).scopes.filter((scope) => scope !== 'read_all_orders'),
  });
  expect((await sim.ask<{ order: unknown }>(ORDER, { id })).order).toBeNull();
  expect(await sim.ask('{ orders(first: 5) { nodes { id } } }')).toEqual({ orders: { nodes: [] } });
});

test('without approval for protected data the customer has no name and no address', async () => {
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { protectedData: false });
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }], {
    name: 'Test Buyer',
    phone: '+15550100',
  });
  expect(await sim.ask(ORDER, { id })).toMatchObject({
    order: {
      email: null,
      phone: null,
      customer: { firstName: null, email: null },
      shippingAddress: { countryCodeV2: 'US', firstName: null },
    },
  });
});

test('whoever asks too much too fast is throttled, with HTTP 200', async () => {
  const dear = `{ orders(first: 250) { nodes { fulfillmentOrders(first: 250) { nodes {
    lineItems(first: 250) { nodes { id } } } } } } }`;
  const seen = [];
  for (let n = 0; n < 4; n += 1)
    seen.push(
      await sim.raw('{ orders(first: 80) { nodes { id lineItems(first: 8) { nodes { id } } } } }'),
    );
  expect(seen.every(({ status }) => status === 200)).toBe(true);
  expect((seen[0]?.body.extensions as { cost: unknown }).cost).toMatchObject({
    requestedQueryCost: 58,
    throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
  });
  expect((await errors(dear))?.[0]?.extensions?.code).toBe('MAX_COST_EXCEEDED');
  await sim.post('/_sim/faults', { target: 'order', mode: 'throttle' });
  expect((await errors(ORDER, { id: 'gid://shopify/Order/1' }))?.[0]?.extensions?.code).toBe(
    'THROTTLED',
  );
  expect(await errors(ORDER, { id: 'gid://shopify/Order/1' })).toBeUndefined();
});

test('orders are found by the time of their last change, page by page', async () => {
  const ids = [];
  for (let n = 0; n < 3; n += 1) {
    ids.push(await sim.order([{ sku: 'LAMP', quantity: 1 }]));
    await sim.advance('PT1H');
  }
  const page = `query ($after: String, $query: String) { orders(first: 2, after: $after, query: $query, sortKey: UPDATED_AT) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const first = await sim.ask<{
    orders: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }>(page, {});
  expect(first.orders).toMatchObject({
    nodes: [{ id: ids[0] }, { id: ids[1] }],
    pageInfo: { hasNextPage: true },
  });
  expect(await sim.ask(page, { after: first.orders.pageInfo.endCursor })).toMatchObject({
    orders: { nodes: [{ id: ids[2] }], pageInfo: { hasNextPage: false } },
  });
  expect(await sim.ask(page, { query: "updated_at:>='2026-03-02T15:00:00Z'" })).toMatchObject({
    orders: { nodes: [{ id: ids[1] }, { id: ids[2] }] },
  });
});

test('stock is read in all its states, and written only where it was as the app thought', async () => {
  await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  const { productVariants } = await sim.ask<{
    productVariants: {
      nodes: {
        inventoryItem: {
          id: string;
          inventoryLevels: { nodes: { id: string; location: { id: string } }[] };
        };
      }[];
    };
  }>(
    `{ productVariants(first: 5) { nodes { sku product { vendor tags } inventoryItem { id inventoryLevels(first: 5) { nodes { id location { id } quantities(names: ["available", "on_hand", "committed", "incoming", "reserved", "damaged", "safety_stock", "quality_control"]) { name quantity } } } } } } }`,
  );
  const item = productVariants.nodes[0]?.inventoryItem;
  const level = item?.inventoryLevels.nodes[0];
  expect(level).toMatchObject({
    quantities: [
      { name: 'available', quantity: 3 },
      { name: 'on_hand', quantity: 5 },
      { name: 'committed', quantity: 2 },
      {},
      {},
      {},
      {},
      {},
    ],
  });
  expect(
    await sim.ask(
      `query ($id: ID!) { inventoryLevel(id: $id) { quantities(names: ["available"]) { quantity } item { sku } } }`,
      { id: level?.id },
    ),
  ).toEqual({ inventoryLevel: { quantities: [{ quantity: 3 }], item: { sku: 'LAMP' } } });
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, {
    scopes: [...sim.simulator.world.shop(SHOP).scopes, 'write_inventory'],
  });
  const set = `mutation ($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) @idempotent(key: "a1") { inventoryAdjustmentGroup { reason } userErrors { code } } }`;
  const quantities = [
    {
      inventoryItemId: item?.id,
      locationId: level?.location.id,
      quantity: 9,
      changeFromQuantity: 4,
    },
  ];
  expect(
    await sim.ask(set, { input: { name: 'available', reason: 'correction', quantities } }),
  ).toMatchObject({
    inventorySetQuantities: { userErrors: [{ code: 'CHANGE_FROM_QUANTITY_STALE' }] },
  });
});

test('metafields of the app live in its own namespace, at most 25 at a time', async () => {
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  const set = `mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { key value } userErrors { code } } }`;
  expect(
    await sim.ask(set, {
      metafields: [{ ownerId: id, key: 'backorder', type: 'json', value: '{}' }],
    }),
  ).toMatchObject({ metafieldsSet: { metafields: [{ key: 'backorder' }], userErrors: [] } });
  expect(
    await sim.ask(
      `query ($id: ID!) { order(id: $id) { metafield(key: "backorder", namespace: "$app") { jsonValue } } }`,
      { id },
    ),
  ).toEqual({ order: { metafield: { jsonValue: {} } } });
  const many = Array.from({ length: 26 }, (_, n) => ({
    ownerId: id,
    key: `k${n}`,
    type: 'json',
    value: '{}',
  }));
  expect(await sim.ask(set, { metafields: many })).toMatchObject({
    metafieldsSet: { userErrors: [{ code: 'LESS_THAN_OR_EQUAL_TO' }] },
  });
});

test('bad days: an effect without an answer, an answer with errors, an error, a stale read', async () => {
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  const { order } = await sim.ask<{ order: { transactions: { id: string }[] } }>(ORDER, { id });
  const input = { id, parentTransactionId: order.transactions[0]?.id, amount: '10.00' };
  await sim.post('/_sim/faults', {
    target: 'orderCapture',
    mode: 'userError',
    message: 'Not today',
  });
  expect(await sim.ask(CAPTURE, { input })).toMatchObject({
    orderCapture: { transaction: null, userErrors: [{ message: 'Not today' }] },
  });
  await sim.post('/_sim/faults', { target: 'orderCapture', mode: 'timeoutAfterCommit' });
  await expect(sim.raw(CAPTURE, { input })).rejects.toThrow();
  expect(await sim.ledger('capture')).toHaveLength(1);
  await sim.post('/_sim/faults', { target: 'order', mode: 'staleRead' });
  expect(await sim.ask(ORDER, { id })).toMatchObject({
    order: { displayFinancialStatus: 'AUTHORIZED' },
  });
  expect(await sim.ask(ORDER, { id })).toMatchObject({ order: { displayFinancialStatus: 'PAID' } });
  await sim.post('/_sim/faults', { target: 'order', mode: 'http500' });
  expect((await sim.raw(ORDER, { id })).status).toBe(500);
  await sim.post('/_sim/faults', { target: 'order', mode: 'dataWithErrors', rate: 1 });
  expect((await sim.raw(ORDER, { id })).body).toMatchObject({
    data: { order: { id } },
    errors: [{}],
  });
  await sim.call('DELETE', '/_sim/faults');
  expect(await errors(ORDER, { id })).toBeUndefined();
});

test('what the simulator does not play says so', async () => {
  expect((await errors('{ shopifyPaymentsAccount { id } }'))?.[0]?.extensions?.code).toMatch(
    /ACCESS_DENIED|NOT_SIMULATED/,
  );
});
