import { z } from 'zod';

/** What the pages read from the simulator's replies; all else passes unread. */

const text = z.string();
const maybe = z.string().nullish();
const amount = z.union([z.string(), z.number()]).transform(String);
const bag = z.object({ shop: amount, presentment: amount });
/** Seen by the customer. */
const price = z.union([bag.transform((both) => both.presentment), amount]);

export const shop = z.object({
  domain: text,
  name: text.default(''),
  email: maybe,
  plan: text,
  captureMode: text,
  currency: text,
  timezone: text.default('UTC'),
  installed: z.boolean().default(true),
});

export const product = z.object({
  sku: text,
  title: text,
  vendor: text.default(''),
  price: amount,
  tracked: z.boolean().default(true),
  inventoryPolicy: text.default('CONTINUE'),
});

export const shopWithProducts = shop.extend({
  products: z.array(product).default([]),
  orders: z.array(z.unknown()).default([]),
  locations: z.array(z.object({ name: text })).default([]),
});

export const level = z.object({
  sku: text,
  title: text.optional(),
  location: text,
  available: z.number(),
  onHand: z.number(),
  committed: z.number().default(0),
});

const hold = z.object({ id: text, reason: text, reasonNotes: maybe, by: text.default('app') });

const fulfillmentOrder = z.object({
  id: text,
  status: text,
  requestStatus: text.default(''),
  requests: z.array(z.object({ kind: text, open: z.boolean() })).default([]),
  locationId: text.default(''),
  lines: z.array(z.object({ lineId: text, total: z.number(), remaining: z.number() })).default([]),
  holds: z.array(hold).default([]),
});

const fulfillment = z.object({
  id: text,
  name: text.default(''),
  status: text,
  tracking: z.array(z.object({ number: maybe })).default([]),
  events: z.array(z.object({ status: text, happenedAt: text })).default([]),
  createdAt: text,
});

const transaction = z.object({
  id: text,
  kind: text,
  status: text,
  gateway: text.default(''),
  amount: price,
  createdAt: text,
  expiresAt: maybe,
  ended: maybe,
});

const line = z.object({
  id: text,
  sku: text,
  title: text,
  quantity: z.number(),
  removed: z.number().default(0),
  fulfilled: z.number().default(0),
  unfulfilledQuantity: z.number().default(0),
  unitPrice: price.optional(),
});

export const order = z.object({
  id: text,
  shop: text,
  name: text,
  token: text.default(''),
  createdAt: text,
  cancelledAt: maybe,
  cancelReason: maybe,
  email: maybe,
  test: z.boolean().default(false),
  presentmentCurrency: text.default(''),
  displayFinancialStatus: maybe,
  displayFulfillmentStatus: text.default(''),
  currentTotal: amount.optional(),
  outstanding: amount.optional(),
  paymentUrl: maybe,
  gateway: text.default(''),
  risk: text.default('NONE'),
  lines: z.array(line).default([]),
  transactions: z.array(transaction).default([]),
  fulfillmentOrders: z.array(fulfillmentOrder).default([]),
  fulfillments: z.array(fulfillment).default([]),
  disputes: z.array(z.object({ status: text, initiatedAs: text })).default([]),
});

export const ledgerRow = z.object({
  seq: z.number(),
  shop: text,
  kind: text,
  orderId: maybe,
  target: maybe,
  amount: amount.nullish(),
  currency: maybe,
  quantity: z.number().nullish(),
  by: text.default(''),
  detail: z.record(z.string(), z.unknown()).default({}),
  at: text,
});

export const message = z.object({
  id: text,
  sender: text,
  kind: maybe,
  shop: maybe,
  to: text,
  from: text,
  subject: text,
  text,
  html: text,
  headers: z.record(z.string(), z.string()).default({}),
  links: z.array(text).default([]),
  receivedAt: text,
});

export const clock = z.object({
  now: text,
  next: maybe,
  appNext: maybe,
  rate: z.number().default(0),
});

export const activeFaults = z.object({
  faults: z
    .array(
      z.object({
        target: text,
        mode: text,
        left: z.number().nullish(),
        rate: z.number().nullish(),
        shop: maybe,
      }),
    )
    .default([]),
  smtp: z
    .array(z.object({ mode: text, count: z.number().nullish(), rate: z.number().nullish() }))
    .default([]),
});

export type Shop = z.infer<typeof shop>;
export type Product = z.infer<typeof product>;
export type Level = z.infer<typeof level>;
export type Order = z.infer<typeof order>;
export type FulfillmentOrder = z.infer<typeof fulfillmentOrder>;
export type LedgerRow = z.infer<typeof ledgerRow>;
export type Message = z.infer<typeof message>;
