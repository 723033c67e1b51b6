import { Driver, FakeApp, SHOP } from './support';
import { HOLD, ORDER, RELEASE, type OrderView } from './operations';

let app: FakeApp;
let sim: Driver;

beforeEach(async () => {
  app = new FakeApp();
  sim = await Driver.start({ appUrl: await app.start() });
  await sim.openShop();
  await sim.stock('LAMP', 2);
  await sim.stock('CHAIR', 5);
});

afterEach(async () => {
  await sim.simulator.close();
  await app.stop();
});

const read = async (id: string): Promise<OrderView> =>
  (await sim.ask<{ order: OrderView }>(ORDER, { id })).order;

async function onlyFulfillmentOrder(id: string) {
  const [fo] = (await read(id)).fulfillmentOrders.nodes;
  if (!fo) throw new Error('not routed');
  return fo;
}

test('an order is routed a while later, and every webhook of it is signed', async () => {
  const { orderId } = await sim.post<{ orderId: string }>('/_sim/orders', {
    shop: SHOP,
    email: 'buyer@example.com',
    lines: [{ sku: 'LAMP', quantity: 3 }],
  });
  expect((await read(orderId)).fulfillmentOrders.nodes).toEqual([]);
  await sim.advance('PT10M');
  expect((await read(orderId)).fulfillmentOrders.nodes).toHaveLength(1);
  expect(app.topics()).toEqual(
    expect.arrayContaining([
      'orders/create',
      'order_transactions/create',
      'inventory_levels/update',
      'fulfillment_orders/order_routing_complete',
    ]),
  );
  expect(app.webhooks.every(({ genuine }) => genuine)).toBe(true);
  const created = app.webhooks.find(({ topic }) => topic === 'orders/create');
  expect(created?.headers).toMatchObject({
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': expect.any(String),
    'x-shopify-event-id': expect.any(String),
    'x-shopify-triggered-at': expect.any(String),
  });
  expect(created?.body).toContain(`"id":${orderId.split('/').at(-1)},`);
});

test('an order can be kept from ever being routed', async () => {
  const { orderId } = await sim.post<{ orderId: string }>('/_sim/orders', {
    shop: SHOP,
    email: 'buyer@example.com',
    lines: [{ sku: 'LAMP', quantity: 1 }],
    routing: 'never',
  });
  await sim.advance('P1D');
  expect((await read(orderId)).fulfillmentOrders.nodes).toEqual([]);
});

test('an order commits units, below zero where the shop goes on selling', async () => {
  await sim.order([{ sku: 'LAMP', quantity: 3 }]);
  const [level] = await sim.get<{ available: number; committed: number; onHand: number }[]>(
    `/_sim/inventory?shop=${SHOP}&sku=LAMP`,
  );
  expect(level).toMatchObject({ available: -1, committed: 3, onHand: 2 });
});

test('a product that must not be oversold refuses the customer', async () => {
  await sim.stock('VASE', 1, { inventoryPolicy: 'deny' });
  const refused = await sim.call('POST', '/_sim/orders', {
    shop: SHOP,
    lines: [{ sku: 'VASE', quantity: 2 }],
  });
  expect(refused.status).toBe(409);
  expect(
    (
      await sim.call('POST', '/_sim/orders', {
        shop: SHOP,
        lines: [{ sku: 'VASE', quantity: 2 }],
        force: true,
      })
    ).status,
  ).toBe(200);
});

