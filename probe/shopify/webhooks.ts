import { z } from 'zod';
import { operation } from './operation';

export const SUBSCRIBE = operation(
  z
    .object({ webhookSubscription: z.object({ id: z.string() }) })
    .transform(({ webhookSubscription }) => webhookSubscription),
  `mutation ProbeSubscribe($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
    webhookSubscription { id }
    userErrors { field message }
  }
}`,
);

export const UNSUBSCRIBE = operation(
  z.object({}).loose(),
  `mutation ProbeUnsubscribe($id: ID!) {
  webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
}`,
);
