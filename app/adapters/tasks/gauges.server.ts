import type pg from 'pg';

export interface TaskGauges {
  /** Waiting, and their time has come. */
  readonly due: number;
  /** Held by a worker, or by one that is gone and hasn't been missed yet. */
  readonly inFlight: number;
  /** Until the next waiting task is due; 0 when one is due already, null when none waits. */
  readonly nextDueSeconds: number | null;
}

const GAUGES = `
  select
    (select count(*)::int from "Task" where "status" = 'waiting' and "dueAt" <= $1) as "due",
    (select count(*)::int from "Task" where "status" = 'claimed') as "inFlight",
    (select min("dueAt") from "Task" where "status" = 'waiting') as "next"`;

export function createTaskGauges(pool: pg.Pool): (now: Date) => Promise<TaskGauges> {
  return async (now) => {
    const { rows } = await pool.query<{ due: number; inFlight: number; next: Date | null }>(
      GAUGES,
      [now],
    );
    const [row] = rows;
    if (!row) throw new Error('A count without a row');
    const { due, inFlight, next } = row;
    const wait = next && Math.max(0, next.getTime() - now.getTime()) / 1000;
    return { due, inFlight, nextDueSeconds: wait };
  };
}
