import { hold, takeBack, tell } from './calls';
import { factsAbout } from './facts';
import { ordered, partOf, partsOf, type Begun } from './goods';
import type { Store } from './store';

const fact = factsAbout('Reported progress');
const REPORT = 'fulfillmentOrderReportProgress';
const OPEN = 'fulfillmentOrderOpen';

async function begunWork(store: Store): Promise<Begun> {
  const { orderId, part } = await ordered(store, { LAMP: 2 });
  return { orderId, part: partOf(await tell(store, REPORT, part)) };
}

fact('recorded', 'reported progress makes it IN_PROGRESS, not submitted', async (store) => {
  const { part } = await begunWork(store);
  expect(part).toMatchObject({ status: 'IN_PROGRESS', request: 'UNSUBMITTED', units: [[2, 2]] });
});

fact('recorded', 'it offers a hold, and neither SPLIT nor MOVE', async (store) => {
  const { part } = await begunWork(store);
  expect(part.actions).toEqual(['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', 'MARK_AS_OPEN']);
});

fact('recorded', 'the order as a whole reads IN_PROGRESS', async (store) => {
  const { orderId } = await begunWork(store);
  expect((await partsOf(store, orderId)).status).toBe('IN_PROGRESS');
});

fact('recorded', 'it cannot be taken back while progress is reported', async (store) => {
  const { part } = await begunWork(store);
  expect((await takeBack(store, part)).userErrors).toEqual([
    {
      field: ['id'],
      message:
        'Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.',
    },
  ]);
});

fact('recorded', 'marked as open it is as before', async (store) => {
  const { part } = await begunWork(store);
  expect(partOf(await tell(store, OPEN, part))).toMatchObject({
    status: 'OPEN',
    actions: ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', 'SPLIT'],
  });
});

fact('recorded', 'one that is open cannot be marked as open', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  expect((await tell(store, OPEN, part)).userErrors).toEqual([
    { field: null, message: 'Expected fulfillment order status to be valid but it was open.' },
  ]);
});

fact('recorded', "a merchant's own place cannot close it as incomplete", async (store) => {
  const { part } = await begunWork(store);
  expect((await tell(store, 'fulfillmentOrderClose', part, 'No')).userErrors).toEqual([
    {
      field: null,
      message: "The fulfillment order's assigned fulfillment service must be of api type",
    },
  ]);
});

fact('recorded', 'it can be held', async (store) => {
  const { part } = await begunWork(store);
  expect(partOf(await hold(store, part, 'backorder')).status).toBe('ON_HOLD');
});

for (const name of [REPORT, OPEN, 'fulfillmentOrderClose'])
  fact('recorded', `${name} of one that is not there has no payload`, async (store) => {
    await ordered(store, { LAMP: 1 });
    const gone = { id: 'gid://shopify/FulfillmentOrder/0' };
    await expect(tell(store, name, gone)).rejects.toThrow(/Invalid id.*RESOURCE_NOT_FOUND/);
  });
