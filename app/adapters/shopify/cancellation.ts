import { z } from 'zod';
import type { EffectResult } from '../../ports';
import { NO_PLACE_TO_RESTOCK } from '../../domain/effects/restock';
import { refused, type UserError } from './refusals';

/** The job behind `orderCancel`, which may outlast the call. Parsed, because `node` may answer with any type. */
export const CancelJob = z.object({
  id: z.string(),
  done: z.boolean(),
  status: z.enum(['STARTED', 'SUCCEEDED', 'FAILED']),
  errors: z.array(z.object({ code: z.string().nullable(), message: z.string() })),
});
export type CancelJob = z.infer<typeof CancelJob>;

/**
 * Shopify refuses to restock at a deactivated location (schema 2026-10). Its sentence was recorded by nobody: any that
 * speaks of restocking or of a location counts.
 */
const SPEAKS_OF_PLACE = /restock|location/i;

export function cancellationRefused(errors: readonly UserError[]): EffectResult {
  if (errors.some(({ message }) => SPEAKS_OF_PLACE.test(message)))
    return { outcome: 'refused', reason: NO_PLACE_TO_RESTOCK, code: errors[0]?.code ?? null };
  return refused('Shopify did not cancel the order', errors);
}

export function cancellationResult(job: CancelJob): EffectResult {
  switch (job.status) {
    case 'SUCCEEDED':
      return { outcome: 'done', reference: job.id };
    case 'FAILED':
      return cancellationRefused(job.errors);
    case 'STARTED':
      return { outcome: 'pending', reference: job.id };
  }
}
