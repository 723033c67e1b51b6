import type { Store } from '../../ports';
import type { Db } from '../../db.server';

export type Locks = Parameters<Store['transact']>[1];

/** Items before orders and each in order of its id: two transactions never wait for each other in a circle. */
export function lockKeys(shop: string, locks: Locks): string[] {
  const keys = (kind: string, ids: readonly string[] = []): string[] =>
    [...new Set(ids)].sort().map((id) => `${kind}:${shop}:${id}`);
  return [...keys('item', locks.items), ...keys('order', locks.orders)];
}

/** Held until the transaction ends, however it ends. */
export async function takeLocks(db: Db, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 0))
    from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) with ordinality as k(key, place)
    order by place`;
}
