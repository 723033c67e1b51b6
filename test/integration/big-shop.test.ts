import type pg from 'pg';
import { z } from 'zod';
import { createPanelReads } from '../../app/adapters/store/panel.server';
import { createStore, type GuardedStore } from '../../app/adapters/store/store.server';
import { DUE } from '../../app/adapters/tasks/sweep.server';
import { createTaskEngine } from '../../app/adapters/tasks/engine.server';
import { createPool, createPrisma, type PrismaClient } from '../../app/db.server';
import { ShopId } from '../../app/domain/ids';
import type { Deps } from '../../app/use-cases/deps';
import { installShop } from '../../app/use-cases/install';
import { createOnDead, createOnNoAccess, createPerform } from '../../app/use-cases/perform';
import { freshDatabase } from '../support/database';
import { aCase, order, shopFacts } from '../support/store-rows';
import { rememberingLog } from '../support/web-deps';

/* Queries whose cost must not grow with the shop, on a shop that is big enough to show it. */

const BIG = ShopId.parse('big.myshopify.com');
const SMALL = ShopId.parse('small.myshopify.com');
const CASES = Number(process.env['HOLDFAST_BIG_SHOP'] ?? 8_000);
const NOW = new Date('2026-03-20T12:00:00Z');

let prisma: PrismaClient;
let pool: pg.Pool;
let store: GuardedStore;
let drop: () => Promise<void>;
const clock = { now: () => NOW };
const doorbell = { ring: () => Promise.resolve() };

const gid = (kind: string, n: string): string => `'gid://shopify/${kind}/' || ${n}`;
const rows = (n: number): string => `generate_series(1, ${n}) i`;

async function fill(): Promise<void> {
  const state = { ...aCase(order(1)), shop: BIG };
  await pool.query(
    `insert into "Case" ("shop", "orderId", "version", "orderName", "openedAt", "state", "stage", "customerKey")
     select $1, ${gid('Order', 'i')}, 1, '#' || i, $2::timestamptz + i * interval '1 second',
       $3::jsonb || jsonb_build_object('orderId', ${gid('Order', 'i')}, 'version', 1), 'waiting', 'k' || i
     from ${rows(CASES)}`,
    [BIG, new Date('2026-03-01T00:00:00Z'), JSON.stringify(state)],
  );
  await pool.query(
    `insert into "Demand" select $1, ${gid('Order', '(i % ' + CASES + ' + 1)')}, ${gid('LineItem', 'i')},
       'gid://shopify/Location/1', ${gid('InventoryItem', '(i % 300)')}, 1, now(), 0, 1 from ${rows(3 * CASES)}`,
    [BIG],
  );
  await pool.query(
    `insert into "Webhook" ("shop", "webhookId", "topic", "triggeredAt", "receivedAt")
     select case i % 10 when 0 then $2 else $1 end, i::text, 'orders/updated', $3, $3 from ${rows(3 * CASES)}`,
    [BIG, SMALL, new Date('2026-03-01T00:00:00Z')],
  );
}

const lookTasks = (shop: ShopId, n: number) =>
  pool.query(
    `insert into "Task" ("shop", "kind", "key", "payload", "dueAt")
     select $1, 'look-at-order', 'look-at-order-' || i,
       jsonb_build_object('kind', 'look-at-order', 'orderId', ${gid('Order', 'i')}), $2 from ${rows(n)}`,
    [shop, NOW],
  );

interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}
const Explained = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.custom<Node>() })) }),
);

/** Every scan of the table: by what, and how many rows it went through. */
async function scansOf(table: string, text: string, values: unknown[]) {
  const { rows: told } = await pool.query(`explain (analyze, format json) ${text}`, values);
  const found: { by: string; rows: number }[] = [];
  const walk = (node: Node): void => {
    if (node['Relation Name'] === table && node['Node Type'].includes('Scan'))
      found.push({
        by: node['Index Name'] ?? node['Node Type'],
        rows: (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      });
    for (const child of node.Plans ?? []) walk(child);
  };
  for (const { Plan } of Explained.parse(told)[0]?.['QUERY PLAN'] ?? []) walk(Plan);
  return found;
}
const rowsIn = (scans: readonly { rows: number }[]): number =>
  scans.reduce((total, scan) => total + scan.rows, 0);

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  prisma = createPrisma(database.url);
  pool = createPool(database.url);
  store = createStore({ prisma, clock, doorbell, newShopMode: 'automatic' });
  for (const shop of [BIG, SMALL])
    await store.transact(shop, {}, (tx) =>
      tx.saveShop({ ...shopFacts, uninstalledAt: shop === BIG ? shopFacts.installedAt : null }),
    );
  await fill();
  await pool.query('vacuum analyze');
}, 120_000);
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await drop();
});

