import type pg from 'pg';
import type { Doorbell, Log } from '../../ports';
import { GOES_ON, NOT_AWAY } from './away';
import { errorText } from './outcome';

const BATCH = 200;

/**
 * Each shop's first, then each shop's second, and so on: one shop's thousands don't keep another's one waiting. The shops are
 * found one after the other by the index `task_shop_due`, and of each no more is read than could have its turn. Of a
 * suspended shop only the kinds that go on have one.
 */
export const DUE = `
  with recursive "shops" as (
    (select "shop" from "Task" where "status" = 'waiting' order by "shop" limit 1)
    union all
    select (select t."shop" from "Task" t where t."status" = 'waiting' and t."shop" > "shops"."shop"
      order by t."shop" limit 1)
    from "shops" where "shops"."shop" is not null
  ), "known" as (
    select s."shop", exists (
      select from "Absence" a where a."shop" = s."shop" and a."backAt" is null) as "away"
    from "shops" s where s."shop" is not null
  )
  select "id"::text as "id" from (
    select d."id", d."dueAt", row_number() over (partition by k."shop" order by d."dueAt", d."id") as "turn"
    from "known" k cross join lateral (
      (select "id", "dueAt" from "Task" where "status" = 'waiting' and not k."away"
        and "shop" = k."shop" and "dueAt" <= $1 order by "dueAt", "id" limit $2)
      union all
      (select "id", "dueAt" from "Task" where "status" = 'waiting' and k."away" and ${GOES_ON}
        and "shop" = k."shop" and "dueAt" <= $1 order by "dueAt", "id" limit $2)
    ) d
  ) due order by "turn", "dueAt", "id" limit $2`;

/** Only what may be claimed: of a suspended shop the kinds that go on. */
export const ABANDONED = `
  select "id"::text as "id" from "Task"
  where "status" = 'claimed' and "leaseUntil" < clock_timestamp() and ${NOT_AWAY} order by "leaseUntil" limit $1`;

export interface Sweep {
  start(): void;
  stop(): Promise<void>;
}

/**
 * The other half of "the queue is a doorbell": rings for whatever is due by now and for what a dead worker left behind,
 * so that a ring that was never heard costs a moment and nothing else.
 */
export function createSweep(parts: {
  readonly pool: pg.Pool;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly now: () => Date;
  readonly log: Log;
  readonly everyMs: number;
}): Sweep {
  const { pool, doorbell, now, log, everyMs } = parts;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  let stopped = true;

  const sweep = async (): Promise<void> => {
    const due = await pool.query<{ id: string }>(DUE, [now(), BATCH]);
    const abandoned = await pool.query<{ id: string }>(ABANDONED, [BATCH]);
    await doorbell.ring([...abandoned.rows, ...due.rows].map((row) => row.id));
  };
  /** The next one begins a while after this one ended, however long it took. */
  const arm = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      current = sweep()
        .catch((error: unknown) =>
          log.warn({ error: errorText(error) }, 'the sweep failed; it comes again'),
        )
        .finally(arm);
    }, everyMs);
  };

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      arm();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
