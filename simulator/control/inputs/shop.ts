import { z } from 'zod';
import { amount, by, domain, upper } from './pieces';

/* Stores and what they sell. */

/** The switches of a store, each of them optional; also what a file of facts may hold. */
export const switches = {
  voidedPayable: z.boolean().optional(),
  updatedAtExpiry: z.boolean().optional(),
  holdBlocksCapture: z.boolean().optional(),
  removalCaptures: z.boolean().optional(),
  outstandingExcludesAuthorized: z.boolean().optional(),
  capturesPend: z.boolean().optional(),
  acceptedCanBeHeld: z.boolean().optional(),
  termsPayable: z.boolean().optional(),
  authorizedTakesTerms: z.boolean().optional(),
  givenBackIsReplaced: z.boolean().optional(),
  releaseMerges: z.boolean().optional(),
  oldestSurvivesMerge: z.boolean().optional(),
  cancellationRequestShows: z.boolean().optional(),
  autoFulfil: z.boolean().optional(),
  routingToldForOwn: z.boolean().optional(),
  unstockedLeave: z.boolean().optional(),
  suggestsWholePrice: z.boolean().optional(),
};
export const switchNames = Object.keys(switches) as (keyof typeof switches)[];

const shopFields = {
  name: z.string().optional(),
  plan: z.enum(['basic', 'advanced', 'plus']),
  captureMode: z.enum(['manual', 'checkout', 'on-fulfillment', 'per-fulfillment']),
  timezone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'is not a known timezone',
    ),
  currency: upper.refine((code) => /^[A-Z]{3}$/.test(code), 'must be a currency code'),
  countryCode: upper,
  scopes: z
    .union([
      z.array(z.string()),
      z.string().transform((text) =>
        text
          .split(',')
          .map((scope) => scope.trim())
          .filter(Boolean),
      ),
    ])
    .optional(),
  protectedData: z.boolean(),
  custom: z.boolean(),
  ratesToday: z.record(upper, amount).optional(),
  developmentStore: z.boolean().optional(),
  refundsTakeMs: z.number().int().nonnegative().optional(),
  showsEndedForMs: z.number().int().nonnegative().optional(),
  ...switches,
};
export const newShop = z.strictObject({
  shop: domain,
  ...shopFields,
  plan: shopFields.plan.default('basic'),
  captureMode: shopFields.captureMode.default('manual'),
  timezone: shopFields.timezone.default('America/New_York'),
  currency: shopFields.currency.default('USD'),
  countryCode: shopFields.countryCode.default('US'),
  protectedData: shopFields.protectedData.default(true),
  custom: shopFields.custom.default(false),
  install: z.boolean().default(true),
  mode: z.string().optional(),
});
export const shopPatch = z.strictObject(shopFields).partial();

export const location = z.strictObject({
  shop: domain,
  name: z.string().min(1),
  kind: z.enum(['merchant', 'third-party']).default('merchant'),
  countryCode: upper.optional(),
});
export const product = z.strictObject({
  shop: domain,
  sku: z.string().min(1),
  title: z.string().optional(),
  vendor: z.string().default(''),
  price: amount.default('10.00'),
  available: z.number().int().default(0),
  location: z.string().optional(),
  inventoryPolicy: z
    .string()
    .default('continue')
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(['CONTINUE', 'DENY'])),
  tracked: z.boolean().default(true),
  requiresShipping: z.boolean().default(true),
  giftCard: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
});

export const inventory = z
  .strictObject({
    shop: domain,
    sku: z.string(),
    location: z.string().optional(),
    set: z.number().int().optional(),
    adjust: z.number().int().optional(),
    of: z.enum(['available', 'on_hand']).default('available'),
    by: by.default('merchant'),
    reason: z.string().default('correction'),
  })
  .refine(
    (wish) => (wish.set === undefined) !== (wish.adjust === undefined),
    'give either set or adjust',
  );

export const stocking = z.strictObject({
  shop: domain,
  sku: z.string(),
  location: z.string().optional(),
});
