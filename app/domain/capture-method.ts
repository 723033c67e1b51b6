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

/** Of a part that goes first Shopify captures its own money; else its capture waits for the entire order. */
export function capturesParts(shop: Shop): boolean {
  return captureMethodOf(shop) === 'per-fulfillment';
}
