import { z } from 'zod';
import { notFound } from '../../world/refusal';
import type { Subscription } from '../../world/types';
import type { Args, Context, View } from '../context';
import { answer } from './payload';

const wish = z.object({ uri: z.string() });

export const subscriptionView = (subscription: Subscription): View => ({
  __typename: 'WebhookSubscription',
  id: subscription.id,
  topic: subscription.topic,
  uri: subscription.uri,
  callbackUrl: subscription.uri,
  format: 'JSON',
});

/** Webhooks that an app asks for by API, besides those of its manifest. */
export const subscriptionMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  webhookSubscriptionCreate: (args) =>
    answer('WebhookSubscriptionCreatePayload', () => {
      const { uri } = wish.parse(args.webhookSubscription);
      const made = { id: ctx.world.id('WebhookSubscription'), topic: String(args.topic), uri };
      ctx.shop.subscriptions = [...(ctx.shop.subscriptions ?? []), made];
      return { webhookSubscription: subscriptionView(made) };
    }),
  webhookSubscriptionDelete: (args) =>
    answer('WebhookSubscriptionDeletePayload', () => {
      const known = ctx.shop.subscriptions ?? [];
      const rest = known.filter(({ id }) => id !== args.id);
      if (rest.length === known.length) throw notFound('Webhook subscription', null, ['id']);
      ctx.shop.subscriptions = rest;
      return { deletedWebhookSubscriptionId: String(args.id) };
    }),
});
