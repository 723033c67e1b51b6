import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFacts } from '../../../simulator/facts';
import { Driver, FakeApp, SHOP } from './support';

/* What an app can make in a store: products, places, orders, webhooks. */

const SCOPES = [
  'write_orders',
  'write_products',
  'write_inventory',
  'write_locations',
  'write_fulfillments',
  'write_merchant_managed_fulfillment_orders',
];
let driver: Driver;
let app: FakeApp | undefined;
afterEach(async () => {
  await driver.simulator.close();
  await app?.stop();
  app = undefined;
});

async function open(wish: Record<string, unknown> = {}): Promise<void> {
  driver = await Driver.start({ patienceMs: 0 });
  await driver.openShop({ scopes: SCOPES, ...wish });
}

async function makeProduct(): Promise<{ variantId: string; productId: string }> {
  const { location } = await driver.ask<{ location: { id: string } }>('{ location { id } }');
  const made = await driver.ask<{
    productSet: { product: { id: string; variants: { nodes: { id: string }[] } } };
  }>(
    `mutation($input: ProductSetInput!) {
      productSet(input: $input) { product { id variants(first: 1) { nodes { id } } } userErrors { message } }
    }`,
    {
      input: {
        title: 'Kettle',
        tags: ['marked'],
        productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
        variants: [
          {
            optionValues: [{ optionName: 'Title', name: 'Default Title' }],
            price: '30',
            inventoryPolicy: 'CONTINUE',
            inventoryItem: { sku: 'KETTLE', tracked: true },
            inventoryQuantities: [{ locationId: location.id, name: 'available', quantity: 4 }],
          },
        ],
      },
    },
  );
  const { product } = made.productSet;
  return { productId: product.id, variantId: product.variants.nodes[0]?.id ?? '' };
}

async function makeOrder(
  variantId: string,
  more: object = {},
  options: object = {},
): Promise<string> {
  const made = await driver.ask<{ orderCreate: { order: { id: string } } }>(
    `mutation($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
      orderCreate(order: $order, options: $options) { order { id } userErrors { message } }
    }`,
    {
      order: {
        test: true,
        lineItems: [{ variantId, quantity: 2 }],
        transactions: [
          {
            kind: 'AUTHORIZATION',
            gateway: 'bogus',
            amountSet: { shopMoney: { amount: '60', currencyCode: 'USD' } },
          },
        ],
        ...more,
      },
      options,
    },
  );
  return made.orderCreate.order.id;
}

const shelf = async (): Promise<unknown> =>
  (
    await driver.get<{ available: number; committed: number }[]>(`/_sim/inventory?shop=${SHOP}`)
  ).map(({ available, committed }) => [available, committed]);

