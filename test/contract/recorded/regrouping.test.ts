import { hold, merge, move, split } from './calls';
import { factsAbout } from './facts';
import { brief, lineOf, ordered, partOf, partsOf, unitsOf, type Answer, type Part } from './goods';
import type { Store } from './store';

const fact = factsAbout('Splits, merges and moves');
const gone = 'gid://shopify/FulfillmentOrder/999999999';

const splitIn = (answer: Answer, name: string): Part => {
  const { fulfillmentOrderSplits: splits } = answer;
  return partOf({ ...answer, ...(Array.isArray(splits) ? splits[0] : {}) }, name);
};

const intents = (...parts: Part[]) => parts.map(({ id }) => ({ fulfillmentOrderId: id }));

/** Two open fulfillment orders of one place. */
async function two(store: Store): Promise<{ orderId: string; first: Part; second: Part }> {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await split(store, part.id, unitsOf(part, { LAMP: 1 }));
  const [first, second] = (await partsOf(store, orderId)).parts;
  if (!first || !second) throw new Error('The split made no second one');
  return { orderId, first, second };
}

fact('recorded', 'a split takes the named units out, into a new one', async (store) => {
  const { part } = await ordered(store, { LAMP: 2, VASE: 3 });
  const done = await split(store, part.id, unitsOf(part, { LAMP: 1, VASE: 1 }));
  expect(splitIn(done, 'fulfillmentOrder')).toMatchObject({
    id: part.id,
    units: [
      [1, 1],
      [2, 2],
    ],
  });
  expect(splitIn(done, 'remainingFulfillmentOrder').units).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

fact('recorded', 'both parts of a split offer MERGE', async (store) => {
  const { first, second } = await two(store);
  expect(first.actions).toContain('MERGE');
  expect(second.actions).toContain('MERGE');
});

fact('recorded', 'a split changes no fulfillable quantity', async (store) => {
  const { first, second } = await two(store);
  expect([first, second].map(({ lines }) => lines[0]?.fulfillable)).toEqual([2, 2]);
});

fact('recorded', 'a split without units is refused', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  expect(await split(store, part.id, [])).toMatchObject({
    fulfillmentOrderSplits: null,
    userErrors: [
      {
        field: ['fulfillmentOrderSplits', '0', 'fulfillmentOrderLineItems'],
        message: 'There must be at least one item selected in this fulfillment to split it.',
        code: 'NO_LINE_ITEMS_PROVIDED_TO_SPLIT',
      },
    ],
  });
});

fact('recorded', 'a split of no unit of a line is refused', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const none = [{ id: lineOf(part, 'LAMP'), quantity: 0 }];
  expect((await split(store, part.id, none)).userErrors).toEqual([
    {
      field: ['fulfillmentOrderSplits', '0', 'fulfillmentOrderLineItems', '0', 'quantity'],
      message: 'You must select at least one item to split into a new fulfillment order.',
      code: 'GREATER_THAN',
    },
  ]);
});

fact(
  'recorded',
  'a split of one that is not there is a userError without a field',
  async (store) => {
    const { part } = await ordered(store, { LAMP: 2 });
    expect((await split(store, gone, unitsOf(part, { LAMP: 1 }))).userErrors).toEqual([
      {
        field: null,
        message: 'Fulfillment order does not exist.',
        code: 'FULFILLMENT_ORDER_NOT_FOUND',
      },
    ]);
  },
);

fact('documented', 'a held fulfillment order cannot be split', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  await hold(store, part, 'backorder');
  expect((await split(store, part.id, unitsOf(part, { LAMP: 1 }))).userErrors).toHaveLength(1);
});

fact('recorded', 'a merge keeps the first and its line, and empties the other', async (store) => {
  const { orderId, first, second } = await two(store);
  expect((await merge(store, intents(first, second))).userErrors).toEqual([]);
  const { parts } = await partsOf(store, orderId);
  expect(brief(parts)).toEqual([
    ['OPEN', [[2, 2]]],
    ['CLOSED', [[0, 0]]],
  ]);
  expect(parts[0]?.id).toBe(first.id);
  expect(parts[0]?.actions).not.toContain('MERGE');
});

fact('recorded', 'a merge with one that is not there is refused', async (store) => {
  const { first } = await two(store);
  const wish = [{ fulfillmentOrderId: first.id }, { fulfillmentOrderId: gone }];
  expect(await merge(store, wish)).toMatchObject({
    fulfillmentOrderMerges: null,
    userErrors: [
      {
        field: null,
        message: 'Fulfillment order does not exist.',
        code: 'FULFILLMENT_ORDER_NOT_FOUND',
      },
    ],
  });
});

