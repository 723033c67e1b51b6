import { cancelParcel, hold, ship, tell } from './calls';
import { factsAbout } from './facts';
import { brief, lineOf, ordered, partsOf, type Answer, type Part } from './goods';

const fact = factsAbout('Parcels');

const idOf = (answer: Answer): string => String(Object(answer.fulfillment).id);
const numberOf = ({ id }: Part): string => id.slice(id.lastIndexOf('/') + 1);

fact('recorded', 'a parcel of all units closes the fulfillment order', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  expect((await ship(store, part.id)).fulfillment).toMatchObject({
    status: 'SUCCESS',
    displayStatus: 'FULFILLED',
  });
  const after = await partsOf(store, orderId);
  expect(after.status).toBe('FULFILLED');
  expect(brief(after.parts)).toEqual([['CLOSED', [[2, 0]]]]);
});

fact('recorded', 'one in progress by report can be shipped', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await tell(store, 'fulfillmentOrderReportProgress', part);
  expect((await ship(store, part.id)).userErrors).toEqual([]);
});

fact('recorded', 'a closed one cannot be shipped again', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await ship(store, part.id);
  expect(await ship(store, part.id)).toMatchObject({
    fulfillment: null,
    userErrors: [
      {
        field: ['fulfillment'],
        message: `Fulfillment order ${numberOf(part)} has an unfulfillable status= closed.`,
      },
    ],
  });
});

fact('recorded', 'nothing of a cancelled order can be shipped', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 1 });
  await store.act(orderId, 'cancel', {});
  await store.advance('PT1M');
  expect((await ship(store, part.id)).userErrors).toEqual([
    {
      field: ['fulfillment'],
      message: `Fulfillment order ${numberOf(part)} has an unfulfillable status= closed.`,
    },
  ]);
});

fact('documented', 'a held one cannot be shipped', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await hold(store, part, 'backorder');
  expect((await ship(store, part.id)).fulfillment).toBeNull();
});

fact('recorded', 'more units than there are cannot be shipped', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  const many = [{ id: lineOf(part, 'LAMP'), quantity: 2 }];
  expect((await ship(store, part.id, many)).userErrors).toEqual([
    {
      field: ['fulfillment'],
      message: 'Invalid fulfillment order line item quantity requested.',
    },
  ]);
});

fact('recorded', 'no unit of a line cannot be shipped', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  const none = [{ id: lineOf(part, 'LAMP'), quantity: 0 }];
  expect((await ship(store, part.id, none)).userErrors).toEqual([
    {
      field: [
        'fulfillment',
        'lineItemsByFulfillmentOrder',
        '0',
        'fulfillmentOrderLineItems',
        '0',
        'quantity',
      ],
      message: 'Quantity must be greater than 0',
    },
  ]);
});

fact('recorded', 'a parcel of a fulfillment order that is not there is refused', async (store) => {
  await ordered(store, { LAMP: 1 });
  expect((await ship(store, 'gid://shopify/FulfillmentOrder/999999999')).userErrors).toEqual([
    { field: ['fulfillment'], message: 'Fulfillment order does not exist.' },
  ]);
});

fact('recorded', 'a cancelled parcel is CANCELLED, shown as CANCELED', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  const parcel = idOf(await ship(store, part.id));
  expect((await cancelParcel(store, parcel)).fulfillment).toMatchObject({
    status: 'CANCELLED',
    displayStatus: 'CANCELED',
  });
});

fact(
  'recorded',
  'its fulfillment order stays closed with its unit remaining again',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 1 });
    await cancelParcel(store, idOf(await ship(store, part.id)));
    const after = await partsOf(store, orderId);
    expect(after.status).toBe('UNFULFILLED');
    expect(brief(after.parts)).toEqual([
      ['CLOSED', [[1, 1]]],
      ['OPEN', [[1, 1]]],
    ]);
    expect(after.parts[0]?.actions).toEqual([]);
  },
);

fact(
  'documented',
  'a fulfillment order that was shipped in part takes its units back',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 2 });
    const one = [{ id: lineOf(part, 'LAMP'), quantity: 1 }];
    await cancelParcel(store, idOf(await ship(store, part.id, one)));
    expect(brief((await partsOf(store, orderId)).parts)).toEqual([['OPEN', [[2, 2]]]]);
  },
);

fact(
  'documented',
  'a parcel can be cancelled twice, and only the first time counts',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 1 });
    const parcel = idOf(await ship(store, part.id));
    await cancelParcel(store, parcel);
    expect((await cancelParcel(store, parcel)).userErrors).toEqual([]);
    expect((await partsOf(store, orderId)).parts).toHaveLength(2);
  },
);

fact(
  'inferred',
  'one that was shipped in part is IN_PROGRESS, and its rest can be held',
  async (store) => {
    const { orderId, part } = await ordered(store, { LAMP: 2 });
    await ship(store, part.id, [{ id: lineOf(part, 'LAMP'), quantity: 1 }]);
    const after = await partsOf(store, orderId);
    expect(after.status).toBe('PARTIALLY_FULFILLED');
    expect(after.parts[0]).toMatchObject({ status: 'IN_PROGRESS', units: [[2, 1]] });
    expect(after.parts[0]?.actions).toContain('HOLD');
  },
);
