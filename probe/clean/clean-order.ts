import type { Admin } from '../shopify/admin';
import { CANCEL_PARCEL, GIVE_BACK, ASK_BACK, TAKE_BACK_REQUEST } from '../shopify/fulfillment';
import { CANCEL, DELETE_ORDER } from '../shopify/money';
import { wordsOf, type Answer } from '../shopify/operation';
import { READ_ORDER, type Order } from '../shopify/read-order';
import type { Cleaner, Left } from './clean-up';

const JOB_S = 40;

/** Cancels the order and deletes it where Shopify allows that. */
export async function cleanOrder(cleaner: Cleaner, id: string): Promise<Left> {
  const { admin } = cleaner;
  const seen = await admin.run(READ_ORDER, { id });
  if (seen.value === null) return null;
  await takeBack(admin, seen.value);
  const refused = seen.value.cancelledAt === null ? await cancel(cleaner, id) : null;
  const deleted = await admin.run(DELETE_ORDER, { id });
  if (deleted.refused.length === 0) return null;
  return refused === null
    ? `${seen.value.name} is cancelled, not deleted: ${wordsOf(deleted)}`
    : `${seen.value.name} is still open: ${wordsOf(refused)}`;
}

/** What a service has, or a parcel, is in the way of a cancellation. */
async function takeBack(admin: Admin, order: Order): Promise<void> {
  for (const parcel of order.fulfillments)
    if (parcel.status === 'SUCCESS') await admin.run(CANCEL_PARCEL, { id: parcel.id });
  for (const { id, requestStatus, merchantRequests } of order.fulfillmentOrders) {
    if (requestStatus === 'SUBMITTED') await admin.run(TAKE_BACK_REQUEST, { id });
    if (requestStatus !== 'ACCEPTED' && requestStatus !== 'CANCELLATION_REQUESTED') continue;
    const asked =
      requestStatus === 'CANCELLATION_REQUESTED' ||
      merchantRequests.some(({ kind }) => kind === 'CANCELLATION_REQUEST');
    if (!asked) await admin.run(ASK_BACK, { id });
    await admin.run(GIVE_BACK, { id });
  }
}

/** Out: null when the order is cancelled, otherwise the refusal. Restocking can be what Shopify refuses. */
async function cancel(cleaner: Cleaner, id: string): Promise<Answer<unknown> | null> {
  let answer: Answer<unknown> | null = null;
  for (const restock of [true, false]) {
    answer = await cleaner.admin.run(CANCEL, { id, restock, refund: true });
    for (let waited = 0; waited < JOB_S; waited += 2) {
      const seen = await cleaner.admin.run(READ_ORDER, { id });
      if (seen.value === null || seen.value.cancelledAt !== null) return null;
      if (answer.refused.length > 0) break;
      await cleaner.wait(2);
    }
  }
  return answer;
}
