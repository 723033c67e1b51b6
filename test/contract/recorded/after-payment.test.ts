import { hold, release, ship } from './calls';
import { factsAbout } from './facts';
import { brief, openStore, ordered, partsOf } from './goods';

const fact = factsAbout('Automatic fulfillment, and ways to deliver');
/** Captures succeed at once: the facts are about what follows. */
const auto = { shop: { autoFulfil: true, capturesPend: false } };

fact('documented', 'an order is fulfilled when it has been paid', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 2 }, auto);
  expect((await partsOf(store, orderId)).status).toBe('UNFULFILLED');
  await store.act(orderId, 'capture', {});
  expect((await partsOf(store, orderId)).status).toBe('FULFILLED');
});

fact(
  'documented',
  'what is paid at checkout is fulfilled as soon as it is routed',
  async (store) => {
    const wish = { shop: { autoFulfil: true, captureMode: 'checkout' } };
    const { orderId } = await ordered(store, { LAMP: 1 }, wish);
    expect((await partsOf(store, orderId)).status).toBe('FULFILLED');
  },
);

fact('inferred', 'held units stay, and nothing comes after their release', async (store) => {
  const { orderId, part } = await ordered(store, { LAMP: 2 }, auto);
  await hold(store, part, 'backorder', { LAMP: 1 });
  await store.act(orderId, 'capture', {});
  expect(brief((await partsOf(store, orderId)).parts)).toEqual([
    ['ON_HOLD', [[1, 1]]],
    ['CLOSED', [[1, 0]]],
  ]);
  await release(store, part);
  await store.advance('PT1H');
  expect(brief((await partsOf(store, orderId)).parts)[0]).toEqual(['OPEN', [[1, 1]]]);
  expect((await ship(store, part.id)).userErrors).toEqual([]);
});

fact('documented', 'Shopify tells the customer, and gives no tracking number', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 1 }, auto);
  await store.act(orderId, 'capture', {});
  expect(await store.ledger('fulfillment')).toMatchObject([
    { orderId, by: 'shopify', detail: { notify: true, tracking: [] } },
  ]);
});

fact('inferred', 'an order that is paid in part is not fulfilled', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 2 }, auto);
  await store.act(orderId, 'capture', { amount: '5.00' });
  expect((await partsOf(store, orderId)).status).toBe('UNFULFILLED');
});

fact('inferred', 'without the setting nothing is fulfilled', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 1 }, { shop: { capturesPend: false } });
  await store.act(orderId, 'capture', {});
  expect((await partsOf(store, orderId)).status).toBe('UNFULFILLED');
});

fact('documented', 'a fulfillment order says how it is delivered', async (store) => {
  const { part } = await ordered(store, { LAMP: 1 });
  expect(part.delivery).toBe('SHIPPING');
});

fact('documented', 'one order may be shipped in part and picked up in part', async (store) => {
  await openStore(store);
  for (const sku of ['LAMP', 'VASE']) await store.product(sku, 5);
  const orderId = await store.order([
    { sku: 'LAMP', quantity: 1 },
    { sku: 'VASE', quantity: 1, delivery: 'PICK_UP' },
  ]);
  const { parts } = await partsOf(store, orderId);
  expect(parts.map(({ delivery }) => delivery)).toEqual(['SHIPPING', 'PICK_UP']);
  for (const { actions } of parts) expect(actions).not.toContain('MERGE');
});

fact('documented', 'what needs no shipping has no delivery', async (store) => {
  await openStore(store);
  await store.product('GUIDE', 5, { requiresShipping: false });
  const orderId = await store.order([{ sku: 'GUIDE', quantity: 1 }]);
  expect((await partsOf(store, orderId)).parts[0]?.delivery).toBe('NONE');
});
