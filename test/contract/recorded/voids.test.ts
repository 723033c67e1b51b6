import { factsAbout } from './facts';
import { authorizationOf, authorized, capture, missing, transactionOf, voidOf } from './money';

const fact = factsAbout('voids');

const refusedWith = (code: string, message: string) => ({
  transaction: null,
  userErrors: [{ field: ['parentTransactionId'], message, code }],
});
const UNSUCCESSFUL = refusedWith(
  'AUTH_NOT_SUCCESSFUL',
  'Parent transaction must be a successful authorization',
);
const NOT_VOIDABLE = refusedWith(
  'AUTH_NOT_VOIDABLE',
  'Parent transaction require a parent_id referring to a voidable transaction',
);

fact('recorded', 'A void leaves the order open, voided and owing its full price', async (store) => {
  const id = await authorized(store);
  await voidOf(store, await authorizationOf(store, id));
  expect(await store.read(id)).toMatchObject({
    status: 'VOIDED',
    closed: false,
    cancelled: false,
    capturable: false,
    totalCapturable: '0.0',
    outstanding: '25.0',
    received: '0.0',
    net: '0.0',
  });
});

fact('recorded', 'The row of a void has no amount and names the authorization', async (store) => {
  const id = await authorized(store);
  const authorization = await authorizationOf(store, id);
  expect(await voidOf(store, authorization)).toMatchObject({
    transaction: {
      kind: 'VOID',
      status: 'SUCCESS',
      gateway: 'paypal',
      amountSet: { presentmentMoney: { amount: '0.0' } },
      parentTransaction: { id: authorization, kind: 'AUTHORIZATION', status: 'SUCCESS' },
    },
    userErrors: [],
  });
});

fact(
  'recorded',
  'After a void the authorization keeps its amount and its status',
  async (store) => {
    const id = await authorized(store);
    await voidOf(store, await authorizationOf(store, id));
    expect((await store.read(id)).transactions).toMatchObject([
      { kind: 'AUTHORIZATION', status: 'SUCCESS', amount: '25.0' },
      { kind: 'VOID', status: 'SUCCESS', amount: '0.0' },
    ]);
  },
);

fact('recorded', 'A voided authorization cannot be voided again', async (store) => {
  const id = await authorized(store);
  const authorization = await authorizationOf(store, id);
  await voidOf(store, authorization);
  expect(await voidOf(store, authorization)).toMatchObject(NOT_VOIDABLE);
});

fact('recorded', 'A captured authorization cannot be voided', async (store) => {
  const id = await authorized(store);
  await capture(store, id);
  expect(await voidOf(store, await authorizationOf(store, id))).toMatchObject(NOT_VOIDABLE);
});

fact(
  'documented',
  'After a partial capture an authorization can no longer be voided',
  async (store) => {
    const plus = { plan: 'plus', capturesPend: false };
    const id = await authorized(store, { shop: plus, order: { gateway: 'shopify_payments' } });
    await capture(store, id, { amount: '10.00' });
    expect(await voidOf(store, await authorizationOf(store, id))).toMatchObject(NOT_VOIDABLE);
  },
);

fact('recorded', 'A capture is not an authorization to void', async (store) => {
  const id = await authorized(store);
  await capture(store, id);
  expect(await voidOf(store, await transactionOf(store, id, 'CAPTURE'))).toMatchObject(
    UNSUCCESSFUL,
  );
});

fact('recorded', 'An authorization that failed cannot be voided', async (store) => {
  const id = await authorized(store, { order: { payment: 'declined' } });
  expect(await voidOf(store, await authorizationOf(store, id))).toMatchObject(UNSUCCESSFUL);
});

fact('recorded', 'A transaction that does not exist is refused', async (store) => {
  await authorized(store);
  expect(await voidOf(store, missing('OrderTransaction'))).toMatchObject(
    refusedWith('TRANSACTION_NOT_FOUND', 'Transaction does not exist'),
  );
});

fact(
  'recorded',
  'An order whose only authorization failed has no financial status and owes its price',
  async (store) => {
    const id = await authorized(store, { order: { payment: 'declined' } });
    expect(await store.read(id)).toMatchObject({
      status: null,
      capturable: false,
      totalCapturable: '0.0',
      outstanding: '25.0',
      transactions: [{ kind: 'AUTHORIZATION', status: 'FAILURE' }],
    });
  },
);
