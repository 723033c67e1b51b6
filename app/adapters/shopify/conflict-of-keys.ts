import type { EffectResult } from '../../ports';
import type { UserError } from './refusals';

/**
 * What Shopify says about an idempotency key that it has seen before, told apart by its words: `refundCreate` gives no
 * codes. A call that is still under way will end by itself; anything else is for a person, since the first call with the
 * key may have given money back.
 */
export function conflictOfKeys(errors: readonly UserError[]): EffectResult | null {
  const said = errors.map(({ code, message }) => `${code ?? ''} ${message}`).join(' ');
  if (!/idempoten/i.test(said)) return null;
  if (/concurrent|in progress|already being/i.test(said))
    return { outcome: 'pending', reference: null };
  if (/previous.attempt.failed/i.test(said))
    return {
      outcome: 'refused',
      reason: 'Shopify tried this refund once and failed. Refund it in the order.',
      code: 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
    };
  return {
    outcome: 'refused',
    reason:
      'Shopify was asked for this refund before, with other figures. Look in the order whether the money went back before you refund it there.',
    code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
  };
}
