import { z } from 'zod';
import { factsAbout } from './facts';
import { authorized, cancel, lineOf, missing, paid, payloadOf, SKU, unpaid } from './money';
import type { Json, Store } from './store';

const fact = factsAbout('order edits');

const BEGIN = `mutation ($id: ID!) { orderEditBegin(id: $id) {
  calculatedOrder { id originalOrder { id } subtotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } }
    lineItems(first: 5) { nodes { id quantity sku } } }
  orderEditSession { id } userErrors { field message } } }`;
const SET = `mutation ($id: ID!, $lineItemId: ID!, $quantity: Int!, $restock: Boolean) {
  orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: $restock) {
    calculatedOrder { id subtotalLineItemsQuantity subtotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } } }
    calculatedLineItem { id quantity } userErrors { field message } } }`;
const COMMIT = `mutation ($id: ID!, $notifyCustomer: Boolean) { orderEditCommit(id: $id, notifyCustomer: $notifyCustomer) {
  order { id closed totalOutstandingSet { shopMoney { amount } } } successMessages userErrors { field message } } }`;
const CLOSE = `mutation ($input: OrderCloseInput!) { orderClose(input: $input) { order { closed } userErrors { field message } } }`;
const MONEY = `query ($id: ID!) { order(id: $id) {
  subtotalPriceSet { shopMoney { amount } } currentSubtotalPriceSet { shopMoney { amount } }
  totalTaxSet { shopMoney { amount } } currentTotalTaxSet { shopMoney { amount } }
  totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
  lineItems(first: 5) { nodes { quantity currentQuantity taxLines(first: 5) { priceSet { shopMoney { amount } } } } } } }`;

const shopMoney = (amount: string) => ({ shopMoney: { amount } });
const Begun = z.looseObject({ calculatedOrder: z.looseObject({ id: z.string() }) });

async function begin(store: Store, id: string): Promise<string> {
  return Begun.parse(await payloadOf(store, BEGIN, { id })).calculatedOrder.id;
}

/** The first line's quantity is set and the edit committed. */
async function edit(store: Store, orderId: string, quantity: number, commit: Json = {}) {
  const id = await begin(store, orderId);
  await payloadOf(store, SET, {
    id,
    lineItemId: await lineOf(store, orderId),
    quantity,
    restock: true,
  });
  return payloadOf(store, COMMIT, { id, notifyCustomer: false, ...commit });
}

fact(
  'recorded',
  'An edit begins with the lines of the order, under its line numbers',
  async (store) => {
    const id = await authorized(store, { quantity: 2 });
    const number = (await lineOf(store, id)).split('/').at(-1);
    expect(await payloadOf(store, BEGIN, { id })).toMatchObject({
      calculatedOrder: {
        originalOrder: { id },
        lineItems: {
          nodes: [{ id: `gid://shopify/CalculatedLineItem/${number}`, quantity: 2, sku: SKU }],
        },
      },
      userErrors: [],
    });
  },
);

fact('recorded', 'The session has the number of its calculated order', async (store) => {
  const id = await authorized(store);
  const { calculatedOrder, orderEditSession } = await payloadOf(store, BEGIN, { id });
  const numberOf = (it: unknown) => z.object({ id: z.string() }).parse(it).id.split('/').at(-1);
  expect(numberOf(orderEditSession)).toBe(numberOf(calculatedOrder));
});

fact('recorded', 'An order that does not exist is refused by its id', async (store) => {
  await authorized(store);
  expect(await payloadOf(store, BEGIN, { id: missing('Order') })).toMatchObject({
    calculatedOrder: null,
    userErrors: [{ field: ['id'], message: 'The order does not exist.' }],
  });
});

fact('recorded', 'A cancelled order is not editable and says why', async (store) => {
  const id = await unpaid(store);
  await cancel(store, id);
  await store.advance('PT10S');
  expect(await payloadOf(store, BEGIN, { id })).toMatchObject({
    calculatedOrder: null,
    userErrors: [{ field: null, message: 'The order cannot be edited.' }],
  });
  const { editable, editableErrors } = await store.read(id);
  expect([editable, editableErrors.length]).toEqual([false, 1]);
});

fact('recorded', 'An open order is editable, and no error stands beside that', async (store) => {
  const id = await authorized(store);
  expect(await store.read(id)).toMatchObject({ editable: true, editableErrors: [] });
});

fact('documented', 'An order that another app made cannot be edited by this one', async (store) => {
  const id = await authorized(store, { order: { editable: false } });
  expect((await store.read(id)).editable).toBe(false);
  expect((await store.read(id)).editableErrors).toHaveLength(1);
  expect(await payloadOf(store, BEGIN, { id })).toMatchObject({
    calculatedOrder: null,
    userErrors: [{ field: null, message: 'The order cannot be edited.' }],
  });
});

fact('inferred', 'Such an order can be cancelled as a whole', async (store) => {
  const id = await authorized(store, { order: { editable: false } });
  const { orderCancelUserErrors } = await cancel(store, id);
  expect(orderCancelUserErrors).toEqual([]);
});

