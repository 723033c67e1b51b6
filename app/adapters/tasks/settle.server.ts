import { type NoAccess, Unreachable } from '../../errors';
import type { AfterNoAccess, Claim, Clock, Log } from '../../ports';
import type { Claimed, Claims } from './claims.server';
import { errorText, outcomeOf } from './outcome';

interface SettleParts {
  readonly claims: Claims;
  readonly clock: Clock;
  readonly log: Log;
  readonly onDead: (claim: Claim, error: Error) => Promise<void>;
  readonly onNoAccess: (claim: Claim, error: NoAccess) => Promise<AfterNoAccess>;
  readonly maxAttempts?: number;
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** What becomes of a task whose attempt threw. `claim` is null when its payload wasn't understood. */
export function createSettle({ claims, clock, log, onDead, onNoAccess, maxAttempts }: SettleParts) {
  const again = (row: Claimed, waitMs: number, counted: boolean, error: string): Promise<boolean> =>
    claims.release(row, { dueAt: new Date(clock.now().getTime() + waitMs), counted, error });

  const apply = async (
    row: Claimed,
    claim: Claim | null,
    error: unknown,
  ): Promise<'stale' | 'failed'> => {
    const said = errorText(error);
    const fields = {
      task: row.taskId,
      shop: row.shop,
      kind: row.kind,
      attempts: row.attempts,
      error: said,
    };
    const outcome = outcomeOf(error, row, maxAttempts);
    if (outcome.kind === 'overtaken' || !(await claims.holds(row))) {
      log.debug(fields, 'another worker has the task');
      return 'stale';
    }
    switch (outcome.kind) {
      case 'no-access':
        log.info(fields, 'Shopify does not let us in');
        switch (claim === null ? 'ends' : await onNoAccess(claim, outcome.error)) {
          case 'ends':
            await claims.remove(row);
            return 'failed';
          case 'waits':
            return (await again(row, 0, false, said)) ? 'failed' : 'stale';
          case 'again':
            return await apply(row, claim, new Unreachable(said));
        }
      case 'dead':
        log.error(fields, 'the task is given up');
        // Told first: if we end between the two, the task is tried and given up once more.
        if (claim) await onDead(claim, asError(error));
        await claims.bury(row, said);
        return 'failed';
      case 'again':
        log.warn({ ...fields, waitMs: outcome.waitMs }, 'the task is tried again');
        return (await again(row, outcome.waitMs, outcome.counted, said)) ? 'failed' : 'stale';
    }
  };

  return async (row: Claimed, claim: Claim | null, error: unknown): Promise<'stale' | 'failed'> => {
    try {
      return await apply(row, claim, error);
    } catch (trouble) {
      log.error(
        { task: row.taskId, shop: row.shop, error: errorText(trouble) },
        'a failed task could not be settled',
      );
      // Best effort: without it the lease runs out, which comes to the same a little later.
      await again(row, 60_000, true, errorText(trouble)).catch(() => undefined);
      return 'failed';
    }
  };
}
