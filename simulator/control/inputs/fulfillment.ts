import { z } from 'zod';
import { by, count, domain, optional } from './pieces';

/* Fulfillment orders, requests to fulfillment services, and parcels. */

const foUnits = z
  .array(z.strictObject({ id: z.string().optional(), sku: z.string().optional(), quantity: count }))
  .default([]);
export const foHold = z.strictObject({
  lines: foUnits,
  reason: z
    .string()
    .default('OTHER')
    .transform((text) => text.toUpperCase()),
  reasonNotes: optional(z.string()),
  handle: optional(z.string()),
  by: z.enum(['other-app', 'merchant']).default('other-app'),
});
export const foRelease = z.strictObject({
  holdIds: z.array(z.string()).optional(),
  by: z.enum(['other-app', 'merchant']).default('merchant'),
});
export const foSplit = z.strictObject({ lines: foUnits, by: by.default('merchant') });
export const foMerge = z.strictObject({
  with: z.array(z.string()).min(1),
  by: by.default('merchant'),
});
export const foMove = z.strictObject({
  location: z.string(),
  lines: foUnits,
  by: by.default('merchant'),
});
export const foSubmit = z.strictObject({
  lines: foUnits,
  message: optional(z.string()),
  by: by.default('other-app'),
});
export const foAccept = z.strictObject({ message: optional(z.string()) });
export const foReject = foAccept;
export const foNothing = z.strictObject({ by: by.default('merchant') });
export const foAnswerCancellation = z.strictObject({
  accept: z.boolean(),
  message: optional(z.string()),
});

export const fulfillment = z.strictObject({
  shop: domain,
  orderId: z.string(),
  lines: z
    .array(
      z.strictObject({
        sku: z.string().optional(),
        lineItemId: z.string().optional(),
        quantity: count,
      }),
    )
    .optional(),
  trackingNumber: optional(z.string()),
  trackingCompany: optional(z.string()),
  notify: z.boolean().default(false),
  by: by.default('merchant'),
});
export const fulfillmentEvent = z.strictObject({
  status: z.string().transform((text) => text.toUpperCase()),
  message: optional(z.string()),
});
