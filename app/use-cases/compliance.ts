import { z } from 'zod';
import { OrderId } from '../domain/ids';
import { Permanent } from '../errors';
import { CHOICE_LINK } from '../emails/links';
import type { Work } from '../ports';
import type { Deps } from './deps';

/* The three requests that Shopify passes on for the law. Their bodies are the only ones that are kept, until done. */

const OrderNumber = z
  .union([z.number(), z.string()])
  .transform((n) => OrderId.parse(`gid://shopify/Order/${n}`));

const CustomerRequest = z.object({
  customer: z.object({ email: z.string().nullish() }).nullish(),
  orders_requested: z.array(OrderNumber).nullish(),
  orders_to_redact: z.array(OrderNumber).nullish(),
});

async function readRequest(deps: Deps, work: Work, webhookId: string) {
  const body = await deps.store.webhookBody(work.claim.shop, webhookId);
  if (body === null || body === undefined) return null;
  const parsed = CustomerRequest.safeParse(body);
  if (!parsed.success) throw new Permanent('A compliance request could not be read');
  const { customer, orders_requested, orders_to_redact } = parsed.data;
  const email = customer?.email ?? null;
  return {
    email,
    customerKey: email === null ? null : deps.secrets.customerKey(work.claim.shop, email),
    orderIds: orders_requested ?? orders_to_redact ?? [],
  };
}

/** Erases the customer's words and addresses; what happened to the orders stays without a name. */
export async function redactCustomer(deps: Deps, work: Work, webhookId: string): Promise<void> {
  const { shop } = work.claim;
  const request = await readRequest(deps, work, webhookId);
  if (request === null) return;
  await deps.store.redactCustomer(shop, {
    customerKey: request.customerKey,
    orderIds: request.orderIds,
  });
  await deps.store.forgetWebhookBody(shop, webhookId);
}

/** Everything that Holdfast keeps of the shop goes, two days after it has left. */
export async function redactShop(deps: Deps, work: Work): Promise<void> {
  await deps.tokens.forget(work.claim.shop);
  await deps.store.redactShop(work.claim.shop);
}

/** Sends the shop's owner all that is kept of the customer, who asked them for it. */
export async function reportCustomerData(deps: Deps, work: Work, webhookId: string): Promise<void> {
  const { shop: shopId } = work.claim;
  const request = await readRequest(deps, work, webhookId);
  if (request === null) return;
  const { shop, records } = await deps.store.read(shopId, async (tx) => ({
    shop: await tx.loadShop(),
    records: await Promise.all(
      request.orderIds.map(async (orderId) => ({
        orderId,
        case: await tx.loadCase(orderId),
        timeline: await tx.timeline(orderId),
        messages: await tx.messages(orderId),
      })),
    ),
  }));
  if (shop === null || shop.email === '')
    throw new Permanent('The shop has no address to send a data request to');
  // The evidence has a placeholder where each customer's own link was.
  const data = JSON.stringify(records, null, 2).replaceAll(CHOICE_LINK, '[link]');
  const intro = `A customer asked for their data. This is all that Holdfast keeps of the ${records.length} order(s) named in the request.`;
  const escaped = data.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const result = await deps.mailer.send({
    shop: shopId,
    step: 'customer-data',
    to: shop.email,
    from: deps.defaultSender,
    replyTo: null,
    subject: 'Customer data request: what Holdfast keeps',
    text: `${intro}\n\n${data}\n`,
    html: `<p>${intro}</p><pre>${escaped}</pre>`,
    messageId: `data-request.${webhookId}@${new URL(deps.appUrl).hostname}`,
    references: [],
  });
  if (result.outcome === 'refused')
    throw new Permanent(`The shop's mail server refused it: ${result.reason}`);
  await deps.store.forgetWebhookBody(shopId, webhookId);
}
