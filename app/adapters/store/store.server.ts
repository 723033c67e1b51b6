import { Prisma } from '@prisma/client';
import type { Db, PrismaClient } from '../../db.server';
import type { ShopId } from '../../domain/ids';
import type { Mode } from '../../domain/settings';
import type { Clock, Doorbell, Store, Tx } from '../../ports';
import { dueNow } from '../tasks/add-tasks.server';
import { dropTasks, redactShop } from './clear-shop.server';
import { translated } from './failures.server';
import { lockKeys, takeLocks, type Locks } from './locks.server';
import { redactCustomer } from './redact-customer.server';
import { openTx } from './tx.server';

/** What a task's claim adds to a transaction: its check before anything else, its end after everything else. */
export interface Guard {
  before(db: Db): Promise<void>;
  after(db: Db): Promise<void>;
}

/** For the adapters alone: the transaction of `Store` with a claim's guard around it. */
export interface GuardedStore extends Store {
  transactGuarded<T>(
    shop: ShopId,
    locks: Locks,
    guard: Guard | null,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T>;
}

export interface StoreParts {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  /** Rung after the commit for tasks that are due; whoever can't ring leaves it to the sweep. */
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly newShopMode: Mode;
}

export function createStore({ prisma, clock, doorbell, newShopMode }: StoreParts): GuardedStore {
  const transactGuarded: GuardedStore['transactGuarded'] = async (shop, locks, guard, work) => {
    const keys = lockKeys(shop, locks);
    const { result, added } = await prisma
      .$transaction(async (db) => {
        await guard?.before(db);
        await takeLocks(db, keys);
        const open = openTx(db, shop, newShopMode);
        const result = await work(open.tx);
        const added = await open.flush();
        await guard?.after(db);
        return { result, added };
      })
      .catch((error: unknown) => {
        throw translated(error);
      });
    const due = dueNow(added, clock.now());
    // Not waited for: the tasks are safe, and whoever asked shouldn't wait for the queue.
    if (due.length > 0) doorbell.ring(due).catch(() => undefined);
    return result;
  };

  return {
    transactGuarded,
    transact: (shop, locks, work) => transactGuarded(shop, locks, null, work),

    /** One picture of one moment; the database refuses writes. */
    read: (shop, work) =>
      prisma.$transaction(
        async (db) => {
          await db.$executeRaw`set transaction read only`;
          const open = openTx(db, shop, newShopMode);
          const result = await work(open.tx);
          await open.flush();
          return result;
        },
        { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
      ),

    async webhookBody(shop, webhookId) {
      const row = await prisma.webhook.findUnique({
        where: { shop_webhookId: { shop, webhookId } },
        select: { body: true },
      });
      return row?.body ?? null;
    },
    async forgetWebhookBody(shop, webhookId) {
      await prisma.webhook.updateMany({
        where: { shop, webhookId },
        data: { body: Prisma.DbNull },
      });
    },

    async forgetWebhooks(shop, before) {
      const where = { shop, receivedAt: { lt: before }, body: { equals: Prisma.DbNull } };
      await prisma.webhook.deleteMany({ where });
    },

    redactCustomer: (shop, input) => prisma.$transaction((db) => redactCustomer(db, shop, input)),
    redactShop: (shop) => prisma.$transaction((db) => redactShop(db, shop)),
    dropTasks: (shop) => dropTasks(prisma, shop),
  };
}
