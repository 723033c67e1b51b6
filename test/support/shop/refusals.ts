import { refused, type UserError } from '../../../app/adapters/shopify/refusals';
import type { EffectResult } from '../../../app/ports';
import { Refusal } from '../../../simulator/world/refusal';

/** Does it; what Shopify refuses is told as the adapter tells it. */
export function answered(
  what: string | ((errors: readonly UserError[]) => EffectResult),
  act: () => EffectResult,
): EffectResult {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = [{ code: error.code, message: error.message }];
    return typeof what === 'string' ? refused(what, errors) : what(errors);
  }
}

/** The code and words of what Shopify refuses; null for what it does. */
export function refusalOf(act: () => void): Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What a person tries that Shopify doesn't let them do is not done. */
export const allowed = (act: () => void): boolean => refusalOf(act) === null;
