import { z } from 'zod';
import { factsAbout } from './facts';
import { openStore, ordered, partsOf } from './goods';
import type { Store } from './store';

const fact = factsAbout('Shelves and places');

const Levels = z.object({
  productVariants: z.object({
    nodes: z.array(
      z.object({
        inventoryItem: z.object({
          id: z.string(),
          inventoryLevels: z.object({
            nodes: z.array(
              z.object({
                id: z.string(),
                isActive: z.boolean(),
                location: z.object({ id: z.string(), name: z.string() }),
                quantities: z.array(z.object({ name: z.string(), quantity: z.number() })),
              }),
            ),
          }),
        }),
      }),
    ),
  }),
});

const READ = `query ($all: Boolean) { productVariants(first: 1) { nodes { inventoryItem { id
  inventoryLevels(first: 5, includeInactive: $all) { nodes { id isActive location { id name }
    quantities(names: ["available", "committed", "on_hand"]) { name quantity } } } } } } }`;

async function levels(store: Store, all = false) {
  const [variant] = Levels.parse(await store.ask(READ, { all })).productVariants.nodes;
  if (!variant) throw new Error('There is no product');
  const { id, inventoryLevels } = variant.inventoryItem;
  return {
    itemId: id,
    levels: inventoryLevels.nodes.map(({ quantities, location, ...level }) => ({
      ...level,
      place: location.name,
      locationId: location.id,
      numbers: quantities.map(({ quantity }) => quantity),
    })),
  };
}

async function twoPlaces(store: Store): Promise<void> {
  await store.location('Second');
  await store.product('LAMP', 4, { location: 'Second' });
}

async function deactivateFirst(store: Store): Promise<void> {
  const place = (await levels(store)).levels[0]?.locationId ?? '';
  await store.sim('POST', `/locations/${encodeURIComponent(place)}/deactivate`);
}

fact('documented', 'an order commits what it takes, and on_hand stays', async (store) => {
  await ordered(store, { LAMP: 2 });
  expect((await levels(store)).levels[0]?.numbers).toEqual([7, 2, 9]);
});

fact('documented', 'a parcel takes its units off on_hand', async (store) => {
  const { orderId } = await ordered(store, { LAMP: 2 });
  await store.sim('POST', '/fulfillments', { shop: store.domain, orderId });
  expect((await levels(store)).levels[0]?.numbers).toEqual([7, 0, 7]);
});

const SET = `mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) { inventoryAdjustmentGroup { changes { name delta } }
  userErrors { field message code } } }`;

const setTo = async (store: Store, change: Readonly<Record<string, unknown>>) => {
  const { itemId, levels: found } = await levels(store);
  const quantities = [
    {
      inventoryItemId: itemId,
      locationId: found[0]?.locationId,
      quantity: 12,
      changeFromQuantity: 9,
      ...change,
    },
  ];
  const input = { name: 'available', reason: 'correction', quantities };
  return (await store.ask(SET, { input, key: 'key-of-the-fact' })).inventorySetQuantities;
};

fact('recorded', 'a new number for available moves on_hand with it', async (store) => {
  await openStore(store);
  await store.product('LAMP', 9);
  expect(await setTo(store, {})).toMatchObject({
    userErrors: [],
    inventoryAdjustmentGroup: {
      changes: [
        { name: 'available', delta: 3 },
        { name: 'on_hand', delta: 3 },
      ],
    },
  });
  expect((await levels(store)).levels[0]?.numbers).toEqual([12, 0, 12]);
});

fact('recorded', 'an item that is not there is named in the error', async (store) => {
  await openStore(store);
  await store.product('LAMP', 9);
  expect(await setTo(store, { inventoryItemId: 'gid://shopify/InventoryItem/1' })).toMatchObject({
    userErrors: [
      {
        field: ['input', 'quantities', '0', 'inventoryItemId'],
        message: 'The specified inventory item could not be found.',
        code: 'INVALID_INVENTORY_ITEM',
      },
    ],
  });
});

fact('recorded', 'a location that is not there is named in the error', async (store) => {
  await openStore(store);
  await store.product('LAMP', 9);
  expect(await setTo(store, { locationId: 'gid://shopify/Location/1' })).toMatchObject({
    userErrors: [
      {
        field: ['input', 'quantities', '0', 'locationId'],
        message: 'The specified location could not be found.',
        code: 'INVALID_LOCATION',
      },
    ],
  });
});

const DEACTIVATE = `mutation ($id: ID!) { inventoryDeactivate(inventoryLevelId: $id) { userErrors { field message } } }`;

fact(
  'recorded',
  'an item is unstocked at a place though units are committed there',
  async (store) => {
    const { orderId } = await ordered(store, { LAMP: 2 });
    await twoPlaces(store);
    const before = await levels(store);
    const answer = await store.ask(DEACTIVATE, { id: before.levels[0]?.id });
    expect(answer.inventoryDeactivate).toEqual({ userErrors: [] });
    expect((await partsOf(store, orderId)).parts[0]).toMatchObject({
      place: 'Warehouse',
      units: [[2, 2]],
    });
  },
);

fact('recorded', 'its level is gone unless inactive ones are asked for', async (store) => {
  await ordered(store, { LAMP: 2 });
  await twoPlaces(store);
  await store.sim('POST', '/inventory/unstock', { shop: store.domain, sku: 'LAMP' });
  expect((await levels(store)).levels.map(({ place }) => place)).toEqual(['Second']);
  expect(
    (await levels(store, true)).levels.map(({ place, isActive }) => [place, isActive]),
  ).toEqual([
    ['Warehouse', false],
    ['Second', true],
  ]);
});

fact(
  'inferred',
  'a deactivated place has no level, and keeps its fulfillment orders',
  async (store) => {
    const { orderId } = await ordered(store, { LAMP: 2 });
    await twoPlaces(store);
    await deactivateFirst(store);
    expect((await levels(store)).levels.map(({ place }) => place)).toEqual(['Second']);
    expect((await partsOf(store, orderId)).parts[0]?.place).toBe('Warehouse');
  },
);

const CANCEL = `mutation ($id: ID!, $restock: Boolean!) { orderCancel(orderId: $id, reason: OTHER, restock: $restock, notifyCustomer: false, refundMethod: { originalPaymentMethodsRefund: true }) {
  job { id } orderCancelUserErrors { field message code } } }`;

async function cancel(store: Store, id: string, restock: boolean) {
  const { orderCancel } = await store.ask(CANCEL, { id, restock });
  await store.advance('PT1M');
  return { orderCancel, cancelled: (await store.read(id)).cancelled };
}

async function atDeactivated(store: Store, captureMode: string): Promise<string> {
  const { orderId } = await ordered(store, { LAMP: 2 }, { shop: { captureMode } });
  await twoPlaces(store);
  await deactivateFirst(store);
  return orderId;
}

fact(
  'documented',
  'a paid order at a deactivated place is not cancelled with restock',
  async (store) => {
    const id = await atDeactivated(store, 'checkout');
    expect((await cancel(store, id, true)).cancelled).toBe(false);
    expect((await cancel(store, id, false)).cancelled).toBe(true);
  },
);

fact('documented', 'an unpaid one is cancelled, and its units go back nowhere', async (store) => {
  const id = await atDeactivated(store, 'manual');
  expect((await cancel(store, id, true)).cancelled).toBe(true);
  const warehouse = (await levels(store, true)).levels.find(({ place }) => place === 'Warehouse');
  expect(warehouse?.numbers.slice(0, 2)).toEqual([7, 0]);
});
