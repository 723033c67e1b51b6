import type { Work } from '../ports';
import { readRequest } from './customer-request';
import type { Deps } from './deps';
import { dutyDone } from './put-off-duty';

/** Erases the customer's words and addresses; what happened to the orders stays without a name. */
export async function redactCustomer(deps: Deps, work: Work, webhookId: string): Promise<void> {
  const { shop } = work.claim;
  const request = await readRequest(deps, work, webhookId);
  if (request === null) return;
  const { customerKey, orderIds } = request;
  await deps.store.redactCustomer(shop, { customerKey, orderIds });
  await deps.store.forgetWebhookBody(shop, webhookId);
  await work.finish({}, (tx) => dutyDone(tx, work.claim));
}
