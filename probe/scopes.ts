/**
 * What the probe's own app asks for. The app's scopes are fewer and stay as they are: it makes no products, orders,
 * places or services.
 */
export const PROBE_SCOPES: readonly string[] = [
  'write_orders',
  'write_order_edits',
  'write_payment_terms',
  'write_products',
  'write_inventory',
  'write_locations',
  'write_fulfillments',
  'write_merchant_managed_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'write_assigned_fulfillment_orders',
];

/** In: the scopes that the app has. Out: those that the probe needs and that are missing. */
export const missingScopes = (granted: readonly string[]): string[] =>
  PROBE_SCOPES.filter((scope) => !granted.includes(scope));
