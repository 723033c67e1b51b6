import { z } from 'zod';
import { amount, by, count, domain, lineWish, optional, upper } from './pieces';

/* Orders, and what people do with them and their money. */

const skuLine = z.strictObject({
  sku: z.string(),
  quantity: count,
  location: z.string().optional(),
  delivery: z.enum(['LOCAL', 'NONE', 'PICKUP_POINT', 'PICK_UP', 'RETAIL', 'SHIPPING']).optional(),
  price: amount.optional(),
  tax: amount.optional(),
  upsell: z.boolean().optional(),
});

export const order = z.strictObject({
  shop: domain,
  email: optional(z.string()),
  phone: optional(z.string()),
  name: optional(z.string()),
  country: upper.default('US'),
  province: optional(z.string()),
  city: optional(z.string()),
  timezone: optional(z.string()),
  locale: z.string().default('en'),
  guest: z.boolean().default(false),
  lines: z.array(skuLine).min(1),
  gateway: z.string().default('shopify_payments'),
  presentmentCurrency: upper.optional(),
  rate: amount.optional(),
  giftCardAmount: amount.optional(),
  shipping: amount.default('0'),
  tax: amount.default('0'),
  taxesIncluded: z.boolean().default(false),
  extendedAuthorization: z.boolean().default(false),
  discount: amount.default('0'),
  risk: z
    .string()
    .default('none')
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(['ACCEPT', 'CANCEL', 'INVESTIGATE', 'NONE', 'PENDING'])),
  channel: z.string().default('web'),
  statedTime: z.string().optional(),
  paymentPending: z.boolean().default(false),
  payment: z.enum(['none', 'declined', 'authorized']).optional(),
  authorizationDays: z.number().positive().optional(),
  editable: z.boolean().default(true),
  test: z.boolean().default(false),
  createdAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  routing: z.union([z.literal('never'), z.literal('at-once'), z.number().nonnegative()]).optional(),
  force: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
});

export const edit = z.strictObject({
  lines: z.array(lineWish).default([]),
  add: z.array(z.strictObject({ sku: z.string(), quantity: count })).default([]),
  restock: z.boolean().default(true),
  notify: z.boolean().default(false),
  by: by.default('merchant'),
});
export const cancel = z.strictObject({
  reason: z
    .string()
    .default('CUSTOMER')
    .transform((text) => text.toUpperCase()),
  restock: z.boolean().default(true),
  refund: z.boolean().default(true),
  notify: z.boolean().default(false),
  by: by.default('merchant'),
});
export const capture = z.strictObject({
  amount: amount.optional(),
  transactionId: z.string().optional(),
  final: z.boolean().optional(),
  by: by.default('merchant'),
});
export const voided = z.strictObject({
  transactionId: z.string().optional(),
  by: by.default('merchant'),
});
export const refund = z.strictObject({
  lines: z
    .array(
      lineWish.extend({
        restockType: z
          .string()
          .default('CANCEL')
          .transform((text) => text.toUpperCase()),
      }),
    )
    .default([]),
  amount: z.union([z.literal('all'), amount]).optional(),
  shipping: z.boolean().default(false),
  notify: z.boolean().default(false),
  note: optional(z.string()),
  by: by.default('merchant'),
});
export const authorize = z.strictObject({
  amount: amount.optional(),
  gateway: z.string().optional(),
});
export const orderReturn = z.strictObject({ open: z.boolean() });
export const decline = z.strictObject({ captures: z.number().int().nonnegative().default(1) });
export const pay = z.strictObject({ gateway: z.string().optional() });
export const dispute = z.strictObject({
  initiatedAs: z.enum(['CHARGEBACK', 'INQUIRY']).default('CHARGEBACK'),
  status: z
    .enum(['NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST', 'ACCEPTED', 'PREVENTED'])
    .default('NEEDS_RESPONSE'),
});
