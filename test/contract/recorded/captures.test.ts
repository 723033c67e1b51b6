import { factsAbout } from './facts';
import {
  authorizationOf,
  authorized,
  cancel,
  capture,
  missing,
  transactionOf,
  voidOf,
} from './money';

const fact = factsAbout('captures');

const UNSUPPORTED =
  "Setting final capture is not supported for this transaction's payment gateway. Please remove the parameter or set it to null, then try again.";
const refusedWith = (message: string, field: readonly string[] | null = null) => ({
  transaction: null,
  userErrors: [{ field, message }],
});
const DOLLARS = { presentmentCurrency: 'USD', rate: '0.8' };
const PLUS = {
  shop: { plan: 'plus', capturesPend: false },
  order: { gateway: 'shopify_payments' },
};

fact(
  'recorded',
  'An authorized order owes nothing and has not received anything',
  async (store) => {
    const id = await authorized(store);
    expect(await store.read(id)).toMatchObject({
      status: 'AUTHORIZED',
      capturable: true,
      totalCapturable: '25.0',
      outstanding: '0.0',
      received: '0.0',
      net: '0.0',
    });
  },
);

fact('recorded', 'A capture of the whole authorization makes the order paid', async (store) => {
  const id = await authorized(store);
  const authorization = await authorizationOf(store, id);
  expect(await capture(store, id)).toMatchObject({
    transaction: {
      kind: 'CAPTURE',
      status: 'SUCCESS',
      gateway: 'paypal',
      amountSet: { presentmentMoney: { amount: '25.0' } },
      parentTransaction: { id: authorization, kind: 'AUTHORIZATION', status: 'SUCCESS' },
    },
    userErrors: [],
  });
  expect(await store.read(id)).toMatchObject({
    status: 'PAID',
    capturable: false,
    totalCapturable: '0.0',
    outstanding: '0.0',
    received: '25.0',
    net: '25.0',
  });
});

fact(
  'recorded',
  'finalCapture true is refused where the authorization is for one capture',
  async (store) => {
    const id = await authorized(store);
    expect(await capture(store, id, { finalCapture: true })).toMatchObject(
      refusedWith(UNSUPPORTED),
    );
    expect(await store.read(id)).toMatchObject({ status: 'AUTHORIZED', totalCapturable: '25.0' });
  },
);

fact('inferred', 'finalCapture false is refused there, too', async (store) => {
  const id = await authorized(store);
  expect(await capture(store, id, { finalCapture: false })).toMatchObject(refusedWith(UNSUPPORTED));
});

fact('inferred', 'It is refused for Shopify Payments below Plus', async (store) => {
  const id = await authorized(store, { order: { gateway: 'shopify_payments' } });
  expect(await capture(store, id, { finalCapture: true })).toMatchObject(refusedWith(UNSUPPORTED));
});

fact('recorded', 'The same capture without finalCapture succeeds afterwards', async (store) => {
  const id = await authorized(store);
  await capture(store, id, { finalCapture: true, amount: '5.00' });
  expect(await capture(store, id, { amount: '5.00' })).toMatchObject({
    transaction: { status: 'SUCCESS' },
    userErrors: [],
  });
});

fact('recorded', 'finalCapture null is the same as none', async (store) => {
  const id = await authorized(store);
  const { userErrors } = await capture(store, id, { finalCapture: null });
  expect(userErrors).toEqual([]);
});

fact('documented', 'A multi-capturable authorization is captured in parts', async (store) => {
  const id = await authorized(store, PLUS);
  await capture(store, id, { amount: '10.00' });
  expect(await store.read(id)).toMatchObject({
    status: 'PARTIALLY_PAID',
    capturable: true,
    totalCapturable: '15.0',
    transactions: [{ multiCapturable: true }, {}],
  });
  await capture(store, id, { amount: '15.00' });
  expect(await store.read(id)).toMatchObject({ status: 'PAID', capturable: false });
});

fact(
  'documented',
  'There, finalCapture true gives the rest back to the customer',
  async (store) => {
    const id = await authorized(store, PLUS);
    const { userErrors } = await capture(store, id, { amount: '10.00', finalCapture: true });
    expect(userErrors).toEqual([]);
    expect(await store.read(id)).toMatchObject({ capturable: false, totalCapturable: '0.0' });
  },
);

