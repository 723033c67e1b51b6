import { z } from 'zod';
import type { ShopId } from './ids';
import type { Payload } from './webhook-payload';

/*
 * A webhook's signature covers its body alone. Topic and shop come in headers, so whoever has one signed body could send it
 * again as another topic or in another shop's name. That is harmless where we only go and look; what ends or erases
 * something is believed only when its body says the same.
 */

/** What no other topic's body has (shopify.dev, "Privacy law compliance" and the topics' samples). */
const ABSENT = z.null().optional();
const Customer = z.record(z.string(), z.unknown());
const List = z.array(z.unknown());

const OF_SHOP = z.object({ shop_domain: z.string() });

const SHAPES = {
  'app/uninstalled': z
    .object({ myshopify_domain: z.string(), shop_domain: ABSENT })
    .transform(({ myshopify_domain }) => myshopify_domain),
  'shop/redact': OF_SHOP.extend({
    customer: ABSENT,
    orders_to_redact: ABSENT,
    orders_requested: ABSENT,
    data_request: ABSENT,
  }).transform(({ shop_domain }) => shop_domain),
  'customers/redact': OF_SHOP.extend({
    customer: Customer.nullish(),
    orders_to_redact: List.nullish(),
    orders_requested: ABSENT,
    data_request: ABSENT,
  })
    .refine(({ customer, orders_to_redact }) => customer != null || orders_to_redact != null)
    .transform(({ shop_domain }) => shop_domain),
  'customers/data_request': OF_SHOP.extend({
    customer: Customer,
    orders_requested: List.nullish(),
    orders_to_redact: ABSENT,
  }).transform(({ shop_domain }) => shop_domain),
} satisfies Record<string, z.ZodType<string>>;

/** Whether a topic is one whose body has to say what its headers say. */
export function endsSomething(topic: string): topic is keyof typeof SHAPES {
  return Object.hasOwn(SHAPES, topic);
}

/** Whether a body is of that topic's form and names that shop. True for every topic that only makes us look. */
export function isMeantFor(topic: string, shop: ShopId, payload: Payload): boolean {
  if (!endsSomething(topic)) return true;
  const named = SHAPES[topic].safeParse(payload);
  return named.success && named.data.toLowerCase() === shop;
}
