import type { CaptureMethod, Shop } from './settings';

/** The merchant's word, else what the orders show. */
export function captureMethodOf({ settings, captureMethod }: Shop): CaptureMethod | null {
  return settings.captureMethod ?? captureMethod;
}

/** Shopify captures by itself as the goods are fulfilled: we see that the authorization lives, and leave it to that. */
export function capturesAtFulfillment(shop: Shop): boolean {
  const method = captureMethodOf(shop);
  return method === 'on-fulfillment' || method === 'per-fulfillment';
}
