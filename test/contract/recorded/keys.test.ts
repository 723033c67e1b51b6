import { factsAbout } from './facts';
import { fromSale, paid, refund } from './money';

const fact = factsAbout('idempotency keys');

const BARE = `mutation ($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }`;
const IN_PROGRESS = 'This request is currently in progress, please try again.';
const PREVIOUS_FAILED =
  'A previous request with this idempotency key failed. Retry with a new idempotency key.';
const OTHER_PARAMETERS =
  'The same idempotency key cannot be used with different operation parameters.';

fact(
  'recorded',
  'A call without its key is HTTP 200 with one error, its path and no data',
  async (store) => {
    const id = await paid(store);
    const input = { orderId: id, ...(await fromSale(store, id, '1.00')) };
    const { status, body } = await store.reply(BARE, { input });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { refundCreate: null },
      errors: [
        {
          message: 'The @idempotent directive is required for this mutation but was not provided.',
          path: ['refundCreate'],
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
    expect((await store.read(id)).refunded).toBe('0.0');
  },
);

fact('documented', 'A key of blanks is no key', async (store) => {
  const id = await paid(store);
  const input = { orderId: id, ...(await fromSale(store, id, '1.00')) };
  const { body } = await store.reply(
    BARE.replace('input: $input)', 'input: $input) @idempotent(key: "  ")'),
    { input },
  );
  expect(body.errors).toHaveLength(1);
  expect((await store.read(id)).refunded).toBe('0.0');
});

fact(
  'documented',
  'The same call with the same key is done once and answers with the first refund',
  async (store) => {
    const id = await paid(store);
    const input = await fromSale(store, id, '1.00');
    const first = await refund(store, id, input, 'once');
    const second = await refund(store, id, input, 'once');
    expect(second.refund).toEqual(first.refund);
    expect((await store.read(id)).refunded).toBe('1.0');
  },
);

fact(
  'documented',
  'The answer of a repeated call shows the order as it is then, not as it was',
  async (store) => {
    const id = await paid(store);
    const input = await fromSale(store, id, '1.00');
    await refund(store, id, input, 'once');
    await refund(store, id, await fromSale(store, id, '2.00'), 'another');
    expect(await refund(store, id, input, 'once')).toMatchObject({
      refund: { totalRefundedSet: { presentmentMoney: { amount: '1.0' } } },
      order: { totalRefundedSet: { presentmentMoney: { amount: '3.0' } } },
      userErrors: [],
    });
  },
);

fact('documented', 'The same key with other figures is refused and does nothing', async (store) => {
  const id = await paid(store);
  await refund(store, id, await fromSale(store, id, '1.00'), 'once');
  expect(await refund(store, id, await fromSale(store, id, '2.00'), 'once')).toMatchObject({
    refund: null,
    userErrors: [{ message: OTHER_PARAMETERS }],
  });
  expect((await store.read(id)).refunded).toBe('1.0');
});

fact(
  'documented',
  'While the first call runs, a second one with its key is told to try again',
  async (store) => {
    const id = await paid(store);
    const input = await fromSale(store, id, '1.00');
    await store.fault('refundCreate', 'concurrent');
    expect(await refund(store, id, input, 'once')).toMatchObject({
      refund: null,
      userErrors: [{ message: IN_PROGRESS }],
    });
    expect((await refund(store, id, input, 'once')).userErrors).toEqual([]);
  },
);

fact('documented', 'A key whose call failed is used up; a new key does it', async (store) => {
  const id = await paid(store);
  const input = await fromSale(store, id, '1.00');
  await store.fault('refundCreate', 'userError', { message: 'The gateway did not answer' });
  expect(await refund(store, id, input, 'once')).toMatchObject({
    userErrors: [{ message: 'The gateway did not answer' }],
  });
  expect(await refund(store, id, input, 'once')).toMatchObject({
    refund: null,
    userErrors: [{ message: PREVIOUS_FAILED }],
  });
  expect((await store.read(id)).refunded).toBe('0.0');
  expect((await refund(store, id, input, 'twice')).userErrors).toEqual([]);
});

fact('documented', 'Within 24 hours the key holds', async (store) => {
  const id = await paid(store);
  const input = await fromSale(store, id, '1.00');
  await refund(store, id, input, 'once');
  await store.advance('PT23H59M');
  await refund(store, id, input, 'once');
  expect((await store.read(id)).refunded).toBe('1.0');
});

fact(
  'documented',
  'After 24 hours the same key is a new call and moves money again',
  async (store) => {
    const id = await paid(store);
    const input = await fromSale(store, id, '1.00');
    await refund(store, id, input, 'once');
    await store.advance('PT24H1M');
    expect((await refund(store, id, input, 'once')).userErrors).toEqual([]);
    expect((await store.read(id)).refunded).toBe('2.0');
  },
);
