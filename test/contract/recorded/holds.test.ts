import { hold, release } from './calls';
import { factsAbout } from './facts';
import { lineOf, ordered, partOf, partsOf } from './goods';

const fact = factsAbout('Holds');
const OPEN = ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD'];
const HELD = ['RELEASE_HOLD', 'HOLD', 'MOVE'];

fact('recorded', 'an open fulfillment order of one unit offers no SPLIT', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  expect(part).toMatchObject({ status: 'OPEN', request: 'UNSUBMITTED', actions: OPEN });
});

fact('recorded', 'an open fulfillment order of two units offers SPLIT', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  expect(part.actions).toEqual([...OPEN, 'SPLIT']);
});

fact('recorded', 'a hold on one of two units keeps that unit and its ids', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const held = await hold(store, part, 'backorder', { LAMP: 1 });
  expect(held.userErrors).toEqual([]);
  expect(partOf(held)).toMatchObject({ id: part.id, status: 'ON_HOLD', units: [[1, 1]] });
  expect(lineOf(partOf(held), 'LAMP')).toBe(lineOf(part, 'LAMP'));
});

fact(
  'recorded',
  'the unit that is not held goes to a new open fulfillment order',
  async (store) => {
    const { part } = await ordered(store, { LAMP: 2 });
    const rest = partOf(
      await hold(store, part, 'backorder', { LAMP: 1 }),
      'remainingFulfillmentOrder',
    );
    expect(rest).toMatchObject({ status: 'OPEN', units: [[1, 1]], actions: OPEN, holds: [] });
    expect(rest.id).not.toBe(part.id);
    expect(lineOf(rest, 'LAMP')).not.toBe(lineOf(part, 'LAMP'));
  },
);

fact('recorded', 'a held fulfillment order offers no SPLIT and no fulfillment', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  expect(partOf(await hold(store, part, 'backorder')).actions).toEqual(HELD);
});

fact('recorded', 'beside a held fulfillment order an open one offers no MERGE', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await hold(store, part, 'backorder', { LAMP: 1 });
  expect((await partsOf(store, orderId)).parts[1]?.actions).not.toContain('MERGE');
});

fact('recorded', 'a hold on units of several lines splits each of them', async (store) => {
  const { part } = await ordered(store, { LAMP: 2, VASE: 3 });
  const held = await hold(store, part, 'backorder', { LAMP: 2, VASE: 1 });
  expect(partOf(held)).toMatchObject({
    id: part.id,
    units: [
      [2, 2],
      [1, 1],
    ],
  });
  const rest = partOf(held, 'remainingFulfillmentOrder');
  expect(rest.units).toEqual([[2, 2]]);
  expect(rest.lines[0]?.sku).toBe('VASE');
});

fact('recorded', 'the fulfillable quantity of a line leaves out its held units', async (store) => {
  const { part } = await ordered(store, { LAMP: 2, VASE: 3 });
  const held = partOf(await hold(store, part, 'backorder', { LAMP: 2, VASE: 1 }));
  expect(held.lines.map(({ fulfillable }) => fulfillable)).toEqual([0, 2]);
});

fact('recorded', 'a hold says its handle, its reason and that it is ours', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  expect((await hold(store, part, 'backorder')).fulfillmentHold).toMatchObject({
    handle: 'backorder',
    reason: 'OTHER',
    displayReason: 'Other',
    reasonNotes: 'Waits for stock',
    heldByRequestingApp: true,
  });
});

fact('recorded', 'a second hold needs another handle', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await hold(store, part, 'backorder');
  const again = await hold(store, part, 'backorder');
  expect(again).toMatchObject({ fulfillmentHold: null, fulfillmentOrder: null });
  expect(again.userErrors).toEqual([
    {
      field: ['fulfillmentHold', 'handle'],
      message:
        'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
      code: 'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
    },
  ]);
});

fact('recorded', 'a second hold with another handle stands beside the first', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await hold(store, part, 'first');
  const second = partOf(await hold(store, part, 'second'));
  expect(second.holds.map(({ handle }) => handle)).toEqual(['first', 'second']);
  expect(second.actions).toEqual(HELD);
});

fact('recorded', 'a hold on units of a held fulfillment order is refused', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  await hold(store, part, 'first');
  expect((await hold(store, part, 'second', { LAMP: 1 })).userErrors).toEqual([
    {
      field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
      message: 'The fulfillment order is not in a splittable state.',
      code: 'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    },
  ]);
});

fact('recorded', 'an app has at most ten holds on a fulfillment order', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  for (let n = 1; n <= 10; n += 1)
    expect((await hold(store, part, `hold-${n}`)).userErrors).toEqual([]);
  const [error] = (await hold(store, part, 'hold-11')).userErrors;
  expect(error).toMatchObject({ field: ['id'], code: 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED' });
  expect(error?.message).toMatch(/up to 10 holds/);
});

fact('recorded', 'no units on hold is refused before anything else', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const none = [{ id: lineOf(part, 'LAMP'), quantity: 0 }];
  expect((await hold(store, part, 'backorder', none)).userErrors).toEqual([
    {
      field: ['fulfillmentHold', 'fulfillmentOrderLineItems', '0', 'quantity'],
      message: 'You must select at least one item to place on partial hold.',
      code: 'GREATER_THAN_ZERO',
    },
  ]);
});

fact('recorded', 'a line that is named twice is refused', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const once = { id: lineOf(part, 'LAMP'), quantity: 1 };
  expect((await hold(store, part, 'backorder', [once, once])).userErrors).toEqual([
    {
      field: ['fulfillmentHold', 'fulfillmentOrderLineItems'],
      message: 'must contain unique line item ids',
      code: 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
    },
  ]);
});

fact('recorded', 'the order reads ON_HOLD only when all of it is held', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await hold(store, part, 'backorder', { LAMP: 1 });
  const some = await partsOf(store, orderId);
  expect(some.status).toBe('UNFULFILLED');
  const [, rest] = some.parts;
  if (rest) await hold(store, rest, 'backorder');
  expect((await partsOf(store, orderId)).status).toBe('ON_HOLD');
});

const gone = { id: 'gid://shopify/FulfillmentOrder/0' };

fact(
  'recorded',
  'a hold on a fulfillment order that is not there has no payload',
  async (store) => {
    const { part } = await ordered(store, { LAMP: 1 });
    await expect(hold(store, { ...part, ...gone }, 'backorder')).rejects.toThrow(
      /Invalid id: gid:\/\/shopify\/FulfillmentOrder\/0.*RESOURCE_NOT_FOUND/,
    );
  },
);

fact('recorded', 'a release of one that is not there has no payload', async (store) => {
  await ordered(store, { LAMP: 1 });
  await expect(release(store, gone)).rejects.toThrow(/Invalid id.*RESOURCE_NOT_FOUND/);
});
