import { parse, validate } from 'graphql';
import type { Operation } from '../../../probe/shopify/operation';
import * as fulfillment from '../../../probe/shopify/fulfillment';
import * as goods from '../../../probe/shopify/goods';
import * as money from '../../../probe/shopify/money';
import * as readOrder from '../../../probe/shopify/read-order';
import * as store from '../../../probe/shopify/store';
import * as webhooks from '../../../probe/shopify/webhooks';
import { TOPICS } from '../../../probe/webhooks/topics';
import { loadAdminSchema } from '../../../simulator/admin/schema';

const OPERATIONS: readonly Operation<unknown>[] = [
  ...Object.values(fulfillment),
  ...Object.values(goods),
  ...Object.values(money),
  ...Object.values(readOrder),
  ...Object.values(store),
  ...Object.values(webhooks),
];
/** Sent as it is, to read what Shopify says. */
const WITHOUT_KEY = 'ProbeRefundWithoutKey';
const { schema } = loadAdminSchema();

it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
  '%s is what the schema allows',
  (_name, { document, root }) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
    expect(document).toContain(` ${root}`);
  },
);

it('each name is used once, so that the raw replies can be told apart', () => {
  const names = OPERATIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain(WITHOUT_KEY);
});

it('listens to topics that exist', () => {
  const known = schema.getType('WebhookSubscriptionTopic');
  const names = known && 'getValues' in known ? known.getValues().map(({ name }) => name) : [];
  for (const topic of TOPICS) expect(names).toContain(topic);
});
