import { Driver, FakeApp, SHOP } from './support';
import { CANCEL, CAPTURE, HOLD, ORDER, VOID, type OrderView } from './operations';

let app: FakeApp;
let sim: Driver;

beforeEach(async () => {
  app = new FakeApp();
  sim = await Driver.start({ appUrl: await app.start() });
});

afterEach(async () => {
  await sim.simulator.close();
  await app.stop();
});

async function open(wish: Record<string, unknown> = {}): Promise<void> {
  await sim.openShop(wish);
  await sim.stock('LAMP', 5);
}

const read = async (id: string): Promise<OrderView> =>
  (await sim.ask<{ order: OrderView }>(ORDER, { id })).order;

async function authorizationOf(id: string): Promise<string> {
  const found = (await read(id)).transactions.find(({ kind }) => kind === 'AUTHORIZATION');
  if (!found) throw new Error('no authorization');
  return found.id;
}

const captureOf = async (id: string, amount: string, more: Record<string, unknown> = {}) =>
  (
    await sim.ask<{
      orderCapture: { transaction: { status: string } | null; userErrors: { message: string }[] };
    }>(CAPTURE, { input: { id, parentTransactionId: await authorizationOf(id), amount, ...more } })
  ).orderCapture;

const sumOf = async (kind: string): Promise<number> =>
  (await sim.ledger(kind))
    .filter(({ detail }) => (detail as { status: string }).status === 'SUCCESS')
    .reduce((n, row) => n + Number(row.amount), 0);

test('no more is captured than was authorized, and the rest of a part goes back', async () => {
  await open();
  const id = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  expect((await captureOf(id, '20.01')).userErrors).toHaveLength(1);
  expect((await captureOf(id, '0')).userErrors).toHaveLength(1);
  expect(await captureOf(id, '10.00')).toMatchObject({
    transaction: { status: 'SUCCESS' },
    userErrors: [],
  });
  expect(await read(id)).toMatchObject({
    displayFinancialStatus: 'PARTIALLY_PAID',
    capturable: false,
  });
  expect((await captureOf(id, '10.00')).userErrors).toHaveLength(1);
  expect(await sumOf('capture')).toBe(10);
});

test('a Plus shop with Shopify Payments captures in parts', async () => {
  await open({ plan: 'plus' });
  const id = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  await captureOf(id, '10.00');
  expect(await read(id)).toMatchObject({
    capturable: true,
    totalCapturableSet: { presentmentMoney: { amount: '10.0' } },
  });
  await captureOf(id, '10.00');
  expect(await read(id)).toMatchObject({ capturable: false, displayFinancialStatus: 'PAID' });
});

test('the end of an authorization is shown to Plus shops only', async () => {
  await open();
  expect(
    (await read(await sim.order([{ sku: 'LAMP', quantity: 1 }]))).transactions[0]
      ?.authorizationExpiresAt,
  ).toBeNull();
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { plan: 'plus' });
  expect(
    (await read(await sim.order([{ sku: 'LAMP', quantity: 1 }]))).transactions[0]
      ?.authorizationExpiresAt,
  ).toBe('2026-03-09T14:00:00.000Z');
});

test.each([
  ['shopify_payments', 7],
  ['paypal', 29],
  ['klarna', 28],
])(
  'an authorization by %s lapses after %i days, and a capture then fails',
  async (gateway, days) => {
    await open();
    const id = await sim.order([{ sku: 'LAMP', quantity: 1 }], { gateway });
    await sim.advance(`P${days - 1}D`);
    expect(await read(id)).toMatchObject({ displayFinancialStatus: 'AUTHORIZED' });
    await sim.advance('P1D');
    expect(await read(id)).toMatchObject({
      displayFinancialStatus: 'EXPIRED',
      capturable: false,
      cancelledAt: null,
    });
    expect(app.topics().at(-1)).toBe('orders/updated');
    expect(await captureOf(id, '10.00')).toMatchObject({ transaction: null, userErrors: [{}] });
    expect((await read(id)).transactions.at(-1)).toMatchObject({
      status: 'FAILURE',
      errorCode: 'AUTHORIZATION_EXPIRED',
    });
    expect(await sim.ledger('lapse')).toMatchObject([{ amount: '10.00' }]);
  },
);

test.each([true, false])('a lapsed order can be paid by link: %s', async (voidedPayable) => {
  await open({ voidedPayable });
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  expect((await read(id)).paymentCollectionDetails.additionalPaymentCollectionUrl).toBeNull();
  await sim.advance('P7D');
  const lapsed = await read(id);
  expect(lapsed.totalOutstandingSet.presentmentMoney.amount).toBe('10.0');
  expect(lapsed.paymentCollectionDetails.additionalPaymentCollectionUrl === null).toBe(
    !voidedPayable,
  );
  const paid = await sim.call('POST', `/_sim/orders/${encodeURIComponent(id)}/pay`);
  expect(paid.status).toBe(voidedPayable ? 200 : 409);
  expect((await read(id)).displayFinancialStatus).toBe(voidedPayable ? 'PAID' : 'EXPIRED');
});