describe('an order that an app makes', () => {
  it('has the transactions that the app names, and is routed soon', async () => {
    await open();
    const { variantId } = await makeProduct();
    const id = await makeOrder(variantId);
    await driver.advance('PT10S');
    const { order } = await driver.ask<{ order: unknown }>(
      `query($id: ID!) { order(id: $id) {
        displayFinancialStatus transactions { kind gateway multiCapturable } fulfillmentOrders(first: 5) { nodes { status } }
      } }`,
      { id },
    );
    expect(order).toEqual({
      displayFinancialStatus: 'AUTHORIZED',
      transactions: [{ kind: 'AUTHORIZATION', gateway: 'bogus', multiCapturable: false }],
      fulfillmentOrders: { nodes: [{ status: 'OPEN' }] },
    });
  });

  it('leaves the shelf alone unless it is told to take from it', async () => {
    await open();
    const { variantId } = await makeProduct();
    await makeOrder(variantId);
    expect(await shelf()).toEqual([[4, 0]]);
    await makeOrder(variantId, {}, { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' });
    expect(await shelf()).toEqual([[2, 2]]);
  });

  it('is deleted once it is cancelled, and not before', async () => {
    await open();
    const id = await makeOrder((await makeProduct()).variantId);
    const remove = () =>
      driver.ask<{ orderDelete: unknown }>(
        'mutation($id: ID!) { orderDelete(orderId: $id) { deletedId userErrors { code } } }',
        { id },
      );
    expect(await remove()).toEqual({
      orderDelete: { deletedId: null, userErrors: [{ code: 'INVALID' }] },
    });
    await driver.post(`/_sim/orders/${id}/cancel`);
    await driver.advance('PT10S');
    expect(await remove()).toEqual({ orderDelete: { deletedId: id, userErrors: [] } });
    expect(await driver.get(`/_sim/orders?shop=${SHOP}`)).toEqual([]);
  });
});

it('a product that is deleted takes its stock with it', async () => {
  await open();
  const { productId } = await makeProduct();
  await driver.ask(
    'mutation($input: ProductDeleteInput!) { productDelete(input: $input) { deletedProductId userErrors { message } } }',
    { input: { id: productId } },
  );
  expect(await shelf()).toEqual([]);
});

it('a fulfillment service comes and goes with its location', async () => {
  await open();
  const made = await driver.ask<{
    fulfillmentServiceCreate: { fulfillmentService: { id: string; location: { name: string } } };
  }>(
    `mutation { fulfillmentServiceCreate(name: "Packers") {
      fulfillmentService { id location { name } } userErrors { message }
    } }`,
  );
  const { id, location } = made.fulfillmentServiceCreate.fulfillmentService;
  expect(location).toEqual({ name: 'Packers' });
  const services = '{ shop { fulfillmentServices { serviceName } } }';
  expect(await driver.ask(services)).toEqual({
    shop: { fulfillmentServices: [{ serviceName: 'Packers' }] },
  });
  await driver.ask(
    'mutation($id: ID!) { fulfillmentServiceDelete(id: $id) { deletedId userErrors { message } } }',
    { id },
  );
  expect(await driver.ask(services)).toEqual({ shop: { fulfillmentServices: [] } });
});

it('a webhook that was asked for by API is sent to its own address, and ends with its deletion', async () => {
  app = new FakeApp();
  const url = await app.start();
  await open();
  const { variantId } = await makeProduct();
  const made = await driver.ask<{
    webhookSubscriptionCreate: { webhookSubscription: { id: string } };
  }>(
    `mutation($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: { uri: $uri }) {
      webhookSubscription { id } userErrors { message }
    } }`,
    { uri: `${url}/webhooks` },
  );
  await makeOrder(variantId);
  await driver.advance('PT1M');
  expect(app.topics()).toEqual(['orders/create']);
  await driver.ask(
    'mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId } }',
    { id: made.webhookSubscriptionCreate.webhookSubscription.id },
  );
  await makeOrder(variantId);
  await driver.advance('PT1M');
  expect(app.topics()).toEqual(['orders/create']);
});

it('an app of the same organization gets a token with its id and secret', async () => {
  await open({ developmentStore: true });
  const { body } = await driver.oauth({ grant_type: 'client_credentials' });
  const { body: reply } = await driver.raw(
    '{ shop { plan { partnerDevelopment } } }',
    {},
    String(body.access_token),
  );
  expect(reply.data).toEqual({ shop: { plan: { partnerDevelopment: true } } });
});

describe('SIMULATOR_FACTS', () => {
  const fileWith = (text: string): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'holdfast-facts-')), 'facts.json');
    writeFileSync(file, text);
    return file;
  };

  it('sets the switches of every store, and a store that says otherwise has the last word', async () => {
    const factsFile = fileWith(
      JSON.stringify({ store: 'x', switches: { voidedPayable: false, unstockedLeave: false } }),
    );
    driver = await Driver.start({ factsFile });
    await driver.openShop({ unstockedLeave: true });
    expect(await driver.get(`/_sim/shops/${SHOP}`)).toMatchObject({
      switches: { voidedPayable: false, unstockedLeave: true },
    });
  });

  it('is refused when it names a switch that nobody plays', async () => {
    await open();
    const file = fileWith(JSON.stringify({ switches: { paysInCowries: true } }));
    expect(() => loadFacts(file)).toThrow(/can't be played.*paysInCowries/);
    expect(() => loadFacts(fileWith('{'))).toThrow('is not JSON.');
  });
});