it('the home page counts by indexes, and reads no case', async () => {
  const { needsYou, waiting, closed } = await createPanelReads(prisma).counts(BIG);
  expect({ needsYou, waiting, closed }).toEqual({ needsYou: 0, waiting: CASES, closed: 0 });
  const text = `select (select count(*) from "Case" where "shop" = $1 and "stage" = 'waiting')::int`;
  const scans = await scansOf('Case', text, [BIG]);
  expect(scans.map(({ by }) => by)).toEqual(['Case_shop_stage_openedAt_orderId_idx']);
});

it('a shop that has no old deliveries goes through nobody else’s to see that', async () => {
  const text = `delete from "Webhook" where "shop" = $1 and "receivedAt" < $2 and "body" is null`;
  const none = new Date('2026-02-01T00:00:00Z');
  expect(rowsIn(await scansOf('Webhook', text, [SMALL, none]))).toBe(0);
  await store.forgetWebhooks(SMALL, NOW);
  const { rows: left } = await pool.query<{ shop: string }>(
    'select distinct "shop" from "Webhook"',
  );
  expect(left.map(({ shop }) => shop)).toEqual([BIG]);
});

it('the sweep reads no more of a shop’s due tasks than can have their turn', async () => {
  await lookTasks(BIG, CASES);
  await lookTasks(SMALL, 3);
  await pool.query('analyze "Task"');
  const { rows: due } = await pool.query<{ id: string }>(DUE, [NOW, 200]);
  expect(due).toHaveLength(200);
  const { rows: shops } = await pool.query(
    `select "shop", count(*)::int as "tasks" from "Task" where "id" = any($1::bigint[]) group by 1 order by 1`,
    [due.map(({ id }) => id)],
  );
  expect(shops).toEqual([
    { shop: BIG, tasks: 197 },
    { shop: SMALL, tasks: 3 },
  ]);
  expect(rowsIn(await scansOf('Task', DUE, [NOW, 200]))).toBeLessThan(500);
  await pool.query('truncate "Task"');
});

it('it comes back after an uninstall: the shop at once, its cases a page at a time', async () => {
  const { email: _email, ...facts } = shopFacts;
  const deps = {
    ...{ store, clock, log: rememberingLog() },
    shopify: { readShop: () => Promise.resolve({ ...facts, email: '' }) },
  } as unknown as Deps;
  const engine = createTaskEngine({
    ...{ pool, store, clock, doorbell, log: deps.log },
    perform: createPerform(deps),
    onDead: createOnDead(deps),
    onNoAccess: createOnNoAccess(deps),
  });
  await installShop(deps, BIG);
  const { rows: first } = await pool.query<{ kind: string }>(
    'select "kind" from "Task" order by 1',
  );
  expect(first.map(({ kind }) => kind)).toEqual(['pick-up', 'reconcile', 'take-in-orders']);

  let longest = 0;
  for (;;) {
    const { rows: due } = await pool.query<{ id: string }>(DUE, [NOW, 1]);
    const [task] = due;
    // Until it is picked up, nothing else of the shop has its turn.
    if (task === undefined || (await store.read(BIG, (tx) => tx.absence()))?.backAt) break;
    const began = performance.now();
    expect(await engine.handle(task.id)).toBe('done');
    longest = Math.max(longest, performance.now() - began);
  }
  await engine.stop();
  // A transaction has 30 seconds.
  expect(longest).toBeLessThan(10_000);
  const { rows: left } = await pool.query(
    `select (select count(*)::int from "Demand" where "allocated" is not null) as "judged",
       (select count(*)::int from "Task" where "kind" = 'look-at-order') as "looks",
       (select count(*)::int from "Task" where "kind" = 'share-item') as "shares"`,
  );
  expect(left).toEqual([{ judged: 0, looks: CASES, shares: 300 }]);
  if (process.env['HOLDFAST_BIG_SHOP'])
    process.stdout.write(`longest page ${Math.round(longest)} ms\n`);
}, 600_000);
