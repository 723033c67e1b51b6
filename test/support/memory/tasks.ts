import type { ShopId } from '../../../app/domain/ids';
import type { AfterNoAccess } from '../../../app/ports';
import { taskKey, type NewTask, type TaskBody } from '../../../app/domain/task';
import { errorText, outcomeOf } from '../../../app/adapters/tasks/outcome';
import { createTable, type Undo } from './table';

export interface MemoryTask {
  readonly id: string;
  readonly shop: ShopId;
  readonly key: string;
  readonly body: TaskBody;
  readonly dueAt: Date;
  readonly status: 'waiting' | 'claimed' | 'dead';
  readonly epoch: number;
  readonly attempts: number;
  readonly lastError: string | null;
}

const byDue = (a: MemoryTask, b: MemoryTask): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || Number(a.id) - Number(b.id);

/** The rules of the task table, without leases: a worker in memory doesn't die. */
export function createMemoryTasks() {
  const rows = createTable<MemoryTask>();
  let lastId = 0;
  const waitingTwin = (task: Pick<MemoryTask, 'shop' | 'key'>): MemoryTask | undefined =>
    rows.least(
      (row) => row.status === 'waiting' && row.shop === task.shop && row.key === task.key,
      byDue,
    );
  const held = (id: string, epoch: number): MemoryTask | null => {
    const row = rows.get(id);
    return row?.status === 'claimed' && row.epoch === epoch ? row : null;
  };
  const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
  const isWaiting = (row: MemoryTask): boolean => row.status === 'waiting';
  const waiting = (): MemoryTask[] => rows.find(isWaiting).sort(byDue);
  const first = (sleeps: (task: MemoryTask) => boolean): MemoryTask | undefined =>
    rows.least((row) => isWaiting(row) && !sleeps(row), byDue);

  return {
    held,
    all: () => rows.values(),
    waiting,
    first,
    add(tasks: readonly NewTask[], undo: Undo): void {
      for (const { shop, body, dueAt } of tasks) {
        const key = taskKey(body);
        const twin = waitingTwin({ shop, key });
        if (twin) rows.set(twin.id, { ...twin, dueAt: earlier(twin.dueAt, dueAt) }, undo);
        else {
          const id = String(++lastId);
          const fresh = { status: 'waiting', epoch: 0, attempts: 0, lastError: null } as const;
          rows.set(id, { id, shop, key, body, dueAt, ...fresh }, undo);
        }
      }
    },
    claim(now: Date, sleeps: (task: MemoryTask) => boolean): MemoryTask | null {
      const row = first(sleeps);
      if (!row || row.dueAt > now) return null;
      const { epoch, attempts } = row;
      const claimed = {
        ...row,
        status: 'claimed',
        epoch: epoch + 1,
        attempts: attempts + 1,
      } as const;
      rows.set(row.id, claimed, []);
      return claimed;
    },
    remove: (id: string, undo: Undo): void => rows.delete(id, undo),
    removeWhere(fits: (task: MemoryTask) => boolean, undo: Undo): void {
      for (const row of rows.find(fits)) rows.delete(row.id, undo);
    },
    /** What an attempt that threw leads to; see `outcomeOf`. */
    settle(
      claimed: MemoryTask,
      error: unknown,
      now: Date,
      then: AfterNoAccess | null = null,
    ): 'overtaken' | 'no-access' | 'dead' | 'again' {
      const row = held(claimed.id, claimed.epoch);
      const outcome = outcomeOf(error, { taskId: claimed.id, attempts: claimed.attempts });
      if (!row || outcome.kind === 'overtaken') return 'overtaken';
      const lastError = errorText(error);
      const waits = then === 'waits';
      if (outcome.kind === 'no-access' && !waits) rows.delete(row.id, []);
      if (outcome.kind === 'dead') rows.set(row.id, { ...row, status: 'dead', lastError }, []);
      if (outcome.kind === 'again' || (outcome.kind === 'no-access' && waits)) {
        const { waitMs, counted } =
          outcome.kind === 'again' ? outcome : { waitMs: 0, counted: false };
        const dueAt = new Date(now.getTime() + waitMs);
        const attempts = row.attempts - (counted ? 0 : 1);
        const twin = waitingTwin(row);
        if (twin) rows.set(twin.id, { ...twin, dueAt: earlier(twin.dueAt, dueAt) }, []);
        if (twin) rows.delete(row.id, []);
        else rows.set(row.id, { ...row, status: 'waiting', dueAt, attempts, lastError }, []);
      }
      return outcome.kind;
    },
  };
}
export type MemoryTasks = ReturnType<typeof createMemoryTasks>;
