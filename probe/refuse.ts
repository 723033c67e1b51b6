import { missingScopes } from './scopes';
import type { Store } from './shopify/store';

/** Out: one sentence when the store or the app is not one for the probe; null when it may begin. */
export function refusalOf(store: Store, granted: readonly string[]): string | null {
  if (!store.plan.partnerDevelopment)
    return `${store.myshopifyDomain} is not a development store (plan "${store.plan.publicDisplayName}"): the probe makes orders and moves money, so it works in development stores only.`;
  const missing = missingScopes(granted);
  return missing.length === 0
    ? null
    : `The probe's app lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}: docs/first-day.md lists what it needs.`;
}
