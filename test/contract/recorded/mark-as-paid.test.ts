import { factsAbout } from './facts';
import { authorizationOf, authorized, cancel, paid, payloadOf, unpaid, voidOf } from './money';
import type { Store } from './store';

const fact = factsAbout('mark as paid');

const MARK = `mutation ($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) {
  order { id displayFinancialStatus paymentGatewayNames totalOutstandingSet { presentmentMoney { amount } } }
  userErrors { field message } } }`;
const mark = (store: Store, id: string) => payloadOf(store, MARK, { input: { id } });
const REFUSED = [{ field: ['id'], message: 'Order cannot be marked as paid.' }];

fact(
  'recorded',
  'An order without transactions gets a sale by hand for what it owes',
  async (store) => {
    const id = await unpaid(store);
    expect(await mark(store, id)).toMatchObject({
      order: {
        displayFinancialStatus: 'PAID',
        paymentGatewayNames: ['manual'],
        totalOutstandingSet: { presentmentMoney: { amount: '0.0' } },
      },
      userErrors: [],
    });
    expect((await store.read(id)).transactions).toMatchObject([
      { kind: 'SALE', status: 'SUCCESS', gateway: 'manual', amount: '25.0' },
    ]);
  },
);

fact('recorded', 'A paid order is refused, and the answer shows it as it is', async (store) => {
  const id = await paid(store);
  expect(await mark(store, id)).toMatchObject({
    order: { id, displayFinancialStatus: 'PAID' },
    userErrors: REFUSED,
  });
  expect((await store.read(id)).transactions).toHaveLength(1);
});

fact('recorded', 'In another currency the sale has both amounts of the order', async (store) => {
  const order = { presentmentCurrency: 'USD', rate: '0.8' };
  const id = await unpaid(store, { shop: { currency: 'CAD' }, order });
  await mark(store, id);
  expect(await store.read(id)).toMatchObject({
    status: 'PAID',
    outstanding: '0.0',
    transactions: [{ kind: 'SALE', amount: '20.0', shopAmount: '25.0' }],
  });
});

fact('documented', 'An open authorization is captured; no sale is added', async (store) => {
  const id = await authorized(store);
  expect((await store.read(id)).canMarkAsPaid).toBe(true);
  const { userErrors } = await mark(store, id);
  expect(userErrors).toEqual([]);
  const { status, capturable, transactions } = await store.read(id);
  expect([status, capturable]).toEqual(['PAID', false]);
  expect(transactions.map(({ kind, gateway, amount }) => [kind, gateway, amount])).toEqual([
    ['AUTHORIZATION', 'paypal', '25.0'],
    ['CAPTURE', 'paypal', '25.0'],
  ]);
});

fact('inferred', 'After a void it is a sale by hand', async (store) => {
  const id = await authorized(store);
  await voidOf(store, await authorizationOf(store, id));
  await mark(store, id);
  expect(await store.read(id)).toMatchObject({
    status: 'PAID',
    transactions: [{}, { kind: 'VOID' }, { kind: 'SALE', gateway: 'manual', amount: '25.0' }],
  });
});

fact('inferred', 'A cancelled order is refused', async (store) => {
  const id = await unpaid(store);
  await cancel(store, id);
  await store.advance('PT10S');
  expect((await store.read(id)).canMarkAsPaid).toBe(false);
  expect(await mark(store, id)).toMatchObject({ userErrors: REFUSED });
});