test('a hold on some units splits the fulfillment order: what is held stays, the rest goes on', async () => {
  const id = await sim.order([
    { sku: 'LAMP', quantity: 3 },
    { sku: 'CHAIR', quantity: 1 },
  ]);
  const fo = await onlyFulfillmentOrder(id);
  const lamp = fo.lineItems.nodes[0];
  const held = await sim.ask(HOLD, {
    id: fo.id,
    hold: {
      reason: 'INVENTORY_OUT_OF_STOCK',
      handle: 'h1',
      fulfillmentOrderLineItems: [{ id: lamp?.id, quantity: 1 }],
    },
  });
  expect(held).toMatchObject({
    fulfillmentOrderHold: {
      userErrors: [],
      fulfillmentOrder: {
        id: fo.id,
        status: 'ON_HOLD',
        lineItems: { nodes: [{ remainingQuantity: 1 }] },
      },
      remainingFulfillmentOrder: {
        status: 'OPEN',
        lineItems: { nodes: [{ remainingQuantity: 2 }, { remainingQuantity: 1 }] },
      },
    },
  });
  const again = await sim.ask(HOLD, {
    id: fo.id,
    hold: { reason: 'INVENTORY_OUT_OF_STOCK', handle: 'h1' },
  });
  expect(again).toMatchObject({
    fulfillmentOrderHold: { userErrors: [{ code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE' }] },
  });
  const split = await sim.ask(HOLD, {
    id: fo.id,
    hold: {
      reason: 'OTHER',
      handle: 'h2',
      fulfillmentOrderLineItems: [{ id: lamp?.id, quantity: 1 }],
    },
  });
  expect(split).toMatchObject({
    fulfillmentOrderHold: { userErrors: [{ code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE' }] },
  });
  expect((await read(id)).displayFulfillmentStatus).toBe('UNFULFILLED');
  await sim.advance('PT1S');
  const told = app.webhooks.filter(({ topic }) => topic === 'orders/updated').at(-1);
  expect(JSON.parse(told?.body ?? '{}')).toMatchObject({
    // One of three lamps is held: what can be shipped leaves it out.
    line_items: [{ quantity: 3, fulfillable_quantity: 2 }, { fulfillable_quantity: 1 }],
  });
  expect(app.topics()).toEqual(
    expect.arrayContaining([
      'fulfillment_orders/split',
      'fulfillment_holds/added',
      'fulfillment_orders/placed_on_hold',
    ]),
  );
});

test("releasing without ids releases everybody's holds", async () => {
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  const fo = await onlyFulfillmentOrder(id);
  await sim.post(`/_sim/fulfillment-orders/${encodeURIComponent(fo.id)}/hold`, {
    reason: 'HIGH_RISK_OF_FRAUD',
  });
  const mine = await sim.ask<{ fulfillmentOrderHold: { fulfillmentHold: { id: string } } }>(HOLD, {
    id: fo.id,
    hold: { reason: 'OTHER', handle: 'mine' },
  });
  const polite = await sim.ask(RELEASE, {
    id: fo.id,
    holdIds: [mine.fulfillmentOrderHold.fulfillmentHold.id],
  });
  expect(polite).toMatchObject({
    fulfillmentOrderReleaseHold: {
      fulfillmentOrder: { status: 'ON_HOLD', fulfillmentHolds: [{}] },
    },
  });
  const rude = await sim.ask(RELEASE, { id: fo.id });
  expect(rude).toMatchObject({
    fulfillmentOrderReleaseHold: { fulfillmentOrder: { status: 'OPEN', fulfillmentHolds: [] } },
  });
  expect(
    (await sim.ledger('release')).map(({ detail }) => (detail as { heldBy: string }).heldBy),
  ).toEqual(['app', 'other-app']);
});

test('an accepted fulfillment order cannot be held', async () => {
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  const fo = await onlyFulfillmentOrder(id);
  await sim.post(`/_sim/fulfillment-orders/${encodeURIComponent(fo.id)}/accept`);
  const refused = await sim.ask(HOLD, { id: fo.id, hold: { reason: 'OTHER', handle: 'x' } });
  expect(refused).toMatchObject({
    fulfillmentOrderHold: { fulfillmentHold: null, userErrors: [{}] },
  });
});

test('what is on hold cannot be packed; what is packed leaves the shelf and is told if asked', async () => {
  const id = await sim.order([{ sku: 'CHAIR', quantity: 2 }]);
  const fo = await onlyFulfillmentOrder(id);
  await sim.ask(HOLD, { id: fo.id, hold: { reason: 'OTHER', handle: 'h' } });
  expect((await sim.call('POST', '/_sim/fulfillments', { shop: SHOP, orderId: id })).status).toBe(
    409,
  );
  await sim.ask(RELEASE, { id: fo.id });
  const { fulfillmentId } = await sim.post<{ fulfillmentId: string }>('/_sim/fulfillments', {
    shop: SHOP,
    orderId: id,
    trackingNumber: '1Z',
    notify: true,
  });
  await sim.post(`/_sim/fulfillments/${encodeURIComponent(fulfillmentId)}/event`, {
    status: 'in_transit',
  });
  const [level] = await sim.get<Record<string, number>[]>(`/_sim/inventory?shop=${SHOP}&sku=CHAIR`);
  expect(level).toMatchObject({ available: 3, committed: 0, onHand: 3 });
  expect((await read(id)).displayFulfillmentStatus).toBe('FULFILLED');
  expect(
    (await sim.get<{ kind: string }[]>('/_sim/mail?to=buyer@example.com')).map(({ kind }) => kind),
  ).toEqual(['order-confirmation', 'shipping-confirmation']);
  await sim.post(`/_sim/fulfillments/${encodeURIComponent(fulfillmentId)}/cancel`);
  expect(await read(id)).toMatchObject({
    displayFulfillmentStatus: 'UNFULFILLED',
    lineItems: { nodes: [{ unfulfilledQuantity: 2 }] },
  });
});

test('an edit takes units off an order, out of its fulfillment orders, and back to the shelf', async () => {
  const id = await sim.order([
    { sku: 'LAMP', quantity: 3 },
    { sku: 'CHAIR', quantity: 1 },
  ]);
  const line = (await read(id)).lineItems.nodes[0];
  const begun = await sim.ask<{ orderEditBegin: { calculatedOrder: { id: string } } }>(
    `mutation ($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 5) { nodes { id quantity } } } userErrors { message } } }`,
    { id },
  );
  const edit = begun.orderEditBegin.calculatedOrder.id;
  const set = await sim.ask(
    `mutation ($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 2, restock: true) { calculatedOrder { totalPriceSet { shopMoney { amount } } } userErrors { message } } }`,
    { id: edit, line: line?.id.replace('LineItem', 'CalculatedLineItem') },
  );
  expect(set).toMatchObject({
    orderEditSetQuantity: {
      userErrors: [],
      calculatedOrder: { totalPriceSet: { shopMoney: { amount: '30.0' } } },
    },
  });
  await sim.ask(
    `mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: false) { order { id } userErrors { message } } }`,
    { id: edit },
  );
  const after = await read(id);
  expect(after).toMatchObject({
    currentTotalPriceSet: { presentmentMoney: { amount: '30.0' } },
    totalCapturableSet: { presentmentMoney: { amount: '40.0' } },
    lineItems: { nodes: [{ currentQuantity: 2 }, { currentQuantity: 1 }] },
  });
  expect(after.fulfillmentOrders.nodes[0]?.lineItems.nodes[0]?.remainingQuantity).toBe(2);
  const [level] = await sim.get<Record<string, number>[]>(`/_sim/inventory?shop=${SHOP}&sku=LAMP`);
  expect(level).toMatchObject({ available: 0, committed: 2 });
  await sim.advance('PT1S');
  expect(app.topics()).toContain('orders/edited');
});

test('bad input is answered with what is wrong, unknown ids with 404', async () => {
  expect(await sim.call('POST', '/_sim/orders', { shop: SHOP, lines: [] })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('lines') },
  });
  expect(
    await sim.call('POST', '/_sim/shops', {
      shop: 'two.myshopify.com',
      captureMode: 'per-fulfillment',
    }),
  ).toMatchObject({ status: 400 });
  expect(await sim.call('POST', '/_sim/clock', { advance: 'three days' })).toMatchObject({
    status: 400,
  });
  expect((await sim.call('GET', '/_sim/orders/999')).status).toBe(404);
  expect(
    (
      await sim.call('POST', '/_sim/orders', {
        shop: 'no.myshopify.com',
        lines: [{ sku: 'X', quantity: 1 }],
      })
    ).status,
  ).toBe(404);
  expect((await sim.call('GET', '/_sim/nowhere')).status).toBe(404);
});
