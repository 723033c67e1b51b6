import { hold, move, ship, submit, takeBack, tell } from './calls';
import { factsAbout } from './facts';
import { brief, lineOf, ordered, partOf, partsOf, type Begun, type GoodsWish } from './goods';
import type { Store } from './store';

const fact = factsAbout('Requests to fulfillment services');
const ACCEPT = 'fulfillmentOrderAcceptFulfillmentRequest';
const REJECT = 'fulfillmentOrderRejectFulfillmentRequest';
const ASK_BACK = 'fulfillmentOrderSubmitCancellationRequest';
const GIVE_BACK = 'fulfillmentOrderAcceptCancellationRequest';
const KEEP = 'fulfillmentOrderRejectCancellationRequest';

/** An order whose only fulfillment order is at a fulfillment service. */
async function atService(store: Store, units = 1, wish: GoodsWish = {}): Promise<Begun> {
  const { orderId, part } = await ordered(store, { LAMP: units }, wish);
  const made = await store.sim('POST', '/locations', {
    shop: store.domain,
    name: 'Service',
    kind: 'third-party',
  });
  await store.product('LAMP', 9, { location: 'Service' });
  const done = await move(store, part, String(Object(made).id));
  return { orderId, part: partOf(done, 'movedFulfillmentOrder') };
}

async function accepted(store: Store, wish?: GoodsWish): Promise<Begun> {
  const begun = await atService(store, 1, wish);
  await submit(store, begun.part);
  return { ...begun, part: partOf(await tell(store, ACCEPT, begun.part, 'Gladly')) };
}

fact('recorded', 'an open one at a service offers a request, and no progress', async (store) => {
  const { part } = await atService(store);
  expect(part).toMatchObject({ status: 'OPEN', request: 'UNSUBMITTED', place: 'Service' });
  expect(part.actions).toEqual(['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'HOLD', 'MOVE']);
});

fact('recorded', 'a request makes it SUBMITTED, and it stays OPEN', async (store) => {
  const { part } = await atService(store);
  const asked = await submit(store, part);
  expect(asked.userErrors).toEqual([]);
  expect(partOf(asked, 'submittedFulfillmentOrder')).toMatchObject({
    id: part.id,
    status: 'OPEN',
    request: 'SUBMITTED',
  });
  expect(asked.unsubmittedFulfillmentOrder).toBeNull();
});

fact(
  'documented',
  'a submitted one offers to take the request back, and nothing else',
  async (store) => {
    const { part } = await atService(store);
    const asked = partOf(await submit(store, part), 'submittedFulfillmentOrder');
    expect(asked.actions).toEqual(['CANCEL_FULFILLMENT_ORDER']);
  },
);

fact('documented', 'a submitted one cannot be held', async (store) => {
  const { part } = await atService(store);
  await submit(store, part);
  expect((await hold(store, part, 'backorder')).userErrors).toHaveLength(1);
});

fact('inferred', 'a submitted one cannot be shipped by somebody else', async (store) => {
  const { part } = await atService(store);
  await submit(store, part);
  expect((await ship(store, part.id)).fulfillment).toBeNull();
});

fact('recorded', 'the request stands in merchantRequests, with its message', async (store) => {
  const { part } = await atService(store);
  expect(partOf(await submit(store, part), 'originalFulfillmentOrder').requests).toEqual([
    {
      kind: 'FULFILLMENT_REQUEST',
      message: 'Please ship',
      requestOptions: { notify_customer: false },
      responseData: null,
    },
  ]);
});

fact(
  'recorded',
  'a request for some units leaves the rest in a new one, not submitted',
  async (store) => {
    const { part } = await atService(store, 2);
    const asked = await submit(store, part, { LAMP: 1 });
    const kept = partOf(asked, 'submittedFulfillmentOrder');
    expect(kept).toMatchObject({ id: part.id, request: 'SUBMITTED', units: [[1, 1]] });
    expect(lineOf(kept, 'LAMP')).toBe(lineOf(part, 'LAMP'));
    expect(partOf(asked, 'unsubmittedFulfillmentOrder')).toMatchObject({
      status: 'OPEN',
      request: 'UNSUBMITTED',
      units: [[1, 1]],
    });
  },
);

fact('recorded', 'an accepted one is IN_PROGRESS', async (store) => {
  const { part } = await accepted(store);
  expect(part).toMatchObject({ status: 'IN_PROGRESS', request: 'ACCEPTED' });
});

fact('documented', 'an accepted one can be asked back or shipped, and not held', async (store) => {
  const { part } = await accepted(store);
  expect(part.actions).toEqual(['REQUEST_CANCELLATION', 'CREATE_FULFILLMENT']);
  expect((await hold(store, part, 'backorder')).userErrors).toHaveLength(1);
});

fact('recorded', 'a rejected one stays open', async (store) => {
  const { part } = await atService(store);
  await submit(store, part);
  expect(partOf(await tell(store, REJECT, part, 'No room'))).toMatchObject({
    id: part.id,
    status: 'OPEN',
    request: 'REJECTED',
  });
});

fact(
  'recorded',
  'one that is asked back still reads ACCEPTED; the request stands beside it',
  async (store) => {
    const { part } = await accepted(store);
    const asked = partOf(await tell(store, ASK_BACK, part, 'Please stop'));
    expect(asked).toMatchObject({ status: 'IN_PROGRESS', request: 'ACCEPTED' });
    expect(asked.requests.map(({ kind, message }) => [kind, message])).toEqual([
      ['FULFILLMENT_REQUEST', 'Please ship'],
      ['CANCELLATION_REQUEST', 'Please stop'],
    ]);
  },
);

fact('documented', 'by a switch it reads CANCELLATION_REQUESTED', async (store) => {
  const { part } = await accepted(store, { shop: { cancellationRequestShows: true } });
  expect(partOf(await tell(store, ASK_BACK, part, 'Please stop')).request).toBe(
    'CANCELLATION_REQUESTED',
  );
});

fact('recorded', 'one that is given back is closed and counts no units', async (store) => {
  const { part } = await accepted(store);
  await tell(store, ASK_BACK, part, 'Please stop');
  expect(partOf(await tell(store, GIVE_BACK, part, 'Here'))).toMatchObject({
    id: part.id,
    status: 'CLOSED',
    request: 'CANCELLATION_ACCEPTED',
    units: [[0, 0]],
  });
});

fact('inferred', 'what was given back is in a new open one', async (store) => {
  const { orderId, part } = await accepted(store);
  await tell(store, ASK_BACK, part, 'Please stop');
  await tell(store, GIVE_BACK, part, 'Here');
  const { parts } = await partsOf(store, orderId);
  expect(parts[1]).toMatchObject({ status: 'OPEN', request: 'UNSUBMITTED', units: [[1, 1]] });
  expect(parts[1]?.actions).toContain('HOLD');
});

fact('recorded', 'one that the service keeps goes on, and says so', async (store) => {
  const { part } = await accepted(store);
  await tell(store, ASK_BACK, part, 'Please stop');
  const kept = partOf(await tell(store, KEEP, part, 'Packed already'));
  expect(kept).toMatchObject({ status: 'IN_PROGRESS', request: 'CANCELLATION_REJECTED' });
  expect(kept.requests).toHaveLength(2);
});

fact('documented', 'a submitted request is taken back at once', async (store) => {
  const { orderId, part } = await atService(store, 2);
  await submit(store, part);
  const back = await takeBack(store, part);
  expect(back.userErrors).toEqual([]);
  expect(partOf(back)).toMatchObject({ id: part.id, status: 'CLOSED', actions: [] });
  expect(partOf(back, 'replacementFulfillmentOrder')).toMatchObject({
    status: 'OPEN',
    request: 'UNSUBMITTED',
    place: 'Service',
    units: [[2, 2]],
  });
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['CLOSED', []],
    ['OPEN', [[2, 2]]],
  ]);
});