fact('recorded', 'A calculated order that does not exist is refused by its id', async (store) => {
  await authorized(store);
  const id = missing('CalculatedOrder');
  const userErrors = [{ field: ['id'], message: 'The calculated order does not exist.' }];
  const lineItemId = missing('CalculatedLineItem');
  expect(await payloadOf(store, SET, { id, lineItemId, quantity: 1 })).toMatchObject({
    userErrors,
  });
  expect(await payloadOf(store, COMMIT, { id })).toMatchObject({ order: null, userErrors });
});

fact('recorded', 'A line that is not on the order is refused by its id', async (store) => {
  const id = await begin(store, await authorized(store));
  const lineItemId = missing('CalculatedLineItem');
  expect(await payloadOf(store, SET, { id, lineItemId, quantity: 1 })).toMatchObject({
    calculatedOrder: null,
    userErrors: [{ field: ['lineItemId'], message: 'The line item does not exist on the order.' }],
  });
});

fact(
  'recorded',
  'A line that is set to zero stays listed, with no current units',
  async (store) => {
    const id = await authorized(store, { quantity: 2 });
    await edit(store, id, 0);
    expect((await store.read(id)).lines).toMatchObject([{ quantity: 2, currentQuantity: 0 }]);
  },
);

fact('recorded', 'An edit that takes units off a paid order owes the customer', async (store) => {
  const id = await paid(store, { quantity: 2 });
  expect(await edit(store, id, 1)).toMatchObject({
    order: { totalOutstandingSet: shopMoney('-25.0') },
    successMessages: ['Order updated'],
    userErrors: [],
  });
});

fact('recorded', 'The commit says that the customer was told', async (store) => {
  const id = await paid(store, { quantity: 2 });
  expect((await edit(store, id, 1, { notifyCustomer: true })).successMessages).toEqual([
    'Order updated',
    'Notification sent',
  ]);
});

fact(
  'recorded',
  'Where the order still owes something, what was sent is an invoice',
  async (store) => {
    const id = await unpaid(store, { quantity: 2 });
    expect(await edit(store, id, 1, { notifyCustomer: true })).toMatchObject({
      order: { totalOutstandingSet: shopMoney('25.0') },
      successMessages: ['Order updated', 'Invoice sent'],
    });
  },
);

fact('recorded', 'An edit opens a closed order again and says so', async (store) => {
  const id = await paid(store, { quantity: 2 });
  expect(await payloadOf(store, CLOSE, { input: { id } })).toMatchObject({
    order: { closed: true },
  });
  expect(await edit(store, id, 1, { notifyCustomer: true })).toMatchObject({
    order: { closed: false },
    successMessages: ['Order updated', 'Order unarchived', 'Notification sent'],
  });
});

fact(
  'recorded',
  'The calculated order has the totals of the edit before it is committed',
  async (store) => {
    const id = await unpaid(store, { price: '100.00', quantity: 2, order: { tax: '26.00' } });
    const session = await begin(store, id);
    const lineItemId = await lineOf(store, id);
    expect(await payloadOf(store, SET, { id: session, lineItemId, quantity: 1 })).toMatchObject({
      calculatedOrder: {
        subtotalLineItemsQuantity: 1,
        subtotalPriceSet: shopMoney('100.0'),
        totalPriceSet: shopMoney('113.0'),
      },
    });
    expect(await store.read(id)).toMatchObject({ currentTotal: '226.0' });
  },
);

fact(
  'recorded',
  'Current totals and tax fall with the units; the original ones and the tax lines stay',
  async (store) => {
    const id = await unpaid(store, { price: '100.00', quantity: 2, order: { tax: '26.00' } });
    await edit(store, id, 1);
    expect(await store.ask(MONEY, { id })).toMatchObject({
      order: {
        subtotalPriceSet: shopMoney('200.0'),
        currentSubtotalPriceSet: shopMoney('100.0'),
        totalTaxSet: shopMoney('26.0'),
        currentTotalTaxSet: shopMoney('13.0'),
        totalPriceSet: shopMoney('226.0'),
        currentTotalPriceSet: shopMoney('113.0'),
        lineItems: {
          nodes: [{ quantity: 2, currentQuantity: 1, taxLines: [{ priceSet: shopMoney('26.0') }] }],
        },
      },
    });
  },
);

fact(
  'recorded',
  'Units that an edit takes off leave their fulfillment order; units that it adds get one of their own',
  async (store) => {
    const id = await authorized(store, { quantity: 3 });
    await store.product('SHADE', 5);
    await edit(store, id, 1);
    await store.act(id, 'edit', { add: [{ sku: 'SHADE', quantity: 2 }] });
    expect((await store.read(id)).parts).toMatchObject([
      { status: 'OPEN', lines: [{ sku: SKU, remaining: 1, total: 1 }] },
      { status: 'OPEN', lines: [{ sku: 'SHADE', remaining: 2, total: 2 }] },
    ]);
  },
);

fact('inferred', 'An edit leaves the authorization as it was', async (store) => {
  const id = await authorized(store, { quantity: 2 });
  await edit(store, id, 1);
  expect(await store.read(id)).toMatchObject({
    totalCapturable: '50.0',
    currentTotal: '25.0',
    outstanding: '0.0',
  });
});
