import { Driver, FakeApp } from './support';
import { CANCEL, ORDER, VOID, type OrderView } from './operations';

/* What Shopify refuses, and what it offers, when money goes back, comes late, or a third party has the goods. */

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

const act = (id: string, call: string, body: Record<string, unknown> = {}) =>
  sim.call('POST', `/_sim/orders/${encodeURIComponent(id)}/${call}`, body);

const oneLamp = [{ sku: 'LAMP', quantity: 1 }];
const threeLamps = [{ sku: 'LAMP', quantity: 3 }];

const amountsOf = async (kind: string) => (await sim.ledger(kind)).map(({ amount }) => amount);

describe('a refund', () => {
  const REFUND = `mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }`;
  let keys = 0;

  async function refusalOf(id: string, change: (payment: string) => Record<string, unknown>) {
    const payment = (await read(id)).transactions[0]?.id ?? '';
    const input = { orderId: id, ...change(payment) };
    const { refundCreate } = await sim.ask<{
      refundCreate: { refund: unknown; userErrors: { message: string }[] };
    }>(REFUND, { input, key: `key-${(keys += 1)}` });
    return refundCreate.userErrors[0]?.message;
  }
  const transaction = (orderId: string, parentId: string, more: object = {}) => ({
    transactions: [
      { orderId, parentId, kind: 'REFUND', gateway: 'shopify_payments', amount: '1.00', ...more },
    ],
  });

  test.each([
    [{ kind: 'SALE' }, 'Kind sale is not a valid transaction'],
    [{ parentId: null }, 'Transactions require a parent_id associated with the order'],
    [{ amount: '0' }, 'Amount must be greater than zero'],
    [{ amount: '30.01' }, 'Refund amount $30.01 is greater than net payment received $30.00'],
  ])('with %j is refused', async (wrong, message) => {
    await open({ captureMode: 'checkout' });
    const id = await sim.order(threeLamps);
    expect(await refusalOf(id, (payment) => transaction(id, payment, wrong))).toBe(message);
    expect(await sim.ledger('refund')).toEqual([]);
  });

  test('needs the currency that the customer saw', async () => {
    await open({ captureMode: 'checkout' });
    const id = await sim.order(oneLamp, { presentmentCurrency: 'EUR', rate: '0.9' });
    expect(await refusalOf(id, (payment) => transaction(id, payment))).toMatch(/Currency/);
    const named = (payment: string) => ({ ...transaction(id, payment), currency: 'EUR' });
    expect(await refusalOf(id, named)).toBeUndefined();
  });

  test('goes to a place that there is', async () => {
    await open();
    const id = await sim.order(oneLamp);
    const lineItemId = (await read(id)).lineItems.nodes[0]?.id;
    const line = { lineItemId, quantity: 1, restockType: 'CANCEL' };
    const refundLineItems = [{ ...line, locationId: 'gid://shopify/Location/1' }];
    expect(await refusalOf(id, () => ({ refundLineItems }))).toBe('Location does not exist');
  });
});

test('what was suggested is spread over the payments, the newest first', async () => {
  await open({ captureMode: 'checkout' });
  const id = await sim.order(oneLamp, { tax: '1.00' });
  await act(id, 'edit', { lines: threeLamps });
  expect((await act(id, 'pay')).status).toBe(200);
  const lineItemId = (await read(id)).lineItems.nodes[0]?.id;
  const { order } = await sim.ask<{ order: { suggestedRefund: unknown } }>(
    `query ($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) { suggestedRefund(refundLineItems: $lines) {
      amountSet { presentmentMoney { amount } } totalTaxSet { presentmentMoney { amount } } maximumRefundableSet { presentmentMoney { amount } }
      suggestedTransactions { kind amountSet { presentmentMoney { amount } } } } } }`,
    { id, lines: [{ lineItemId, quantity: 3 }] },
  );
  const amount = (text: string) => ({ presentmentMoney: { amount: text } });
  expect(order.suggestedRefund).toEqual({
    amountSet: amount('33.0'),
    totalTaxSet: amount('3.0'),
    maximumRefundableSet: amount('33.0'),
    suggestedTransactions: [
      { kind: 'SUGGESTED_REFUND', amountSet: amount('22.0') },
      { kind: 'SUGGESTED_REFUND', amountSet: amount('11.0') },
    ],
  });
});

test('an order with an open return cannot be cancelled', async () => {
  await open();
  const id = await sim.order(oneLamp);
  await act(id, 'return', { open: true });
  expect(await sim.ask(CANCEL, { id })).toMatchObject({
    orderCancel: { jobResult: null, orderCancelUserErrors: [{ code: 'INVALID' }] },
  });
  await act(id, 'return', { open: false });
  expect(await sim.ask(CANCEL, { id })).toMatchObject({
    orderCancel: { orderCancelUserErrors: [] },
  });
});

describe('two authorizations', () => {
  async function two(captureMode: string): Promise<string> {
    await open({ captureMode, plan: 'plus' });
    const id = await sim.order(oneLamp);
    await act(id, 'edit', { lines: threeLamps });
    expect((await act(id, 'authorize')).status).toBe(200);
    return id;
  }

  test('are no more than what is owed', async () => {
    const id = await two('manual');
    expect((await act(id, 'authorize', { amount: '0.01' })).status).toBe(409);
    expect((await read(id)).totalCapturableSet.presentmentMoney.amount).toBe('30.0');
  });

  test.each([
    ['on-fulfillment', [[], ['10.00', '20.00']]],
    ['per-fulfillment', [['10.00'], ['10.00', '20.00']]],
  ])('are both captured by a shop that captures %s', async (mode, [first, all]) => {
    const id = await two(mode);
    const shop = { shop: 'one.myshopify.com', orderId: id };
    await sim.post('/_sim/fulfillments', { ...shop, lines: oneLamp });
    expect(await amountsOf('capture')).toEqual(first);
    await sim.post('/_sim/fulfillments', shop);
    expect(await amountsOf('capture')).toEqual(all);
  });
});

