import type { EffectResult } from '../../ports';
import type { UserError } from './refusals';

/*
 * What Shopify says about an idempotency key that it has seen before, told apart by its words: `refundCreate` gives no
 * codes. The sentences stand in Shopify's schema (2026-10) with the codes that other mutations give.
 */

/** "This request is currently in progress, please try again." */
const IN_PROGRESS = /request .*in progress|IDEMPOTENCY_CONCURRENT_REQUEST/i;
/** "A previous request with this idempotency key failed. Retry with a new idempotency key." */
const FAILED_BEFORE =
  /previous request with this idempotency key failed|IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED/i;
/** "The same idempotency key cannot be used with different operation parameters." */
const OTHER_PARAMETERS = /idempotency key|IDEMPOTENCY_/i;

/**
 * - A call under way ends by itself: what became of it is read from the order.
 * - After one that failed the order is read, and another key is used.
 * - One with other figures is for a person: the first call with the key may have given money back.
 *
 * Null when the errors speak of no key.
 */
export function conflictOfKeys(errors: readonly UserError[]): EffectResult | null {
  const said = errors.map(({ code, message }) => `${code ?? ''} ${message}`).join(' ');
  if (IN_PROGRESS.test(said)) return { outcome: 'pending', reference: null };
  if (FAILED_BEFORE.test(said)) return { outcome: 'key-spent' };
  if (!OTHER_PARAMETERS.test(said)) return null;
  return {
    outcome: 'refused',
    reason:
      'Shopify was asked for this refund before, with other figures. Look in the order whether the money went back before you refund it there.',
    code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
  };
}
