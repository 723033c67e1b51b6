import type pg from 'pg';
import type { TaskKind } from '../../domain/task';

const DUTIES: readonly TaskKind[] = ['redact-customer', 'report-customer-data', 'redact-shop'];

/** Those that were put off at least once say since when they wait. Dead rows have a successor that waits. */
const OLDEST = `
  select min(("payload" ->> 'since')::timestamptz) as "since" from "Task"
  where "kind" = any($1) and "status" <> 'dead'`;

/**
 * For how many seconds what the law asks for has been waiting: a shop or a customer to be erased, data to be handed out. 0
 * when nothing waits.
 */
export function createOldestDuty(pool: pg.Pool): (now: Date) => Promise<number> {
  return async (now) => {
    const { rows } = await pool.query<{ since: Date | null }>(OLDEST, [DUTIES]);
    const since = rows[0]?.since ?? null;
    return since === null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000);
  };
}
