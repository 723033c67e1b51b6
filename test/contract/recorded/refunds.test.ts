import { factsAbout } from './facts';
import { authorized, cancel, fromSale, lineOf, missing, paid, refund, SKU } from './money';
import type { Json, Store } from './store';

const fact = factsAbout('refunds');

const refusedWith = (message: string, field: readonly string[] | null = null) => ({
  refund: null,
  userErrors: [{ field, message }],
});
const units = async (store: Store, id: string, quantity: number, restockType: string) => ({
  refundLineItems: [{ lineItemId: await lineOf(store, id), quantity, restockType }],
});
const both = async (store: Store, id: string, amount: string, lines: Json) => ({
  ...(await fromSale(store, id, amount)),
  ...lines,
});

fact('recorded', 'A refund of everything makes the order refunded', async (store) => {
  const id = await paid(store, { order: { shipping: '5.00' } });
  const lines = await units(store, id, 1, 'NO_RESTOCK');
  const input = { ...(await both(store, id, '30.00', lines)), shipping: { fullRefund: true } };
  expect(await refund(store, id, { ...input, note: 'all of it' })).toMatchObject({
    refund: {
      note: 'all of it',
      totalRefundedSet: { presentmentMoney: { amount: '30.0' } },
      refundLineItems: { nodes: [{ quantity: 1, restockType: 'NO_RESTOCK', restocked: false }] },
      transactions: { nodes: [{ kind: 'REFUND', status: 'SUCCESS', gateway: 'paypal' }] },
    },
    order: { displayFinancialStatus: 'REFUNDED' },
    userErrors: [],
  });
});

fact('recorded', 'A full NO_RESTOCK refund leaves the order unfulfilled', async (store) => {
  const id = await paid(store);
  await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, 'NO_RESTOCK')));
  expect(await store.read(id)).toMatchObject({
    status: 'REFUNDED',
    fulfillmentStatus: 'UNFULFILLED',
  });
});

fact(
  'recorded',
  'A refund of a part makes the order partially refunded, and what was received stays',
  async (store) => {
    const id = await paid(store, { quantity: 2 });
    await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, 'CANCEL')));
    expect(await store.read(id)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      received: '50.0',
      refunded: '25.0',
      net: '25.0',
      currentTotal: '25.0',
      total: '50.0',
      lines: [{ quantity: 2, currentQuantity: 1 }],
    });
  },
);

for (const allowOverRefunding of [false, true])
  fact(
    'recorded',
    `More than the net payment is refused, with allowOverRefunding ${allowOverRefunding}`,
    async (store) => {
      const id = await paid(store, { quantity: 2 });
      await refund(store, id, await fromSale(store, id, '10.00'));
      const more = { ...(await fromSale(store, id, '999.00')), allowOverRefunding };
      expect(await refund(store, id, more)).toMatchObject(
        refusedWith('Refund amount $999.00 is greater than net payment received $40.00'),
      );
      expect(await store.read(id)).toMatchObject({ refunded: '10.0', net: '40.0' });
    },
  );

fact('recorded', 'A refused refund still answers with the order as it is', async (store) => {
  const id = await paid(store);
  expect(await refund(store, id, await fromSale(store, id, '26.00'))).toMatchObject({
    refund: null,
    order: {
      id,
      displayFinancialStatus: 'PAID',
      totalRefundedSet: { presentmentMoney: { amount: '0.0' } },
    },
  });
});

fact('recorded', 'An order that does not exist is refused by its id', async (store) => {
  await paid(store);
  expect(await refund(store, missing('Order'), {})).toMatchObject({
    order: null,
    ...refusedWith('Order does not exist', ['orderId']),
  });
});

fact(
  'recorded',
  'More units than were bought are refused by the place of the line',
  async (store) => {
    const id = await paid(store, { quantity: 2 });
    expect(await refund(store, id, await units(store, id, 3, 'NO_RESTOCK'))).toMatchObject(
      refusedWith('Quantity cannot refund more items than were purchased', [
        'refundLineItems',
        '0',
        'quantity',
      ]),
    );
  },
);

fact('recorded', 'A transaction of another kind is refused', async (store) => {
  const id = await paid(store);
  const wrong = await fromSale(store, id, '1.00', { kind: 'AUTHORIZATION' });
  expect(await refund(store, id, wrong)).toMatchObject(
    refusedWith('Kind authorization is not a valid transaction'),
  );
});

fact('recorded', 'A parent that the order does not have is refused', async (store) => {
  const id = await paid(store);
  const wrong = await fromSale(store, id, '1.00', { parentId: missing('OrderTransaction') });
  expect(await refund(store, id, wrong)).toMatchObject(
    refusedWith('Transactions require a parent_id associated with the order', ['transactions']),
  );
});

