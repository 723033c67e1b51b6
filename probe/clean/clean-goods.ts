import {
  DEACTIVATE_LOCATION,
  DELETE_LOCATION,
  DELETE_PRODUCT,
  DELETE_SERVICE,
} from '../shopify/goods';
import { wordsOf, type Answer } from '../shopify/operation';
import { UNSUBSCRIBE } from '../shopify/webhooks';
import type { Cleaner, Left } from './clean-up';

const GONE = /not (be )?found|does ?n[o']t exist|invalid id/i;

const outcome = (id: string, answer: Answer<unknown>, state: string): Left =>
  answer.refused.length === 0 || answer.refused.every(({ message }) => GONE.test(message))
    ? null
    : `${id} ${state}: ${wordsOf(answer)}`;

export const cleanWebhook = async ({ admin }: Cleaner, id: string): Promise<Left> =>
  outcome(id, await admin.run(UNSUBSCRIBE, { id }), 'is still subscribed');

export const cleanProduct = async ({ admin }: Cleaner, id: string): Promise<Left> =>
  outcome(id, await admin.run(DELETE_PRODUCT, { input: { id } }), 'is still there');

export const cleanService = async ({ admin }: Cleaner, id: string): Promise<Left> =>
  outcome(id, await admin.run(DELETE_SERVICE, { id }), 'is still there');

/** A location can be deleted once it is deactivated. Where Shopify keeps it, it stays deactivated. */
export async function cleanLocation({ admin, id: newId }: Cleaner, id: string): Promise<Left> {
  const off = await admin.run(DEACTIVATE_LOCATION, { id, key: newId() });
  const deleted = await admin.run(DELETE_LOCATION, { id });
  if (deleted.refused.length === 0) return null;
  return off.refused.length === 0
    ? outcome(id, deleted, 'is deactivated, not deleted')
    : outcome(id, deleted, `is still active, ${wordsOf(off)}`);
}