fact('documented', 'There, finalCapture false leaves the authorization open', async (store) => {
  const id = await authorized(store, PLUS);
  await capture(store, id, { amount: '10.00', finalCapture: false });
  expect(await store.read(id)).toMatchObject({ capturable: true, totalCapturable: '15.0' });
});

fact(
  'documented',
  'A capture of less than the whole makes the order partially paid',
  async (store) => {
    const id = await authorized(store);
    await capture(store, id, { amount: '10.00' });
    expect(await store.read(id)).toMatchObject({ status: 'PARTIALLY_PAID', received: '10.0' });
  },
);

fact(
  'inferred',
  'An authorization for one capture is closed by a part, and the rest is owed',
  async (store) => {
    const id = await authorized(store);
    await capture(store, id, { amount: '10.00' });
    const order = await store.read(id);
    expect(order).toMatchObject({ capturable: false, totalCapturable: '0.0', outstanding: '15.0' });
    expect(order.link).not.toBeNull();
  },
);

fact('recorded', 'A captured authorization cannot be captured again', async (store) => {
  const id = await authorized(store);
  await capture(store, id);
  expect(await capture(store, id, { amount: '1.00' })).toMatchObject(
    refusedWith('Can only capture successful authorizations'),
  );
});

fact('inferred', 'A voided authorization is refused with the same words', async (store) => {
  const id = await authorized(store);
  await voidOf(store, await authorizationOf(store, id));
  expect(await capture(store, id)).toMatchObject(
    refusedWith('Can only capture successful authorizations'),
  );
});

fact('recorded', 'A capture is no parent of a capture', async (store) => {
  const id = await authorized(store);
  await capture(store, id);
  const parentTransactionId = await transactionOf(store, id, 'CAPTURE');
  expect(await capture(store, id, { amount: '1.00', parentTransactionId })).toMatchObject(
    refusedWith('Parent transaction should be a successful authorization'),
  );
});

fact('recorded', 'A parent that the order does not have is refused', async (store) => {
  const id = await authorized(store);
  const parentTransactionId = missing('OrderTransaction');
  expect(await capture(store, id, { parentTransactionId })).toMatchObject(
    refusedWith('Unable to find parent transaction'),
  );
});

fact('recorded', 'An order that does not exist is refused by its id', async (store) => {
  await authorized(store);
  const parentTransactionId = missing('OrderTransaction');
  expect(await capture(store, missing('Order'), { parentTransactionId })).toMatchObject(
    refusedWith('Order does not exist', ['id']),
  );
});

fact('recorded', 'An amount of zero is refused', async (store) => {
  const id = await authorized(store);
  expect(await capture(store, id, { amount: '0.00' })).toMatchObject(
    refusedWith('Amount must be greater than zero for capture transactions'),
  );
});

fact('recorded', 'More than the authorized amount is refused', async (store) => {
  const id = await authorized(store);
  expect(await capture(store, id, { amount: '25.01' })).toMatchObject(
    refusedWith('Cannot capture more than the authorized 25.00 for this payment.'),
  );
  expect(await store.read(id)).toMatchObject({ status: 'AUTHORIZED', received: '0.0' });
});

fact('recorded', 'An order in another currency needs the currency', async (store) => {
  const id = await authorized(store, { shop: { currency: 'CAD' }, order: DOLLARS });
  expect(await capture(store, id, { amount: '5.00' })).toMatchObject(
    refusedWith('Currency Currency must match parent transaction USD', ['currency']),
  );
});

fact('recorded', "The shop's own currency is refused there", async (store) => {
  const id = await authorized(store, { shop: { currency: 'CAD' }, order: DOLLARS });
  expect(await capture(store, id, { amount: '5.00', currency: 'CAD' })).toMatchObject(
    refusedWith('Currency Currency must match parent transaction USD', ['currency']),
  );
});

fact('recorded', 'An order in one currency is captured without naming it', async (store) => {
  const id = await authorized(store, { shop: { currency: 'CAD' } });
  expect(await capture(store, id, { amount: '5.00' })).toMatchObject({
    transaction: {
      amountSet: { shopMoney: { amount: '5.0' }, presentmentMoney: { amount: '5.0' } },
    },
  });
});

