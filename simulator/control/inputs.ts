import { z } from 'zod';

/** What /_sim accepts. Amounts may come as numbers or strings; they are kept as strings. */
export const amount = z
  .union([
    z.string().regex(/^\d+(\.\d+)?$/, 'must be an amount like 12.50'),
    z.number().nonnegative(),
  ])
  .transform(String);
const domain = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'must look like name.myshopify.com');
const upper = z.string().transform((text) => text.toUpperCase());
const count = z.number().int().positive();

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

const skuLine = z.strictObject({
  sku: z.string(),
  quantity: count,
  location: z.string().optional(),
  delivery: z.enum(['LOCAL', 'NONE', 'PICKUP_POINT', 'PICK_UP', 'RETAIL', 'SHIPPING']).optional(),
  price: amount.optional(),
  tax: amount.optional(),
  upsell: z.boolean().optional(),
});
const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? null);
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

const lineWish = z.strictObject({
  sku: z.string().optional(),
  lineItemId: z.string().optional(),
  quantity: z.number().int().nonnegative(),
});
export const by = z.enum(['merchant', 'other-app', 'customer', 'shopify']);
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
export { domain };
