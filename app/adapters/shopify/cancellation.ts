import { z } from 'zod';
import type { EffectResult } from '../../ports';
import { refused } from './refusals';

/** The job behind `orderCancel`, which may outlast the call. Parsed, because `node` may answer with any type. */
export const CancelJob = z.object({
  id: z.string(),
  done: z.boolean(),
  status: z.enum(['STARTED', 'SUCCEEDED', 'FAILED']),
  errors: z.array(z.object({ code: z.string().nullable(), message: z.string() })),
});
export type CancelJob = z.infer<typeof CancelJob>;

export function cancellationResult(job: CancelJob): EffectResult {
  switch (job.status) {
    case 'SUCCEEDED':
      return { outcome: 'done', reference: job.id };
    case 'FAILED':
      return refused('Shopify did not cancel the order', job.errors);
    case 'STARTED':
      return { outcome: 'pending', reference: job.id };
  }
}
