import type { Db } from '../../db.server';
import type { OrderId, ShopId } from '../../domain/ids';
import { asJson } from './json.server';
import { ordersOfCustomer } from './orders-of-customer.server';
import { REDACTED, withoutWords } from './without-words';

/**
 * Erases a customer's words and addresses. What happened to the order stays, since it is the shop's evidence: units,
 * dates, effects, and when something was said, but not to whom and in which words.
 */
export async function redactCustomer(
  db: Db,
  shop: ShopId,
  input: { customerKey: string | null; orderIds: readonly OrderId[] },
): Promise<void> {
  const orderIds = await ordersOf(db, shop, input);
  const where = { shop, orderId: { in: orderIds } };

  await db.message.updateMany({
    where,
    data: { to: REDACTED, subject: REDACTED, text: REDACTED, html: REDACTED, customerKey: '' },
  });
  // The version goes up so that whoever loaded the case before this can't write the key back.
  await db.$executeRaw`
    update "Case" set "customerKey" = null, "version" = "version" + 1,
      "attention" = regexp_replace("attention", '\\S+@\\S+', ${REDACTED}, 'g'),
      "state" = "state" || jsonb_build_object('customerKey', null, 'redacted', true, 'version', "version" + 1,
        'generation', coalesce(("state" ->> 'generation')::int, 1) + 1,
        'attention', regexp_replace("attention", '\\S+@\\S+', ${REDACTED}, 'g'), 'calls', '[]'::jsonb)
    where "shop" = ${shop} and "orderId" = any(${orderIds})`;
  await db.choiceLink.deleteMany({ where });
  await db.intent.updateMany({
    where: { ...where, kind: 'message', error: { not: null } },
    data: { error: REDACTED },
  });

  const entries = await db.timeline.findMany({
    where,
    select: { orderId: true, seq: true, detail: true },
  });
  for (const { orderId, seq, detail } of entries) {
    await db.timeline.update({
      where: { shop_orderId_seq: { shop, orderId, seq } },
      data: { detail: asJson(withoutWords(detail)) },
      select: { seq: true },
    });
  }
  await forgetDataRequests(db, shop, orderIds);
}

/** The orders named, and all others of the same customer. */
async function ordersOf(
  db: Db,
  shop: ShopId,
  { customerKey, orderIds }: { customerKey: string | null; orderIds: readonly OrderId[] },
): Promise<string[]> {
  const others = customerKey === null ? [] : await ordersOfCustomer(db, shop, customerKey);
  return [...new Set([...orderIds, ...others])];
}

/**
 * A request for this customer's data that was never answered has nothing left to answer with. The redaction's own
 * webhook is forgotten by its task, which must be able to read it again should it be interrupted.
 */
async function forgetDataRequests(
  db: Db,
  shop: ShopId,
  orderIds: readonly string[],
): Promise<void> {
  const numbers = orderIds.map((id) => id.split('/').at(-1) ?? id);
  await db.$executeRaw`
    update "Webhook" set "body" = null
    where "shop" = ${shop} and jsonb_typeof("body" -> 'orders_requested') = 'array' and exists (
      select from jsonb_array_elements_text("body" -> 'orders_requested') as o(id) where o.id = any(${numbers}))`;
}
