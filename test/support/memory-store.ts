import { isAway } from '../../app/domain/absence';
import type { ItemId, ShopId } from '../../app/domain/ids';
import type { Mode } from '../../app/domain/settings';
import { goesOnWhileAway, type NewTask } from '../../app/domain/task';
import { OWED_AFTER_UNINSTALL } from '../../app/adapters/store/clear-shop.server';
import { StaleClaim } from '../../app/errors';
import type { AfterNoAccess, Store, Tx, Work } from '../../app/ports';
import { redactRows } from './memory/redact';
import { createShopRows, type ShopRows } from './memory/shop-rows';
import type { Undo } from './memory/table';
import { createMemoryTasks, type MemoryTask } from './memory/tasks';
import { openMemoryTx } from './memory/tx';

/** A task that was taken. Whoever performs it says how it ended: with nothing, or with what it threw. */
export interface TakenTask {
  readonly work: Work;
  /** `again`, `dead` and `no-access` call for what the engine's callbacks would do. */
  end(
    error?: unknown,
    then?: AfterNoAccess | null,
  ): 'done' | 'overtaken' | 'no-access' | 'dead' | 'again';
}

export interface MemoryStore extends Store {
  dueTasks(now: Date): MemoryTask[];
  nextDueAt(): Date | null;
  deadTasks(): MemoryTask[];
  /** Claims the task that is due first; null when none is due. */
  take(now: Date): TakenTask | null;
  keepWebhookBody(shop: ShopId, webhookId: string, body: unknown): void;
  availableOf(shop: ShopId, itemId: ItemId): number | null;
}

/**
 * The store in memory, for the histories: the same contract as the real one (test/contract/store), one
 * transaction at a time.
 */
export function createMemoryStore({
  newShopMode = 'automatic',
}: { newShopMode?: Mode } = {}): MemoryStore {
  const shops = new Map<ShopId, ShopRows>();
  const tasks = createMemoryTasks();
  let turn: Promise<unknown> = Promise.resolve();

  const rowsOf = (shop: ShopId): ShopRows => {
    const rows = shops.get(shop) ?? createShopRows();
    shops.set(shop, rows);
    return rows;
  };
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const run = <T>(
    shop: ShopId,
    work: (tx: Tx) => Promise<T>,
    ends: { before?: () => void; after?: (undo: Undo, added: readonly NewTask[]) => void },
  ): Promise<T> =>
    inTurn(async () => {
      const undo: Undo = [];
      const added: NewTask[] = [];
      try {
        ends.before?.();
        const result = await work(
          openMemoryTx(shop, rowsOf(shop), {
            undo,
            tasks: added,
            newShopMode,
            isToBeLookedAt: (orderId, by) =>
              tasks
                .all()
                .some(
                  ({ shop: of, body, status, dueAt }) =>
                    of === shop &&
                    body.kind === 'look-at-order' &&
                    body.orderId === orderId &&
                    (status === 'claimed' || (status === 'waiting' && dueAt <= by)),
                ),
            readsLeft: (by) =>
              tasks
                .all()
                .filter(
                  ({ shop: of, body, status, dueAt }) =>
                    of === shop &&
                    ['look-at-order', 'share-item'].includes(body.kind) &&
                    (status === 'claimed' ||
                      (status === 'waiting' && (by === null || dueAt <= by))),
                ).length,
            hasTask: (id) =>
              tasks
                .all()
                .some((row) => row.id === id && row.shop === shop && row.status !== 'dead'),
          }),
        );
        tasks.add(added, undo);
        ends.after?.(undo, added);
        return result;
      } catch (error) {
        for (const takeBack of undo.reverse()) takeBack();
        throw error;
      }
    });

  /** The tasks of a suspended shop wait, as in the database. */
  const sleeps = ({ shop, body }: MemoryTask): boolean =>
    !goesOnWhileAway(body) && isAway(shops.get(shop)?.absence.get('') ?? null);

  const take = (now: Date): TakenTask | null => {
    const task = tasks.claim(now, sleeps);
    if (!task) return null;
    const { id, shop, body, epoch, attempts } = task;
    const before = (): void => {
      if (!tasks.held(id, epoch)) throw new StaleClaim(`Task ${id} was taken over`);
    };
    const work: Work = {
      claim: { taskId: id, shop, body, epoch, attempts },
      now,
      keep: (_locks, act) => run(shop, act, { before }),
      finish: (_locks, act) => run(shop, act, { before, after: (undo) => tasks.remove(id, undo) }),
    };
    const end: TakenTask['end'] = (error, then = null) => {
      if (error !== undefined) return tasks.settle(task, error, now, then);
      tasks.remove(id, []);
      return 'done';
    };
    return { work, end };
  };

  return {
    transact: (shop, _locks, work) => run(shop, work, {}),
    read: (shop, work) =>
      run(shop, work, {
        after(undo, added) {
          if (undo.length > 0 || added.length > 0)
            throw new Error('A write in a transaction that only reads');
        },
      }),
    webhookBody: async (shop, webhookId) => rowsOf(shop).bodies.get(webhookId)?.body ?? null,
    forgetWebhookBody: async (shop, webhookId) => rowsOf(shop).bodies.delete(webhookId, []),
    // Deliveries are the inbox's: this store keeps none.
    forgetWebhooks: async () => undefined,
    redactCustomer: (shop, input) => inTurn(async () => redactRows(rowsOf(shop), input)),
    redactShop: (shop) =>
      inTurn(async () => {
        shops.delete(shop);
        tasks.removeWhere((task) => task.shop === shop && task.body.kind !== 'redact-shop', []);
      }),
    dropTasks: (shop) =>
      inTurn(async () => {
        const owed = (task: MemoryTask): boolean => OWED_AFTER_UNINSTALL.includes(task.body.kind);
        tasks.removeWhere((task) => task.shop === shop && !owed(task), []);
      }),

    dueTasks: (now) => tasks.waiting().filter((task) => task.dueAt <= now),
    nextDueAt: () => tasks.first(sleeps)?.dueAt ?? null,
    deadTasks: () => tasks.all().filter((task) => task.status === 'dead'),
    take,
    availableOf: (shop, itemId) =>
      rowsOf(shop).stock.find((row) => row.itemId === itemId)[0]?.available ?? null,
    keepWebhookBody: (shop, webhookId, body) => rowsOf(shop).bodies.set(webhookId, { body }, []),
  };
}
