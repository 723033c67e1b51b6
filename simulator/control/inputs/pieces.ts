import { z } from 'zod';

/* What several calls of /_sim have in common. */

/** Amounts may come as numbers or strings; they are kept as strings. */
export const amount = z
  .union([
    z.string().regex(/^\d+(\.\d+)?$/, 'must be an amount like 12.50'),
    z.number().nonnegative(),
  ])
  .transform(String);
export const domain = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'must look like name.myshopify.com');
export const upper = z.string().transform((text) => text.toUpperCase());
export const count = z.number().int().positive();

/** A field that may be left out or null: null then. */
export const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? null);

export const by = z.enum(['merchant', 'other-app', 'customer', 'shopify']);
export const lineWish = z.strictObject({
  sku: z.string().optional(),
  lineItemId: z.string().optional(),
  quantity: z.number().int().nonnegative(),
});