test('an extended authorization is for Plus only, and ends on the thirtieth day', async () => {
  await open();
  const order = { shop: 'one.myshopify.com', lines: oneLamp, extendedAuthorization: true };
  expect((await sim.call('POST', '/_sim/orders', order)).status).toBe(400);
  await sim.call('PATCH', '/_sim/shops/one.myshopify.com', { plan: 'plus' });
  const id = await sim.order(oneLamp, { extendedAuthorization: true });
  await sim.advance('P29D');
  expect(await read(id)).toMatchObject({ displayFinancialStatus: 'AUTHORIZED' });
  await sim.advance('P1D');
  expect(await read(id)).toMatchObject({ displayFinancialStatus: 'EXPIRED' });
});

describe('payment terms', () => {
  const TERMS = `mutation ($id: ID!, $terms: PaymentTermsCreateInput!) { paymentTermsCreate(referenceId: $id, paymentTermsAttributes: $terms) { paymentTerms { id due paymentTermsType } userErrors { code message } } }`;
  const scopes =
    'read_orders,write_orders,write_payment_terms,read_merchant_managed_fulfillment_orders,read_third_party_fulfillment_orders,read_products,read_inventory,read_customers,read_locations,read_fulfillments';

  async function voided(wish: Record<string, unknown> = {}): Promise<string> {
    await open({ scopes, voidedPayable: false, ...wish });
    const id = await sim.order(oneLamp);
    await sim.ask(VOID, { id: (await read(id)).transactions[0]?.id });
    return id;
  }
  const terms = (n: number, schedule: object = {}) => ({
    paymentTermsTemplateId: `gid://shopify/PaymentTermsTemplate/${n}`,
    paymentSchedules: [schedule],
  });

  test.each([true, false])('give an order a payment link: %s', async (termsPayable) => {
    const id = await voided({ termsPayable });
    expect((await read(id)).paymentCollectionDetails.additionalPaymentCollectionUrl).toBeNull();
    expect(await sim.ask(TERMS, { id, terms: terms(1) })).toMatchObject({
      paymentTermsCreate: { paymentTerms: { due: false, paymentTermsType: 'RECEIPT' } },
    });
    const after = await read(id);
    expect(after.paymentCollectionDetails.additionalPaymentCollectionUrl !== null).toBe(
      termsPayable,
    );
    expect(after.totalOutstandingSet.presentmentMoney.amount).toBe('10.0');
    expect((await act(id, 'pay')).status).toBe(termsPayable ? 200 : 409);
  });

  test.each([
    ['a fixed template without a due date', 7],
    ['a net template without an issue date', 4],
    ['a template that is not there', 99],
  ])('of %s are refused', async (_, n) => {
    const id = await voided();
    expect(await sim.ask(TERMS, { id, terms: terms(n) })).toMatchObject({
      paymentTermsCreate: {
        paymentTerms: null,
        userErrors: [{ code: 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL' }],
      },
    });
  });

  test('are made once for an order, and need their scope', async () => {
    const id = await voided();
    await sim.ask(TERMS, { id, terms: terms(1) });
    expect(await sim.ask(TERMS, { id, terms: terms(1) })).toMatchObject({
      paymentTermsCreate: { paymentTerms: null, userErrors: [{}] },
    });
    await sim.call('PATCH', '/_sim/shops/one.myshopify.com', { scopes: 'write_orders' });
    const { body } = await sim.raw(TERMS, { id, terms: terms(1) });
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'ACCESS_DENIED' } }] });
  });
});

describe('a third party', () => {
  const ASK = `mutation ($id: ID!) { fulfillmentOrderSubmitCancellationRequest(id: $id, message: "Please") { fulfillmentOrder { requestStatus } userErrors { message } } }`;
  const answer = (id: string, accept: boolean) =>
    sim.call('POST', `/_sim/fulfillment-orders/${encodeURIComponent(id)}/answer-cancellation`, {
      accept,
    });

  async function accepted(wish: Record<string, unknown> = {}) {
    await open(wish);
    const order = await sim.order(threeLamps);
    const part = (await read(order)).fulfillmentOrders.nodes[0]?.id ?? '';
    await sim.post(`/_sim/fulfillment-orders/${encodeURIComponent(part)}/accept`);
    return { order, part };
  }

  test('is asked once at a time, and answers only what it was asked', async () => {
    const { part } = await accepted();
    expect((await answer(part, true)).status).toBe(409);
    expect(await sim.ask(ASK, { id: part })).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: {
        fulfillmentOrder: { requestStatus: 'ACCEPTED' },
      },
    });
    expect(await sim.ask(ASK, { id: part })).toMatchObject({
      fulfillmentOrderSubmitCancellationRequest: { fulfillmentOrder: null, userErrors: [{}] },
    });
    expect((await answer(part, false)).status).toBe(200);
    await sim.advance('PT1S');
    expect(app.topics()).toEqual(
      expect.arrayContaining([
        'fulfillment_orders/cancellation_request_submitted',
        'fulfillment_orders/cancellation_request_rejected',
      ]),
    );
  });

  test.each([
    [false, [{ status: 'OPEN' }]],
    [true, [{ status: 'CLOSED' }, { status: 'OPEN' }]],
  ])('gives goods back in a new part: %s', async (givenBackIsReplaced, parts) => {
    const { order, part } = await accepted({ givenBackIsReplaced });
    await sim.ask(ASK, { id: part });
    await answer(part, true);
    expect((await read(order)).fulfillmentOrders.nodes).toMatchObject(parts);
  });
});
