import type { Transaction } from '../world/types';

/**
 * Whether an authorization can be captured several times: a fact of its payment method that stays true when its time is
 * over, and no longer once it was voided or captured for good. Source: none; Shopify's schema says only "whether the
 * transaction can be captured multiple times", and an authorization that ends can't be tried on a development store.
 */
export const isMultiCapturable = ({ multiCapturable, ended }: Transaction): boolean =>
  multiCapturable && ended !== 'voided' && ended !== 'captured';
