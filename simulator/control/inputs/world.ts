import { z } from 'zod';
import { domain } from './pieces';

/* Tokens, mails, the clock. */

export const customerToken = z.strictObject({
  shop: domain,
  orderId: z.string(),
  signedIn: z.boolean().default(false),
});
export const sessionToken = z.strictObject({ shop: domain, userId: z.string().default('1') });
export const mailReply = z.strictObject({ messageId: z.string(), text: z.string() });
export const mailBounce = z.strictObject({ messageId: z.string() });
export const clock = z.strictObject({
  advance: z.string().optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  to: z.literal('next').optional(),
  rate: z.union([z.literal(0), z.literal(1)]).optional(),
});
export const customer = z.strictObject({ customer: z.string().optional() });
