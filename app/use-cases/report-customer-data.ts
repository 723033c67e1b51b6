import type { OrderId } from '../domain/ids';
import type { TaskBody } from '../domain/task';
import { showLinks } from '../emails/links';
import type { Mail, Tx, Work } from '../ports';
import { type PersonsRequest, readRequest } from './customer-request';
import type { Deps } from './deps';
import { dutyDone, putOffDuty } from './put-off-duty';

type Body = Extract<TaskBody, { kind: 'report-customer-data' }>;

/** Sends the shop's owner all that is kept of the customer, who asked them for it. */
export async function reportCustomerData(deps: Deps, work: Work, body: Body): Promise<void> {
  const { shop: shopId } = work.claim;
  const request = await readRequest(deps, work, body.webhookId);
  if (request === null) return;
  const { shop, records } = await deps.store.read(shopId, async (tx) => ({
    shop: await tx.loadShop(),
    records: await recordsOf(tx, request),
  }));
  const later = (why: string): Promise<void> => {
    deps.log.error({ shop: shopId, why }, 'A customer’s data could not be sent to the shop');
    return work.finish({}, (tx) => putOffDuty(tx, body, work.now));
  };
  if (shop === null || shop.email === '') return later('the shop has no address');
  const result = await deps.mailer.send({
    shop: shopId,
    step: 'customer-data',
    to: shop.email,
    fromName: deps.defaultSender.name,
    replyTo: null,
    ...wordsFor(records, request),
    messageId: `data-request.${body.webhookId}.${work.now.getTime()}@${new URL(deps.appUrl).hostname}`,
    references: [],
  });
  // It goes to the shop itself: better twice than never.
  if (result.outcome !== 'sent') return later(result.reason);
  await deps.store.forgetWebhookBody(shopId, body.webhookId);
  await work.finish({}, (tx) => dutyDone(tx, work.claim));
}

/** Everything of the orders that the request names, and of all others of the same address. */
async function recordsOf(tx: Tx, { customerKey, orderIds }: PersonsRequest) {
  const others = customerKey === null ? [] : await tx.ordersOfCustomer(customerKey);
  const all = [...new Set<OrderId>([...orderIds, ...others])];
  return Promise.all(
    all.map(async (orderId) => ({
      orderId,
      case: await tx.loadCase(orderId),
      timeline: await tx.timeline(orderId),
      messages: await tx.messages(orderId),
      effects: await tx.intents(orderId),
      // An id alone opens nothing: what is in the mail is signed.
      links: await tx.choiceLinks(orderId),
    })),
  );
}

function wordsFor(
  records: readonly object[],
  { unreadable }: PersonsRequest,
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const data = showLinks(JSON.stringify(records, null, 2));
  const missing =
    unreadable === 0
      ? ''
      : ` The request also named ${unreadable} order(s) in a way that Holdfast could not read: please look at those yourself.`;
  const intro = `A customer asked for their data. This is all that Holdfast keeps of the ${records.length} order(s) of theirs that it knows.${missing}`;
  const escaped = data.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return {
    subject: 'Customer data request: what Holdfast keeps',
    text: `${intro}\n\n${data}\n`,
    html: `<p>${intro}</p><pre>${escaped}</pre>`,
  };
}
