import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { API_VERSION } from '../../app/adapters/shopify/api-version';
import { COMPLIANCE_TOPICS, readHint, WEBHOOK_TOPICS } from '../../app/domain/webhook-topics';

const Toml = z.object({
  webhooks: z.object({
    api_version: z.string(),
    subscriptions: z.array(
      z.object({
        topics: z.array(z.string()).default([]),
        compliance_topics: z.array(z.string()).default([]),
        uri: z.string(),
      }),
    ),
  }),
});
const { webhooks } = Toml.parse(parse(readFileSync('shopify.app.toml', 'utf8')));

const taskOf = (topic: string, payload: unknown): unknown =>
  readHint(topic, typeof payload === 'string' ? payload : JSON.stringify(payload), 'w-1')?.task;

describe('the topics', () => {
  const subscribed = webhooks.subscriptions.flatMap((s) => [...s.topics, ...s.compliance_topics]);

  test('everything that Shopify is asked to tell has a handler, and every handler is asked for', () => {
    expect(subscribed.toSorted()).toEqual(Object.keys(WEBHOOK_TOPICS).toSorted());
  });

  test('what Shopify takes as compliance topics stands as such', () => {
    const asked = webhooks.subscriptions.flatMap((s) => s.compliance_topics);
    expect(asked.toSorted()).toEqual([...COMPLIANCE_TOPICS].toSorted());
  });

  test('every subscription comes to the one door', () => {
    expect(webhooks.subscriptions.map((s) => s.uri)).toEqual(
      webhooks.subscriptions.map(() => '/webhooks'),
    );
  });

  test('webhooks come in the version that we ask the API in', () => {
    expect(webhooks.api_version).toBe(API_VERSION);
  });
});

describe('a hint', () => {
  const bigOrder = 'gid://shopify/Order/820982911946154508';

  test.each([
    ['orders/create', `{"id":1,"admin_graphql_api_id":"${bigOrder}"}`],
    ['orders/updated', '{"id":820982911946154508}'],
    ['orders/delete', '{"id":820982911946154508}'],
    ['orders/edited', '{"order_edit":{"id":1,"order_id":820982911946154508}}'],
    ['order_transactions/create', '{"id":1,"order_id":820982911946154508}'],
    ['returns/cancel', '{"order_id":820982911946154508}'],
    ['returns/reopen', '{"order":{"id":820982911946154508}}'],
  ])('of %s names the order with all of its digits', (topic, payload) => {
    expect(taskOf(topic, payload)).toEqual({ kind: 'look-at-order', orderId: bigOrder });
  });

  test.each([
    ['{"inventory_item_id":271878346596884015,"location_id":1}'],
    [
      '{"inventory_item_id":7,"admin_graphql_api_id":"gid://shopify/InventoryLevel/1?inventory_item_id=271878346596884015"}',
    ],
  ])('of a stock level names the item: %s', (payload) => {
    expect(taskOf('inventory_levels/update', payload)).toEqual({
      kind: 'share-item',
      itemId: 'gid://shopify/InventoryItem/271878346596884015',
    });
  });

  test.each([
    ['fulfillment_orders/split', { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' } }],
    [
      'fulfillment_orders/cancellation_request_accepted',
      { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' }, message: 'On its way back' },
    ],
    [
      'fulfillment_orders/cancellation_request_rejected',
      { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' }, message: 'It has left' },
    ],
    [
      'fulfillment_orders/moved',
      { moved_fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' } },
    ],
    ['fulfillment_orders/merged', { merge_intents: [{ fulfillment_order_id: 5 }] }],
    [
      'fulfillment_holds/released',
      { fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/5' } },
    ],
  ])('of %s names the fulfillment order, whose order is to be found', (topic, payload) => {
    expect(taskOf(topic, payload)).toEqual({
      kind: 'find-order',
      fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/5',
    });
  });

  test('of a question about a person keeps the body until it is answered, and no other does', () => {
    const body =
      '{"customer":{"id":820982911946154508,"email":"a@b.example"},"orders_to_redact":[1]}';
    expect(readHint('customers/redact', body, 'w-1')).toEqual({
      known: true,
      task: { kind: 'redact-customer', webhookId: 'w-1' },
      body: { customer: { id: '820982911946154508', email: 'a@b.example' }, orders_to_redact: [1] },
    });
    expect(readHint('app/uninstalled', body, 'w-1')?.body).toBeNull();
    expect(readHint('orders/create', body, 'w-1')?.body).toBeNull();
  });

  test.each([
    ['{}'],
    ['{"id":null}'],
    ['{"id":-5}'],
    ['{"id":0}'],
    ['{"id":1.5}'],
    ['{"id":1e30}'],
    ['{"id":{"id":5}}'],
    ['{"id":"5; drop table"}'],
    ['{"id":[5]}'],
    ['{"admin_graphql_api_id":"gid://shopify/Product/5"}'],
    ['{"__proto__":{"id":5}}'],
  ])('that names no order makes nothing to do: %s', (payload) => {
    expect(readHint('orders/create', payload, 'w-1')).toEqual({
      known: true,
      task: null,
      body: null,
    });
  });

  test.each([[''], ['null'], ['[]'], ['[{"id":5}]'], ['"x"'], ['5'], ['{'], ['{"id":5}}']])(
    'is not read from what is no JSON object: %s',
    (text) => {
      expect(readHint('orders/create', text, 'w-1')).toBeNull();
    },
  );

  test('of a topic that is not ours says so, whatever the topic is called', () => {
    for (const topic of ['products/update', 'constructor', '__proto__', ''])
      expect(readHint(topic, '{"id":5}', 'w-1')).toEqual({ known: false, task: null, body: null });
  });

  test('survives brackets nested a million deep', () => {
    const deep = '[';
    expect(() =>
      readHint('customers/redact', `{"a":${deep.repeat(1e6)}${']'.repeat(1e6)}}`, 'w'),
    ).not.toThrow();
  });
});