test('a voided authorization cannot be captured, nor voided again', async () => {
  await open();
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  const authorization = await authorizationOf(id);
  expect(await sim.ask(VOID, { id: authorization })).toMatchObject({
    transactionVoid: { transaction: { kind: 'VOID' }, userErrors: [] },
  });
  expect(await sim.ask(VOID, { id: authorization })).toMatchObject({
    transactionVoid: { transaction: null, userErrors: [{ code: 'AUTH_NOT_VOIDABLE' }] },
  });
  expect((await captureOf(id, '10.00')).userErrors).toHaveLength(1);
  expect((await read(id)).displayFinancialStatus).toBe('VOIDED');
});

test('cancelling is a job: it ends a moment later, voids, and gives the units back', async () => {
  await open();
  const id = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  const begun = await sim.ask<{ orderCancel: { job: { id: string }; jobResult: { id: string } } }>(
    CANCEL,
    { id },
  );
  expect(begun).toMatchObject({
    orderCancel: {
      job: { done: false },
      jobResult: { status: 'STARTED' },
      orderCancelUserErrors: [],
    },
  });
  expect((await read(id)).cancelledAt).toBeNull();
  await sim.advance('PT5S');
  expect(await read(id)).toMatchObject({
    cancelledAt: expect.any(String),
    displayFinancialStatus: 'VOIDED',
    currentTotalPriceSet: { presentmentMoney: { amount: '0.0' } },
  });
  const done = await sim.ask(
    `query ($job: ID!, $result: ID!) { job(id: $job) { done } node(id: $result) { ... on OrderCancelJobResult { status done order { cancelledAt } } } }`,
    { job: begun.orderCancel.job.id, result: begun.orderCancel.jobResult.id },
  );
  expect(done).toMatchObject({ job: { done: true }, node: { status: 'SUCCEEDED', done: true } });
  expect(await sim.get(`/_sim/inventory?shop=${SHOP}&sku=LAMP`)).toMatchObject([
    { available: 5, committed: 0 },
  ]);
  expect(await sim.ask(CANCEL, { id })).toMatchObject({
    orderCancel: { job: null, orderCancelUserErrors: [{ code: 'INVALID' }] },
  });
  expect(app.topics()).toContain('orders/cancelled');
  expect((await sim.get<{ kind: string }[]>('/_sim/mail')).map(({ kind }) => kind)).toEqual([
    'order-confirmation',
  ]);
});

test('an order with a shipped part or a pending payment cannot be cancelled', async () => {
  await open();
  const shipped = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  await sim.post('/_sim/fulfillments', {
    shop: SHOP,
    orderId: shipped,
    lines: [{ sku: 'LAMP', quantity: 1 }],
  });
  const pending = await sim.order([{ sku: 'LAMP', quantity: 1 }], { paymentPending: true });
  for (const id of [shipped, pending])
    expect(await sim.ask(CANCEL, { id })).toMatchObject({
      orderCancel: { orderCancelUserErrors: [{ code: 'INVALID' }] },
    });
  expect(
    (
      await sim.call('POST', `/_sim/orders/${encodeURIComponent(pending)}/edit`, {
        lines: [{ sku: 'LAMP', quantity: 0 }],
      })
    ).status,
  ).toBe(409);
  await sim.post(`/_sim/orders/${encodeURIComponent(pending)}/markAsPaid`);
  expect(await read(pending)).toMatchObject({ displayFinancialStatus: 'AUTHORIZED' });
});

test('a pending capture settles later; nothing else can be done to the money meanwhile', async () => {
  await open();
  const id = await sim.order([{ sku: 'LAMP', quantity: 1 }]);
  await sim.post('/_sim/faults', { target: 'orderCapture', mode: 'pending' });
  expect(await captureOf(id, '10.00')).toMatchObject({ transaction: { status: 'PENDING' } });
  expect((await captureOf(id, '10.00')).userErrors).toHaveLength(1);
  expect(await sim.ask(CANCEL, { id })).toMatchObject({
    orderCancel: { orderCancelUserErrors: [{}] },
  });
  await sim.advance('PT15M');
  expect(await read(id)).toMatchObject({ displayFinancialStatus: 'PAID' });
  expect(await sim.ledger('capture')).toMatchObject([
    { by: 'app', detail: { status: 'PENDING' } },
    { by: 'app', detail: { status: 'SUCCESS', settled: true } },
  ]);
  expect(app.topics()).toContain('orders/paid');
});