fact(
  'recorded',
  "Another gateway's name is taken, and the money goes back through the parent's",
  async (store) => {
    const id = await paid(store);
    const wrong = await fromSale(store, id, '1.00', { gateway: 'manual' });
    expect(await refund(store, id, wrong)).toMatchObject({
      refund: { transactions: { nodes: [{ gateway: 'paypal', status: 'SUCCESS' }] } },
      userErrors: [],
    });
    expect(await store.read(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded: '1.0' });
  },
);

fact('recorded', 'Money goes back without any line', async (store) => {
  const id = await paid(store);
  await refund(store, id, await fromSale(store, id, '1.00'));
  expect(await store.read(id)).toMatchObject({
    refunded: '1.0',
    lines: [{ currentQuantity: 1 }],
    parts: [{ status: 'OPEN', lines: [{ remaining: 1 }] }],
  });
});

fact(
  'documented',
  'CANCEL takes the units out of the fulfillment order and back to the shelf',
  async (store) => {
    const id = await paid(store, { quantity: 2 });
    await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, 'CANCEL')));
    expect(await store.read(id)).toMatchObject({
      lines: [{ currentQuantity: 1, unfulfilledQuantity: 1 }],
      parts: [{ status: 'OPEN', lines: [{ remaining: 1 }] }],
    });
    expect(await store.sim('GET', `/inventory?shop=${store.domain}&sku=${SKU}`)).toMatchObject([
      { available: 4, committed: 1 },
    ]);
  },
);

for (const type of ['NO_RESTOCK', 'RETURN']) {
  fact(
    'documented',
    `${type} lowers the current units and leaves the unit to be fulfilled`,
    async (store) => {
      const id = await paid(store, { quantity: 2 });
      await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, type)));
      expect(await store.read(id)).toMatchObject({
        currentTotal: '25.0',
        lines: [{ currentQuantity: 1, unfulfilledQuantity: 2, fulfillableQuantity: 2 }],
        parts: [{ status: 'OPEN', lines: [{ remaining: 2, total: 2 }] }],
      });
    },
  );

  fact('inferred', `The unit that ${type} left can be shipped`, async (store) => {
    const id = await paid(store);
    await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, type)));
    await store.sim('POST', '/fulfillments', { shop: store.domain, orderId: id });
    expect(await store.read(id)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      lines: [{ currentQuantity: 0, unfulfilledQuantity: 0 }],
      parts: [{ status: 'CLOSED', lines: [{ remaining: 0 }] }],
    });
  });

  fact(
    'inferred',
    `A cancellation takes the unit that ${type} left out of its fulfillment order`,
    async (store) => {
      const id = await paid(store, { quantity: 2 });
      await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, type)));
      await cancel(store, id);
      await store.advance('PT10S');
      expect(await store.read(id)).toMatchObject({
        cancelled: true,
        lines: [{ quantity: 2, currentQuantity: 0, unfulfilledQuantity: 0 }],
        parts: [{ lines: [{ remaining: 0 }] }],
      });
      expect(await store.sim('GET', `/inventory?shop=${store.domain}&sku=${SKU}`)).toMatchObject([
        { available: 5, committed: 0 },
      ]);
    },
  );
}

fact(
  'documented',
  'RETURN of a shipped unit puts it back on the shelf, and the order stays fulfilled',
  async (store) => {
    const id = await paid(store);
    await store.sim('POST', '/fulfillments', { shop: store.domain, orderId: id });
    await refund(store, id, await both(store, id, '25.00', await units(store, id, 1, 'RETURN')));
    expect(await store.read(id)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      lines: [{ currentQuantity: 0, unfulfilledQuantity: 0 }],
    });
    expect(await store.sim('GET', `/inventory?shop=${store.domain}&sku=${SKU}`)).toMatchObject([
      { available: 5, committed: 0 },
    ]);
  },
);

fact('documented', 'CANCEL is for units that have not shipped', async (store) => {
  const id = await paid(store);
  await store.sim('POST', '/fulfillments', { shop: store.domain, orderId: id });
  const { refund: made, userErrors } = await refund(store, id, await units(store, id, 1, 'CANCEL'));
  expect([made, userErrors.length]).toEqual([null, 1]);
});

fact('inferred', 'An authorization has nothing to refund', async (store) => {
  const id = await authorized(store);
  const transactions = [
    {
      orderId: id,
      parentId: (await store.read(id)).transactions[0]?.id,
      amount: '1.00',
      kind: 'REFUND',
      gateway: 'paypal',
    },
  ];
  expect(await refund(store, id, { transactions })).toMatchObject({
    refund: null,
    userErrors: [{}],
  });
});
