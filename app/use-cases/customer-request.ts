import { z } from 'zod';
import { OrderId } from '../domain/ids';
import type { Work } from '../ports';
import type { Deps } from './deps';

/* What Shopify passes on of a person's request: it names the customer and their orders, by number. */

const CustomerRequest = z.object({
  customer: z
    .object({ email: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  orders_requested: z.array(z.unknown()).nullish().catch(null),
  orders_to_redact: z.array(z.unknown()).nullish().catch(null),
});

export interface PersonsRequest {
  readonly customerKey: string | null;
  readonly orderIds: readonly OrderId[];
  /** Orders that it names in a way that can't be read. They don't keep the others from being answered for. */
  readonly unreadable: number;
}

const orderIdOf = (value: unknown): OrderId | null =>
  Number.isSafeInteger(value) || typeof value === 'string'
    ? (OrderId.safeParse(`gid://shopify/Order/${value}`).data ?? null)
    : null;

/** Null once the request was answered, and its body forgotten. */
export async function readRequest(
  deps: Deps,
  work: Work,
  webhookId: string,
): Promise<PersonsRequest | null> {
  const { shop } = work.claim;
  const body = await deps.store.webhookBody(shop, webhookId);
  if (body === null || body === undefined) return null;
  const { customer, orders_requested, orders_to_redact } = CustomerRequest.catch({}).parse(body);
  const email = customer?.email ?? '';
  const named = orders_requested ?? orders_to_redact ?? [];
  const orderIds = named.map(orderIdOf).filter((id) => id !== null);
  const unreadable = named.length - orderIds.length;
  if (unreadable > 0)
    deps.log.error(
      { shop, webhookId, unreadable, orders: orderIds.length },
      'A request about a person names orders that could not be read',
    );
  const customerKey = email.trim() === '' ? null : deps.secrets.customerKey(shop, email);
  return { customerKey, orderIds, unreadable };
}
