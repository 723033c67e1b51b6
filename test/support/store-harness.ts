import { createStore } from '../../app/adapters/store/store.server';
import { createPool, createPrisma } from '../../app/db.server';
import type { ItemId, ShopId } from '../../app/domain/ids';
import type { Store } from '../../app/ports';
import { freshDatabase } from './database';
import { createMemoryStore, type MemoryStore } from './memory-store';

/** A store and, for the test alone, a look at what its port doesn't show. Its clock stands still. */
export interface StoreHarness {
  readonly store: Store;
  clear(): Promise<void>;
  close(): Promise<void>;
  waitingTasks(): Promise<{ shop: string; key: string; dueAt: Date }[]>;
  available(shop: ShopId, item: ItemId): Promise<number | null>;
  /** A delivery of which the body is needed; it came in at noon of March 1st unless said. */
  keepBody(shop: ShopId, webhookId: string, body: object, at?: Date): Promise<void>;
}

export const TABLES = [
  ...['Session', 'Shop', 'Webhook', 'Task', 'Demand', 'Stock', 'Case', 'Timeline', 'Intent'],
  ...['Message', 'ChoiceLink', 'KnownOrder', 'ShopNotice', 'Absence'],
];

/** A server far from UTC: instants must come back as they went. */
async function useAnotherTimezone(url: string): Promise<void> {
  const pool = createPool(url);
  const name = new URL(url).pathname.slice(1);
  await pool.query(`alter database "${name}" set timezone = 'Pacific/Auckland'`);
  await pool.end();
}

export async function openRealHarness(): Promise<StoreHarness> {
  const { url, drop } = await freshDatabase();
  await useAnotherTimezone(url);
  const prisma = createPrisma(url);
  const pool = createPool(url);
  const store = createStore({
    prisma,
    clock: { now: () => new Date('2026-03-01T12:00:00Z') },
    doorbell: { ring: () => Promise.resolve() },
    newShopMode: 'ask',
  });
  const truncate = `truncate ${TABLES.map((name) => `"${name}"`).join(', ')}`;
  return {
    store,
    clear: async () => void (await pool.query(truncate)),
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await drop();
    },
    async waitingTasks() {
      const { rows } = await pool.query<{ shop: string; key: string; dueAt: Date }>(
        `select "shop", "key", "dueAt" from "Task" where "status" = 'waiting' order by "shop", "key"`,
      );
      return rows;
    },
    async available(shop, itemId) {
      const row = await prisma.stock.findFirst({ where: { shop, itemId } });
      return row?.available ?? null;
    },
    async keepBody(shop, webhookId, body, at = new Date('2026-03-01T12:00:00Z')) {
      await prisma.webhook.create({
        data: { shop, webhookId, topic: 'customers/redact', triggeredAt: at, receivedAt: at, body },
      });
    },
  };
}

export function openMemoryHarness(): Promise<StoreHarness> {
  let store: MemoryStore = createMemoryStore({ newShopMode: 'ask' });
  const byKey = (a: { shop: string; key: string }, b: { shop: string; key: string }): number =>
    `${a.shop} ${a.key}` < `${b.shop} ${b.key}` ? -1 : 1;
  return Promise.resolve({
    get store() {
      return store;
    },
    clear() {
      store = createMemoryStore({ newShopMode: 'ask' });
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    waitingTasks: () =>
      Promise.resolve(
        store
          .dueTasks(new Date('9999-12-31'))
          .map(({ shop, key, dueAt }) => ({ shop, key, dueAt }))
          .sort(byKey),
      ),
    available: (shop, itemId) => Promise.resolve(store.availableOf(shop, itemId)),
    keepBody: (shop, webhookId, body) =>
      Promise.resolve(store.keepWebhookBody(shop, webhookId, body)),
  });
}
