import type { Db } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import type { Mode } from '../../domain/settings';
import type { NewTask } from '../../domain/task';
import type { Tx } from '../../ports';
import { ADD_TASKS, tasksAsJson, type AddedTask } from '../tasks/add-tasks.server';
import { absenceRows } from './absences.server';
import { caseRows } from './cases.server';
import { demandRows } from './demand.server';
import { intentRows } from './intents.server';
import { knownOrderRows } from './known-orders.server';
import { messageRows } from './messages.server';
import { noticeRows } from './notices.server';
import { shopRows } from './shops.server';

/** A `Tx` and the tasks that it has gathered. */
export interface OpenTx {
  readonly tx: Tx;
  /** Writes the gathered tasks: one statement, in order of their keys, so that two transactions can't block each other. */
  flush(): Promise<AddedTask[]>;
}

export function openTx(db: Db, shop: ShopId, newShopMode: Mode): OpenTx {
  const gathered: NewTask[] = [];
  const tx: Tx = {
    shop,
    ...shopRows(db, shop, newShopMode),
    ...absenceRows(db, shop),
    ...caseRows(db, shop),
    ...demandRows(db, shop),
    ...noticeRows(db, shop),
    ...intentRows(db, shop),
    ...messageRows(db, shop),
    ...knownOrderRows(db, shop),
    async hasTask(taskId) {
      const where = { id: BigInt(taskId), shop, status: { in: ['waiting', 'claimed'] } };
      return (await db.task.count({ where })) > 0;
    },
    async readsLeft(by) {
      const rows = await db.$queryRaw<{ left: number }[]>`
        select count(*)::int as "left" from "Task" where "shop" = ${shop}
          and "kind" in ('look-at-order', 'share-item')
          and ("status" = 'claimed' or ("status" = 'waiting' and (${by}::timestamptz is null or "dueAt" <= ${by})))`;
      return rows[0]?.left ?? 0;
    },
    addTasks(tasks) {
      if (tasks.some((task) => task.shop !== shop)) throw new Error('A task of another shop');
      gathered.push(...tasks);
      return Promise.resolve();
    },
  };
  return {
    tx,
    flush: async () =>
      gathered.length === 0
        ? []
        : db.$queryRawUnsafe<AddedTask[]>(ADD_TASKS, tasksAsJson(gathered)),
  };
}
