import { factsAbout } from './facts';
import { authorized, cancel, missing, paid, SKU, unpaid } from './money';
import type { Store } from './store';

const fact = factsAbout('cancellations');

const refusedWith = (message: string, field: readonly string[] | null, code = 'INVALID') => ({
  job: null,
  orderCancelUserErrors: [{ field, message, code }],
  userErrors: [{ field, message }],
});
const ended = (store: Store) => store.advance('PT10S');

fact('recorded', 'A cancellation is a job that is not done when it is answered', async (store) => {
  const id = await authorized(store);
  expect(await cancel(store, id)).toMatchObject({
    job: { done: false },
    orderCancelUserErrors: [],
  });
});

fact(
  'recorded',
  'A cancelled order is closed, its total is zero, and it owes nothing',
  async (store) => {
    const id = await unpaid(store);
    await cancel(store, id);
    await ended(store);
    expect(await store.read(id)).toMatchObject({
      cancelled: true,
      closed: true,
      cancelReason: 'OTHER',
      currentTotal: '0.0',
      outstanding: '0.0',
      total: '25.0',
    });
  },
);

fact('recorded', 'A cancelled order keeps its lines, with no current units', async (store) => {
  const id = await unpaid(store, { quantity: 2 });
  await cancel(store, id);
  await ended(store);
  expect((await store.read(id)).lines).toMatchObject([{ quantity: 2, currentQuantity: 0 }]);
});

fact(
  'recorded',
  'An order without any transaction has no financial status, cancelled or not',
  async (store) => {
    const id = await unpaid(store);
    expect(await store.read(id)).toMatchObject({
      status: null,
      outstanding: '25.0',
      transactions: [],
    });
    await cancel(store, id);
    await ended(store);
    expect(await store.read(id)).toMatchObject({ status: null, transactions: [] });
  },
);

fact(
  'documented',
  'A cancellation voids what is authorized, whatever it says of refunds',
  async (store) => {
    const id = await authorized(store);
    await cancel(store, id, { refund: false });
    await ended(store);
    const { status, transactions } = await store.read(id);
    expect(status).toBe('VOIDED');
    expect(transactions.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['AUTHORIZATION', '25.0'],
      ['VOID', '0.0'],
    ]);
  },
);

fact('documented', 'A cancellation with a refund gives back what was paid', async (store) => {
  const id = await paid(store);
  await cancel(store, id, { refundMethod: { originalPaymentMethodsRefund: true } });
  await ended(store);
  expect(await store.read(id)).toMatchObject({ status: 'REFUNDED', refunded: '25.0', net: '0.0' });
});

fact('documented', 'A cancellation without a refund keeps what was paid', async (store) => {
  const id = await paid(store);
  await cancel(store, id, { refund: false });
  await ended(store);
  expect(await store.read(id)).toMatchObject({ refunded: '0.0', net: '25.0' });
});

fact('recorded', 'A cancelled order is not cancelled again', async (store) => {
  const id = await authorized(store);
  await cancel(store, id);
  await ended(store);
  expect(await cancel(store, id)).toMatchObject(
    refusedWith('Cannot cancel an order that has already been canceled', ['orderId']),
  );
});

fact(
  'recorded',
  'A second cancellation while the first is under way is refused, and the first one ends',
  async (store) => {
    const id = await authorized(store);
    await cancel(store, id);
    const { job, orderCancelUserErrors } = await cancel(store, id);
    expect(job).toBeNull();
    expect(orderCancelUserErrors).toMatchObject([
      { field: null, message: 'Cancellation is already in progress' },
    ]);
    await ended(store);
    expect((await store.read(id)).cancelled).toBe(true);
  },
);

fact('recorded', 'A staff note of more than 255 characters is refused', async (store) => {
  const id = await authorized(store);
  expect(await cancel(store, id, { staffNote: 'x'.repeat(256) })).toMatchObject(
    refusedWith('Staff note is too long. Maximum length is 255 characters.', ['staffNote']),
  );
});

for (const said of [true, false])
  fact('recorded', `refund ${said} and refundMethod together are refused`, async (store) => {
    const id = await authorized(store);
    const both = { refund: said, refundMethod: { originalPaymentMethodsRefund: true } };
    expect(await cancel(store, id, both)).toMatchObject(
      refusedWith('Only one of the arguments `refund` or `refund_method` is allowed.', ['refund']),
    );
  });

fact('recorded', 'An order with a parcel that has left cannot be cancelled', async (store) => {
  const id = await authorized(store, { quantity: 2 });
  const lines = [{ sku: SKU, quantity: 1 }];
  await store.sim('POST', '/fulfillments', { shop: store.domain, orderId: id, lines });
  expect(await cancel(store, id)).toMatchObject(
    refusedWith('Cannot cancel an order that has outstanding fulfillments', ['orderId']),
  );
});

fact('recorded', 'An order with an open return cannot be cancelled', async (store) => {
  const id = await authorized(store);
  await store.act(id, 'return', { open: true });
  expect(await cancel(store, id)).toMatchObject(
    refusedWith('Cannot cancel an order that has returns', ['orderId']),
  );
});

fact('documented', 'An order whose payment is pending cannot be cancelled', async (store) => {
  const id = await authorized(store, { order: { paymentPending: true } });
  const { job, orderCancelUserErrors } = await cancel(store, id);
  expect(job).toBeNull();
  expect(orderCancelUserErrors).toMatchObject([{ code: 'INVALID' }]);
});

fact('documented', 'An order that does not exist is NOT_FOUND', async (store) => {
  await authorized(store);
  const { job, orderCancelUserErrors } = await cancel(store, missing('Order'));
  expect(job).toBeNull();
  expect(orderCancelUserErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