fact('recorded', 'a merge with one that is not open is refused by its number', async (store) => {
  const { first, second } = await two(store);
  await hold(store, second, 'backorder');
  expect((await merge(store, intents(first, second))).userErrors).toEqual([
    {
      field: null,
      message: `Fulfillment order: ${second.id.split('/').at(-1)} is currently not in a mergeable state.`,
      code: null,
    },
  ]);
});

fact('recorded', 'a merge of no unit of a line is refused', async (store) => {
  const { first, second } = await two(store);
  const none = [{ id: lineOf(first, 'LAMP'), quantity: 0 }];
  const wish = [
    { fulfillmentOrderId: first.id, fulfillmentOrderLineItems: none },
    ...intents(second),
  ];
  expect((await merge(store, wish)).userErrors).toMatchObject(
    [{ code: 'GREATER_THAN', message: /at least one item to merge/ }].map((error) => ({
      ...error,
      message: expect.stringMatching(error.message) as unknown,
    })),
  );
});

fact(
  'recorded',
  'a merge of more units than there are is refused without a code',
  async (store) => {
    const { first, second } = await two(store);
    const many = [{ id: lineOf(first, 'LAMP'), quantity: 99 }];
    const wish = [
      { fulfillmentOrderId: first.id, fulfillmentOrderLineItems: many },
      ...intents(second),
    ];
    expect((await merge(store, wish)).userErrors).toEqual([
      {
        field: null,
        message: 'Invalid fulfillment order line item quantity requested.',
        code: null,
      },
    ]);
  },
);

/** A store with a second place that stocks the item. */
async function place(store: Store): Promise<string> {
  const made = await store.sim('POST', '/locations', { shop: store.domain, name: 'Second' });
  await store.product('LAMP', 9, { location: 'Second' });
  return String(Object(made).id);
}

fact('recorded', 'a move of all units keeps the fulfillment order', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const done = await move(store, part, await place(store));
  expect(partOf(done, 'movedFulfillmentOrder')).toMatchObject({ id: part.id, place: 'Second' });
  expect(partOf(done, 'originalFulfillmentOrder').id).toBe(part.id);
  expect(done.remainingFulfillmentOrder).toBeNull();
});

fact('recorded', 'a move of some units makes a new one there', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const done = await move(store, part, await place(store), { LAMP: 1 });
  const moved = partOf(done, 'movedFulfillmentOrder');
  expect(moved).toMatchObject({ place: 'Second', units: [[1, 1]] });
  expect(moved.id).not.toBe(part.id);
  for (const name of ['originalFulfillmentOrder', 'remainingFulfillmentOrder'])
    expect(partOf(done, name)).toMatchObject({ id: part.id, place: 'Warehouse', units: [[1, 1]] });
});

fact('recorded', 'parts at two places offer no MERGE', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await move(store, part, await place(store), { LAMP: 1 });
  const { parts } = await partsOf(store, orderId);
  for (const { actions } of parts) expect(actions).not.toContain('MERGE');
});

fact('recorded', 'units that an edit adds get a fulfillment order of their own', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 3 });
  await store.product('VASE', 5);
  await store.act(orderId, 'edit', {
    lines: [{ sku: 'LAMP', quantity: 1 }],
    add: [{ sku: 'VASE', quantity: 2 }],
  });
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['OPEN', [[1, 1]]],
    ['OPEN', [[2, 2]]],
  ]);
});

fact('recorded', 'an edit that empties a fulfillment order closes it', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 1 });
  await store.act(orderId, 'edit', { lines: [{ sku: 'LAMP', quantity: 0 }] });
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([['CLOSED', [[0, 0]]]]);
});

fact(
  'recorded',
  'a cancellation leaves its fulfillment orders closed, without units',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 2 });
    await hold(store, part, 'backorder', { LAMP: 1 });
    await store.act(orderId, 'cancel', {});
    await store.advance('PT1M');
    const { parts } = await partsOf(store, orderId);
    expect(brief(parts)).toEqual([
      ['CLOSED', [[0, 0]]],
      ['CLOSED', [[0, 0]]],
    ]);
    for (const { actions } of parts) expect(actions).toEqual([]);
  },
);
