export type AuthorizationDays = Readonly<Record<string, number>>;

/**
 * How long each gateway keeps an authorization, in days, where Shopify doesn't say (all plans but Plus). A shop may know
 * better (`Settings.authorizationDays`). A gateway that is in neither counts as the shortest of the known ones.
 */
export const AUTHORIZATION_DAYS: AuthorizationDays = {
  shopify_payments: 7,
  paypal: 29,
  klarna: 28,
};
const DEFAULT_DAYS = 7;

/** Null for a gateway that nobody knows. */
export const knownDays = (gateway: string, known: AuthorizationDays): number | null =>
  known[gateway] ?? AUTHORIZATION_DAYS[gateway] ?? null;

export function authorizationDaysOf(gateway: string, known: AuthorizationDays = {}): number {
  return knownDays(gateway, known) ?? DEFAULT_DAYS;
}
