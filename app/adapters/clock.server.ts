import type pg from 'pg';
import type { Clock, Log } from '../ports';

export interface DatabaseClock extends Clock {
  /** Measures for the first time; `now` is the machine's time before that. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * Business time is the database's, so that machines whose clocks differ agree on what is due. What is kept is the
 * difference to this machine's clock, measured again each minute because clocks drift.
 */
export function createDatabaseClock(
  pool: Pick<pg.Pool, 'query'>,
  options: { log?: Log; everyMs?: number } = {},
): DatabaseClock {
  let offset = 0;
  let timer: NodeJS.Timeout | undefined;

  const measure = async (): Promise<void> => {
    const before = Date.now();
    const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
    const after = Date.now();
    const [row] = rows;
    // The answer was made about half-way between asking and hearing.
    if (row) offset = row.now.getTime() - (before + after) / 2;
  };
  const measureAgain = (): void => {
    measure().catch((error: unknown) =>
      options.log?.warn(
        { err: error },
        'the database did not tell the time; the last difference is kept',
      ),
    );
  };

  return {
    now: () => new Date(Date.now() + offset),
    async start() {
      await measure();
      timer ??= setInterval(measureAgain, options.everyMs ?? 60_000).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