test('a shop that charges at checkout has the money; capture on fulfillment waits for the whole order', async () => {
  await open({ captureMode: 'checkout' });
  expect(await read(await sim.order([{ sku: 'LAMP', quantity: 1 }]))).toMatchObject({
    displayFinancialStatus: 'PAID',
    transactions: [{ kind: 'SALE' }],
  });
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { captureMode: 'on-fulfillment' });
  const id = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  const fo = (await read(id)).fulfillmentOrders.nodes[0];
  await sim.ask(HOLD, {
    id: fo?.id,
    hold: {
      reason: 'INVENTORY_OUT_OF_STOCK',
      handle: 'h',
      fulfillmentOrderLineItems: [{ id: fo?.lineItems.nodes[0]?.id, quantity: 1 }],
    },
  });
  await sim.post('/_sim/fulfillments', { shop: SHOP, orderId: id });
  expect(await read(id)).toMatchObject({
    displayFinancialStatus: 'AUTHORIZED',
    displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
  });
  await sim.post(`/_sim/fulfillment-orders/${encodeURIComponent(fo?.id ?? '')}/release`);
  await sim.post('/_sim/fulfillments', { shop: SHOP, orderId: id });
  expect(await read(id)).toMatchObject({ displayFinancialStatus: 'PAID' });
  expect(await sim.ledger('capture')).toMatchObject([{ by: 'shopify', amount: '20.00' }]);
});

test("a Plus shop captures each fulfillment's share, to the last cent", async () => {
  await open({ plan: 'plus', captureMode: 'per-fulfillment' });
  const id = await sim.order([{ sku: 'LAMP', quantity: 3 }], { shipping: '5.00', tax: '1.01' });
  for (let n = 0; n < 3; n += 1)
    await sim.post('/_sim/fulfillments', {
      shop: SHOP,
      orderId: id,
      lines: [{ sku: 'LAMP', quantity: 1 }],
    });
  expect(await read(id)).toMatchObject({
    displayFinancialStatus: 'PAID',
    totalOutstandingSet: { presentmentMoney: { amount: '0.0' } },
  });
  expect(await sumOf('capture')).toBeCloseTo(36.01, 10);
});

test("a gift card's part is charged at once; a discount and another currency add up", async () => {
  await open();
  const id = await sim.order([{ sku: 'LAMP', quantity: 3 }], {
    giftCardAmount: '5.00',
    discount: '0.10',
    presentmentCurrency: 'EUR',
    rate: '0.9',
  });
  const order = await read(id);
  expect(order.transactions.map(({ kind }) => kind)).toEqual(['SALE', 'AUTHORIZATION']);
  const authorized = order.totalCapturableSet.presentmentMoney.amount;
  expect(Number(authorized) + 4.5).toBeCloseTo(
    Number(order.currentTotalPriceSet.presentmentMoney.amount),
    10,
  );
  expect((await captureOf(id, authorized)).userErrors).toHaveLength(1);
  expect((await captureOf(id, authorized, { currency: 'EUR' })).userErrors).toEqual([]);
  expect(await read(id)).toMatchObject({ displayFinancialStatus: 'PAID' });
});

test('a refund needs its idempotency key, and the same key refunds once', async () => {
  await open({ captureMode: 'checkout' });
  const id = await sim.order([{ sku: 'LAMP', quantity: 2 }]);
  const { transactions, lineItems } = await read(id);
  const input = {
    orderId: id,
    refundLineItems: [{ lineItemId: lineItems.nodes[0]?.id, quantity: 1, restockType: 'CANCEL' }],
    transactions: [
      {
        orderId: id,
        parentId: transactions[0]?.id,
        amount: '10.00',
        kind: 'REFUND',
        gateway: 'shopify_payments',
      },
    ],
  };
  const bare = await sim.raw(
    `mutation ($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }`,
    { input },
  );
  expect(bare.body.errors).toHaveLength(1);
  const keyed = `mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id totalRefundedSet { presentmentMoney { amount } } } userErrors { message } } }`;
  const first = await sim.ask(keyed, { input, key: 'k1' });
  expect(await sim.ask(keyed, { input, key: 'k1' })).toEqual(first);
  expect(await sim.ask(keyed, { input: { ...input, note: 'other' }, key: 'k1' })).toMatchObject({
    refundCreate: { refund: null, userErrors: [{}] },
  });
  expect(await sumOf('refund')).toBe(10);
  expect(await read(id)).toMatchObject({
    displayFinancialStatus: 'PARTIALLY_REFUNDED',
    currentTotalPriceSet: { presentmentMoney: { amount: '10.0' } },
  });
});
