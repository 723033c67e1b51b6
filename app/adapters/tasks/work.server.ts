import type { Db } from '../../db.server';
import { StaleClaim } from '../../errors';
import type { Claim, Work } from '../../ports';
import type { GuardedStore, Guard } from '../store/store.server';

async function checkClaim(db: Db, { taskId, epoch }: Claim): Promise<void> {
  const held = await db.$queryRaw<unknown[]>`
    select 1 from "Task" where "id" = ${BigInt(taskId)} and "epoch" = ${epoch} and "status" = 'claimed' for update`;
  if (held.length === 0) throw new StaleClaim(`Task ${taskId} was taken over`);
}

async function removeTask(db: Db, { taskId, epoch }: Claim): Promise<void> {
  await db.task.deleteMany({ where: { id: BigInt(taskId), epoch, status: 'claimed' } });
}

/**
 * The row is locked for as long as the transaction runs: whoever would take the task over waits for it, and then finds
 * either a task that is done or one whose lease still has to run out.
 */
export function openWork(
  store: GuardedStore,
  claim: Claim,
  now: Date,
): { readonly work: Work; isFinished(): boolean } {
  let finished = false;
  const guard = (done: boolean): Guard => ({
    before: (db) => checkClaim(db, claim),
    after: (db) => (done ? removeTask(db, claim) : Promise.resolve()),
  });
  const work: Work = {
    claim,
    now,
    keep: (locks, act) => store.transactGuarded(claim.shop, locks, guard(false), act),
    async finish(locks, act) {
      const result = await store.transactGuarded(claim.shop, locks, guard(true), act);
      finished = true;
      return result;
    },
  };
  return { work, isFinished: () => finished };
}
