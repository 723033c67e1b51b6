import { z } from 'zod';

/** Ids are branded so that, say, a line's id can't stand where an order's belongs. All but `ShopId` are Shopify's global ids. */
export const ShopId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'is not a myshopify.com domain')
  .brand<'ShopId'>();
export type ShopId = z.infer<typeof ShopId>;

export const OrderId = z
  .string()
  .regex(/^gid:\/\/shopify\/Order\/\d+$/)
  .brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

export const LineId = z.string().startsWith('gid://shopify/LineItem/').brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

export const ItemId = z.string().startsWith('gid://shopify/InventoryItem/').brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;

export const LocationId = z.string().startsWith('gid://shopify/Location/').brand<'LocationId'>();
export type LocationId = z.infer<typeof LocationId>;

export const FulfillmentOrderId = z
  .string()
  .startsWith('gid://shopify/FulfillmentOrder/')
  .brand<'FulfillmentOrderId'>();
export type FulfillmentOrderId = z.infer<typeof FulfillmentOrderId>;

export const TransactionId = z
  .string()
  .startsWith('gid://shopify/OrderTransaction/')
  .brand<'TransactionId'>();
export type TransactionId = z.infer<typeof TransactionId>;