fact(
  'recorded',
  'the replacement has the lines themselves, the old one has none',
  async (store) => {
    const { part } = await ordered(store, { LAMP: 1 });
    const back = await takeBack(store, part);
    expect(partOf(back).units).toEqual([]);
    expect(lineOf(partOf(back, 'replacementFulfillmentOrder'), 'LAMP')).toBe(lineOf(part, 'LAMP'));
  },
);

fact('recorded', 'one that is closed cannot be taken back', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  await takeBack(store, part);
  expect((await takeBack(store, part)).userErrors).toEqual([
    {
      field: null,
      message: "Fulfillment order is not in cancelable request state and can't be canceled.",
    },
  ]);
});

fact('documented', 'one that was asked back can be taken back before the answer', async (store) => {
  const { part } = await accepted(store);
  expect((await takeBack(store, part)).userErrors).toHaveLength(1);
  await tell(store, ASK_BACK, part, 'Please stop');
  expect((await takeBack(store, part)).userErrors).toEqual([]);
});

fact(
  'recorded',
  'one that the service closes is INCOMPLETE and can be held again',
  async (store) => {
    const { part } = await accepted(store);
    const closed = partOf(await tell(store, 'fulfillmentOrderClose', part, 'Broken'));
    expect(closed).toMatchObject({ status: 'INCOMPLETE', request: 'CLOSED', units: [[1, 1]] });
    expect(closed.actions).toEqual(['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'HOLD', 'MOVE']);
    expect(partOf(await hold(store, part, 'backorder')).status).toBe('ON_HOLD');
  },
);

for (const name of [ACCEPT, REJECT, ASK_BACK, GIVE_BACK, KEEP])
  fact('recorded', `${name} of one that is not there has no payload`, async (store) => {
    await ordered(store, { LAMP: 1 });
    const gone = { id: 'gid://shopify/FulfillmentOrder/0' };
    await expect(tell(store, name, gone, 'Hello')).rejects.toThrow(
      /Invalid id.*RESOURCE_NOT_FOUND/,
    );
  });
