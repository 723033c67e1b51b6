import type pg from 'pg';
import { NOT_AWAY } from './away';

export interface TaskGauges {
  /** Waiting, and their time has come. */
  readonly due: number;
  /** Held by a worker, or by one that is gone and hasn't been missed yet. */
  readonly inFlight: number;
  /** Shops that Shopify lets us do nothing for at the moment; their due tasks are not counted. */
  readonly suspendedShops: number;
  /** Until the next waiting task is due; 0 when one is due already, null when none waits. */
  readonly nextDueSeconds: number | null;
}

const GAUGES = `
  select
    (select count(*)::int from "Task" where "status" = 'waiting' and "dueAt" <= $1 and ${NOT_AWAY}) as "due",
    (select count(*)::int from "Task" where "status" = 'claimed') as "inFlight",
    (select count(*)::int from "Absence" where "backAt" is null) as "suspended",
    (select min("dueAt") from "Task" where "status" = 'waiting' and ${NOT_AWAY}) as "next"`;

export function createTaskGauges(pool: pg.Pool): (now: Date) => Promise<TaskGauges> {
  return async (now) => {
    const { rows } = await pool.query<{
      due: number;
      inFlight: number;
      suspended: number;
      next: Date | null;
    }>(GAUGES, [now]);
    const [row] = rows;
    if (!row) throw new Error('A count without a row');
    const { due, inFlight, suspended, next } = row;
    const wait = next && Math.max(0, next.getTime() - now.getTime()) / 1000;
    return { due, inFlight, suspendedShops: suspended, nextDueSeconds: wait };
  };
}
