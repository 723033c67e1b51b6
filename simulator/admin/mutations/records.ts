import { z } from 'zod';
import { orderChanged } from '../../shop/changed';
import { Refusal } from '../../world/refusal';
import type { Metafield, Order } from '../../world/types';
import type { Args, Context } from '../context';
import { digest, metafieldView, ownNamespace } from '../views/basics';
import { orderView } from '../views/order';
import { answer, orderFor } from './payload';

const metafieldInputs = z.array(
  z.object({
    ownerId: z.string(),
    namespace: z.string().nullish(),
    key: z.string(),
    type: z.string().nullish(),
    value: z.string(),
    compareDigest: z.string().nullish(),
  }),
);
const MOST_METAFIELDS = 25;
const MOST_BYTES = 128 * 1024;

export const recordMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  metafieldsSet: (args) =>
    answer('MetafieldsSetPayload', () => {
      const inputs = metafieldInputs.parse(args.metafields);
      if (inputs.length > MOST_METAFIELDS)
        throw new Refusal(
          'Exceeded the maximum metafields input limit of 25.',
          'LESS_THAN_OR_EQUAL_TO',
          ['metafields'],
        );
      const checked = inputs.map((input, index) => ({ input, order: ownerOf(ctx, input, index) }));
      return {
        metafields: checked.map(({ input, order }) =>
          metafieldView(setMetafield(ctx, order, input)),
        ),
      };
    }),
  tagsAdd: (args) =>
    answer('TagsAddPayload', () => {
      const order = orderFor(ctx, args.id);
      const tags = Array.isArray(args.tags) ? args.tags.map(String) : [String(args.tags)];
      order.tags = [
        ...new Set([
          ...order.tags,
          ...tags
            .flatMap((tag) => tag.split(','))
            .map((tag) => tag.trim())
            .filter(Boolean),
        ]),
      ].sort();
      orderChanged(ctx.world, ctx.shop, order);
      return { node: orderView(ctx, order) };
    }),
  tagsRemove: (args) =>
    answer('TagsRemovePayload', () => {
      const order = orderFor(ctx, args.id);
      order.tags = order.tags.filter(
        (tag) => !(Array.isArray(args.tags) ? args.tags.map(String) : []).includes(tag),
      );
      orderChanged(ctx.world, ctx.shop, order);
      return { node: orderView(ctx, order) };
    }),
});

function ownerOf(
  ctx: Context,
  input: z.infer<typeof metafieldInputs>[number],
  index: number,
): Order {
  const field = ['metafields', String(index)];
  if (Buffer.byteLength(input.value) > MOST_BYTES)
    throw new Refusal('Value is too long', 'TOO_LONG', [...field, 'value']);
  if (!ctx.scopes.has('write_orders'))
    throw new Refusal(
      'Access to this namespace and key on Metafields for this resource type is not allowed.',
      'APP_NOT_AUTHORIZED',
      field,
    );
  const order = orderFor(ctx, input.ownerId, 'INVALID', [...field, 'ownerId']);
  const known = order.metafields.find(
    (m) => m.namespace === ownNamespace(input.namespace) && m.key === input.key,
  );
  if (input.compareDigest !== undefined && (known ? digest(known) : null) !== input.compareDigest)
    throw new Refusal('The resource has been updated since it was loaded.', 'STALE_OBJECT', field);
  return order;
}

function setMetafield(
  ctx: Context,
  order: Order,
  input: z.infer<typeof metafieldInputs>[number],
): Metafield {
  const now = ctx.world.clock.iso();
  const namespace = ownNamespace(input.namespace);
  const known = order.metafields.find((m) => m.namespace === namespace && m.key === input.key);
  const metafield: Metafield = known ?? {
    id: ctx.world.id('Metafield'),
    ownerId: order.id,
    namespace,
    key: input.key,
    type: input.type ?? 'json',
    value: input.value,
    createdAt: now,
    updatedAt: now,
  };
  if (known) Object.assign(known, { value: input.value, updatedAt: now });
  else order.metafields.push(metafield);
  ctx.world.ledger.append({
    shop: ctx.shop.domain,
    kind: 'metafield',
    by: 'app',
    orderId: order.id,
    target: `${namespace}.${input.key}`,
    detail: { value: input.value },
  });
  return metafield;
}
