import type pg from 'pg';
import { ShopId } from '../../domain/ids';
import { NOT_AWAY } from './away';

/** A claimed row, before its payload is understood. */
export interface Claimed {
  readonly taskId: string;
  readonly shop: ShopId;
  readonly kind: string;
  readonly payload: unknown;
  readonly epoch: number;
  readonly attempts: number;
}

interface Row extends Omit<Claimed, 'shop'> {
  readonly shop: string;
}

const STILL_OURS = `"id" = $1::bigint and "epoch" = $2 and "status" = 'claimed'`;

/**
 * Due by business time, or held by a worker that has not been heard of for the length of its lease (machine time). The tasks
 * of a suspended shop wait.
 */
const CLAIM = `
  update "Task" set "status" = 'claimed', "epoch" = "epoch" + 1, "attempts" = "attempts" + 1,
    "leaseUntil" = clock_timestamp() + $3 * interval '1 millisecond'
  where "id" = $1::bigint and (
    ("status" = 'waiting' and "dueAt" <= $2)
    or ("status" = 'claimed' and "leaseUntil" < clock_timestamp()))
    and ${NOT_AWAY}
  returning "id"::text as "taskId", "shop", "kind", "payload", "epoch", "attempts"`;

const RENEW = `
  update "Task" t set "leaseUntil" = clock_timestamp() + $2 * interval '1 millisecond'
  from jsonb_to_recordset($1::jsonb) as v("taskId" bigint, "epoch" int)
  where t."id" = v."taskId" and t."epoch" = v."epoch" and t."status" = 'claimed'`;

/** Back to waiting; into a waiting task with the same key, if there is one by now, which then takes the earlier time. */
const RELEASE = `
  with own as (
    select "id", "shop", "key" from "Task" where ${STILL_OURS} for update
  ), twin as (
    update "Task" t set "dueAt" = least(t."dueAt", $3) from own
    where t."shop" = own."shop" and t."key" = own."key" and t."status" = 'waiting'
    returning t."id"
  ), merged as (
    delete from "Task" where "id" in (select "id" from own) and exists (select from twin) returning "id"
  ), back as (
    update "Task" set "status" = 'waiting', "leaseUntil" = null, "dueAt" = $3,
      "attempts" = "attempts" - $4::int, "lastError" = coalesce($5, "lastError")
    where "id" in (select "id" from own) and not exists (select from twin) returning "id"
  )
  select from own`;

const BURY = `
  update "Task" set "status" = 'dead', "leaseUntil" = null, "lastError" = $3 where ${STILL_OURS}`;

const UNIQUE_VIOLATION = '23505';

export type Claims = ReturnType<typeof createClaims>;

/** The life of a claim. Each write names the epoch, so that a worker that was overtaken writes nothing. */
export function createClaims(pool: pg.Pool, leaseMs: number) {
  const changed = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    ((await pool.query(text, [...values])).rowCount ?? 0) > 0;

  return {
    async claim(taskId: string, now: Date): Promise<Claimed | null> {
      const { rows } = await pool.query<Row>(CLAIM, [taskId, now, leaseMs]);
      const [row] = rows;
      return row ? { ...row, shop: ShopId.parse(row.shop) } : null;
    },

    async renew(claims: readonly Pick<Claimed, 'taskId' | 'epoch'>[]): Promise<void> {
      const held = claims.map(({ taskId, epoch }) => ({ taskId, epoch }));
      if (held.length > 0) await pool.query(RENEW, [JSON.stringify(held), leaseMs]);
    },

    holds: ({ taskId, epoch }: Claimed): Promise<boolean> =>
      changed(`select from "Task" where ${STILL_OURS}`, [taskId, epoch]),

    async release(
      { taskId, epoch }: Claimed,
      to: { dueAt: Date; counted: boolean; error: string | null },
    ): Promise<boolean> {
      const values = [taskId, epoch, to.dueAt, to.counted ? 0 : 1, to.error];
      try {
        return await changed(RELEASE, values);
      } catch (error) {
        // A twin was added between the look and the write: now it is there to be merged into.
        if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) {
          return changed(RELEASE, values);
        }
        throw error;
      }
    },

    bury: ({ taskId, epoch }: Claimed, error: string): Promise<boolean> =>
      changed(BURY, [taskId, epoch, error]),

    remove: ({ taskId, epoch }: Claimed): Promise<boolean> =>
      changed(`delete from "Task" where ${STILL_OURS}`, [taskId, epoch]),
  };
}
