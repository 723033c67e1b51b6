import { z } from 'zod';
import type { Db } from '../../db.server';
import { Step } from '../../domain/case';
import { OrderId, type ShopId } from '../../domain/ids';
import type { KeptMessage, Tx } from '../../ports';
import { ordersOfCustomer } from './orders-of-customer.server';

type MessagePart = Pick<
  Tx,
  | 'messages'
  | 'keepMessage'
  | 'lastWordTo'
  | 'addChoiceLink'
  | 'choiceLink'
  | 'choiceLinks'
  | 'ordersOfCustomer'
>;

const Row = z.object({
  orderId: OrderId,
  key: z.string(),
  step: Step,
  customerKey: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  at: z.date(),
  outcome: z.enum(['attempting', 'sent', 'unclear', 'refused']),
}) satisfies z.ZodType<KeptMessage>;

const Link = z.object({
  id: z.string(),
  orderId: OrderId,
  generation: z.number(),
  expiresAt: z.date(),
});

export function messageRows(db: Db, shop: ShopId): MessagePart {
  return {
    async messages(orderId) {
      const rows = await db.message.findMany({
        where: { shop, orderId },
        orderBy: [{ at: 'asc' }, { key: 'asc' }],
      });
      return rows.map((row) => Row.parse(row));
    },

    async keepMessage({ orderId, key, ...words }) {
      await db.message.upsert({
        where: { shop_orderId_key: { shop, orderId, key } },
        create: { shop, orderId, key, ...words },
        update: words,
        select: { shop: true },
      });
    },

    /** One that may have gone out counts: better a word too late than two in a night. */
    async lastWordTo(customerKey) {
      if (customerKey === '') return null;
      const last = await db.message.findFirst({
        where: { shop, customerKey, outcome: { not: 'refused' } },
        orderBy: { at: 'desc' },
        select: { at: true },
      });
      return last?.at ?? null;
    },

    async addChoiceLink(link) {
      await db.choiceLink.create({ data: { shop, ...link }, select: { shop: true } });
    },

    async choiceLink(id) {
      const row = await db.choiceLink.findUnique({ where: { shop_id: { shop, id } } });
      return row && Link.parse(row);
    },

    async choiceLinks(orderId) {
      const rows = await db.choiceLink.findMany({
        where: { shop, orderId },
        orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map((row) => Link.parse(row));
    },

    ordersOfCustomer: (customerKey) => ordersOfCustomer(db, shop, customerKey),
  };
}