fact(
  'recorded',
  "A capture's amount in the shop's currency follows the day's rate, not the order's",
  async (store) => {
    const shop = { currency: 'CAD', ratesToday: { USD: '0.5' } };
    const id = await authorized(store, { shop, order: DOLLARS });
    expect(await capture(store, id, { amount: '4.00', currency: 'USD' })).toMatchObject({
      transaction: {
        amountSet: { shopMoney: { amount: '8.0' }, presentmentMoney: { amount: '4.0' } },
      },
    });
  },
);

fact(
  'recorded',
  'An authorization by hand reads as not manually capturable, and is captured all the same',
  async (store) => {
    const id = await authorized(store, { order: { gateway: 'manual', payment: 'authorized' } });
    expect((await store.read(id)).transactions).toMatchObject([
      {
        kind: 'AUTHORIZATION',
        gateway: 'manual',
        manuallyCapturable: false,
        multiCapturable: false,
      },
    ]);
    expect(await capture(store, id)).toMatchObject({ transaction: { status: 'SUCCESS' } });
  },
);

fact(
  'documented',
  'An authorization that has run out reads as expired, and its capture fails',
  async (store) => {
    const id = await authorized(store);
    await store.advance('P29D');
    expect(await store.read(id)).toMatchObject({
      status: 'EXPIRED',
      closed: false,
      cancelled: false,
    });
    const { transaction, userErrors } = await capture(store, id);
    expect([transaction, userErrors.length]).toEqual([null, 1]);
    expect((await store.read(id)).transactions.at(-1)).toMatchObject({
      kind: 'CAPTURE',
      status: 'FAILURE',
      errorCode: 'AUTHORIZATION_EXPIRED',
    });
  },
);

const CARD = { order: { gateway: 'shopify_payments' } };

fact(
  'documented',
  'A capture of Shopify Payments is pending first and succeeds some seconds later',
  async (store) => {
    const id = await authorized(store, CARD);
    expect(await capture(store, id)).toMatchObject({
      transaction: { kind: 'CAPTURE', status: 'PENDING' },
      userErrors: [],
    });
    expect(await store.read(id)).toMatchObject({ status: 'PENDING', received: '0.0' });
    await store.advance('PT1M');
    expect(await store.read(id)).toMatchObject({
      status: 'PAID',
      received: '25.0',
      outstanding: '0.0',
      transactions: [{ kind: 'AUTHORIZATION' }, { kind: 'CAPTURE', status: 'SUCCESS' }],
    });
  },
);

fact(
  'inferred',
  'Meanwhile nothing of it is capturable or outstanding, and there is no link',
  async (store) => {
    const id = await authorized(store, CARD);
    await capture(store, id);
    expect(await store.read(id)).toMatchObject({
      capturable: false,
      totalCapturable: '0.0',
      outstanding: '0.0',
      link: null,
    });
  },
);

fact('documented', 'Meanwhile the order can be neither cancelled nor edited', async (store) => {
  const id = await authorized(store, CARD);
  await capture(store, id);
  expect((await cancel(store, id)).orderCancelUserErrors).toMatchObject([{ code: 'INVALID' }]);
  expect((await store.read(id)).editable).toBe(false);
});

fact('documented', 'A capture that is pending still counts as unsettled', async (store) => {
  const id = await authorized(store, { shop: { plan: 'plus' }, ...CARD });
  await capture(store, id, { amount: '10.00' });
  const unsettled =
    'query ($id: ID!) { order(id: $id) { transactions(first: 1) { totalUnsettledSet { presentmentMoney { amount } } } } }';
  expect(await store.ask(unsettled, { id })).toMatchObject({
    order: { transactions: [{ totalUnsettledSet: { presentmentMoney: { amount: '25.0' } } }] },
  });
});

fact(
  'inferred',
  'While the only capture of an authorization is pending, no more of it can be captured',
  async (store) => {
    const id = await authorized(store, CARD);
    await capture(store, id, { amount: '10.00' });
    expect(await store.read(id)).toMatchObject({ capturable: false, totalCapturable: '0.0' });
  },
);
