import { hold, release, split } from './calls';
import { factsAbout } from './facts';
import { brief, lineOf, ordered, partOf, partsOf, unitsOf } from './goods';

const fact = factsAbout('Releases');

fact('recorded', 'a release puts the units together again, under the older id', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await hold(store, part, 'backorder', { LAMP: 1 });
  const released = partOf(await release(store, part));
  expect(released).toMatchObject({ id: part.id, status: 'OPEN', units: [[2, 2]] });
  expect(lineOf(released, 'LAMP')).toBe(lineOf(part, 'LAMP'));
  const { parts } = await partsOf(store, orderId);
  expect(brief(parts)).toEqual([
    ['OPEN', [[2, 2]]],
    ['CLOSED', [[0, 0]]],
  ]);
});

fact(
  'recorded',
  'what was merged offers SPLIT again, and the closed one nothing',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 2 });
    await hold(store, part, 'backorder', { LAMP: 1 });
    await release(store, part);
    const [first, second] = (await partsOf(store, orderId)).parts;
    expect(first?.actions).toEqual([
      'CREATE_FULFILLMENT',
      'REPORT_PROGRESS',
      'MOVE',
      'HOLD',
      'SPLIT',
    ]);
    expect(second?.actions).toEqual([]);
    expect(second?.lines[0]?.fulfillable).toBe(2);
  },
);

fact('inferred', 'the older id also survives when the newer part is released', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  const rest = partOf(
    await hold(store, part, 'backorder', { LAMP: 1 }),
    'remainingFulfillmentOrder',
  );
  await hold(store, rest, 'backorder');
  await release(store, part);
  await release(store, rest);
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['OPEN', [[2, 2]]],
    ['CLOSED', [[0, 0]]],
  ]);
});

fact('inferred', 'lines that the survivor did not have join it', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 1, VASE: 1 });
  await hold(store, part, 'backorder', { LAMP: 1 });
  await release(store, part);
  const [first] = (await partsOf(store, orderId)).parts;
  expect(first?.lines.map(({ sku }) => sku)).toEqual(['LAMP', 'VASE']);
});

fact('inferred', 'a part that is still held is left alone', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 3 });
  const rest = partOf(await hold(store, part, 'one', { LAMP: 1 }), 'remainingFulfillmentOrder');
  await hold(store, rest, 'two', { LAMP: 1 });
  await release(store, part);
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['OPEN', [[2, 2]]],
    ['ON_HOLD', [[1, 1]]],
    ['CLOSED', [[0, 0]]],
  ]);
});

fact('inferred', 'nothing is merged while another hold stands', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  const first = await hold(store, part, 'one', { LAMP: 1 });
  await hold(store, part, 'two');
  await release(store, part, [partOf(first).holds[0]?.id ?? '']);
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['ON_HOLD', [[1, 1]]],
    ['OPEN', [[1, 1]]],
  ]);
});

fact('inferred', 'a merge by release is told as a merge', async (store) => {
  const { part } = await ordered(store, { LAMP: 2 });
  const held = await hold(store, part, 'backorder', { LAMP: 1 });
  await release(store, part);
  expect(await store.ledger('merge')).toMatchObject([
    { target: part.id, detail: { merged: [partOf(held, 'remainingFulfillmentOrder').id] } },
  ]);
});

fact('recorded', 'a split alone is not undone: two open ones stay two', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  await split(store, part.id, unitsOf(part, { LAMP: 1 }));
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['OPEN', [[1, 1]]],
    ['OPEN', [[1, 1]]],
  ]);
});

fact('inferred', 'by a switch the one that was released survives', async (store) => {
  const newer = { shop: { oldestSurvivesMerge: false } };
  const { orderId, part } = await ordered(store, { LAMP: 2 }, newer);
  const rest = partOf(
    await hold(store, part, 'backorder', { LAMP: 1 }),
    'remainingFulfillmentOrder',
  );
  await hold(store, rest, 'backorder');
  await release(store, part);
  await release(store, rest);
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['CLOSED', [[0, 0]]],
    ['OPEN', [[2, 2]]],
  ]);
});

fact('inferred', 'by a switch a release leaves both parts', async (store) => {
  const apart = { shop: { releaseMerges: false } };
  const { orderId, part } = await ordered(store, { LAMP: 2 }, apart);
  await hold(store, part, 'backorder', { LAMP: 1 });
  await release(store, part);
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['OPEN', [[1, 1]]],
    ['OPEN', [[1, 1]]],
  ]);
});

fact('documented', "a release without ids takes everybody's holds", async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 1 });
  await store.sim('POST', `/fulfillment-orders/${encodeURIComponent(part.id)}/hold`, {});
  await hold(store, part, 'ours');
  await release(store, part);
  expect((await partsOf(store, orderId)).parts[0]).toMatchObject({ status: 'OPEN', holds: [] });
});
