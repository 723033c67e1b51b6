import type pg from 'pg';
import { createStore } from '../../app/adapters/store/store.server';
import { createPool, createPrisma, type PrismaClient } from '../../app/db.server';
import { Case } from '../../app/domain/case';
import { ShopId } from '../../app/domain/ids';
import { Effect, Intent, type IntentStatus } from '../../app/domain/intent';
import { Settings } from '../../app/domain/settings';
import { TaskBody, taskKey } from '../../app/domain/task';
import type { Store } from '../../app/ports';
import { databaseBefore } from '../support/earlier-database';
import * as before from '../support/rows-before-money';
import { NOON, order, OTHER, SHOP } from '../support/store-rows';

const GONE = ShopId.parse('gone.myshopify.com');
const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

let pool: pg.Pool;
let prisma: PrismaClient;
let store: Store;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await databaseBefore('20261126110000_money');
  drop = database.drop;
  pool = createPool(database.url);
  for (const shop of [SHOP, OTHER, GONE]) await before.insertShop(pool, shop, shop === GONE);
  await before.insertOrder(pool, SHOP);
  for (const intent of before.INTENTS) await before.insertAsThen(pool, SHOP, intent);
  await database.migrate();
  prisma = createPrisma(database.url);
  store = createStore({
    prisma,
    clock: { now: () => NOON },
    doorbell: { ring: () => Promise.resolve() },
    newShopMode: 'watch',
  });
}, 60_000);
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await drop();
});

const intentsOf = (n: number): Promise<Intent[]> => store.read(SHOP, (tx) => tx.intents(order(n)));

/** Does it, and takes it back. */
const tried = async (work: Parameters<typeof store.transact<unknown>>[2]): Promise<unknown> => {
  const enough = new Error('taken back');
  const done = store.transact(SHOP, {}, async (tx) => {
    await work(tx);
    throw enough;
  });
  return done.catch((error: unknown) => (error === enough ? 'accepted' : error));
};

describe('what was there before the money’s migration', () => {
  it('is a shop with the choices that it made, and the defaults for those it did not know', async () => {
    const shop = await store.read(SHOP, (tx) => tx.loadShop());
    expect(shop?.settings).toEqual(Settings.parse(before.SETTINGS));
    expect(shop?.settings).toMatchObject({ mode: 'automatic', version: 3, cutOff: '16:30' });
    expect(shop).toMatchObject({ installedAt: NOON, uninstalledAt: null, captureMethod: null });
    expect(await store.read(SHOP, (tx) => tx.reconciledAt())).toBeNull();
  });

  it('is a case with all that it holds', async () => {
    const found = await store.read(SHOP, async (tx) => ({
      case: await tx.loadCase(order(1)),
      open: await tx.openCases(),
      timeline: await tx.timeline(order(1)),
      demand: await tx.demandOfOrder(order(1)),
      messages: await tx.messages(order(1)),
      link: await tx.choiceLink('l-1'),
    }));
    expect(found).toEqual({
      case: Case.parse(before.CASE),
      open: [order(1)],
      timeline: [{ at: NOON, kind: 'case-opened', by: 'holdfast', detail: { units: 2 } }],
      demand: [before.DEMAND],
      messages: [before.MESSAGE],
      link: { id: 'l-1', orderId: order(1), generation: 1, expiresAt: before.LATER },
    });
  });

  it('is a case that can be written anew', async () => {
    expect(
      await tried(async (tx) => {
        const value = await tx.loadCase(order(1));
        if (value !== null) await tx.saveCase({ ...value, attention: 'Look here' });
        expect(await tx.loadCase(order(1))).toMatchObject({ attention: 'Look here', version: 5 });
      }),
    ).toBe('accepted');
  });

  it('is every effect, to the letter', async () => {
    const found = await Promise.all(before.ORDERS.map(intentsOf));
    expect(found.flat()).toEqual(before.INTENTS.map((row) => Intent.parse({ shop: SHOP, ...row })));
  });

  it('is every task, with nothing but what is new beside them', async () => {
    const { rows } = await pool.query<{ key: string; status: string; payload: unknown }>(
      `select "key", "status", "payload" from "Task" where "shop" = $1 order by "id"`,
      [SHOP],
    );
    expect(rows.slice(0, before.TASKS.length)).toEqual(before.TASKS);
    expect(rows.slice(before.TASKS.length).map(({ key }) => key)).toEqual(['reconcile']);
  });
});

describe('shops from before', () => {
  const rounds = async (shop: ShopId) =>
    (
      await pool.query<{ kind: string; key: string; payload: unknown; due: boolean }>(
        `select "kind", "key", "payload", "dueAt" <= now() as "due" from "Task"
         where "shop" = $1 and "kind" = 'reconcile' and "status" = 'waiting'`,
        [shop],
      )
    ).rows;

  it.each([SHOP, OTHER])('%s has its orders gone through at once', async (shop) => {
    const [round, ...more] = await rounds(shop);
    expect(more).toEqual([]);
    expect(round).toMatchObject({ kind: 'reconcile', due: true });
    expect(taskKey(TaskBody.parse(round?.payload))).toBe(round?.key);
  });

  it('but not one that has left', async () => {
    expect(await rounds(GONE)).toEqual([]);
  });
});

describe('the money of effects from before', () => {
  const NEXT: Partial<Record<IntentStatus, readonly IntentStatus[]>> = {
    planned: ['awaiting-approval', 'attempting', 'withheld', 'dropped', 'failed'],
    'awaiting-approval': ['planned', 'attempting', 'withheld', 'dropped'],
    attempting: ['planned', 'unclear', 'done', 'failed', 'dropped'],
    unclear: ['attempting', 'done', 'failed', 'dropped'],
  };
  const steps = before.INTENTS.flatMap((row) =>
    [row.status, ...(NEXT[row.status] ?? [])].map((to) => ({ row, to })),
  );

  it.each(steps.map(({ row, to }) => [row.effect.kind, row.orderId, row.status, to, row] as const))(
    'is written as ever: a %s of %s goes from %s to %s',
    async (_kind, _order, _from, to, row) => {
      const intent = Intent.parse({ shop: SHOP, ...row, status: to });
      expect(await tried((tx) => tx.saveIntent(intent))).toBe('accepted');
    },
  );

  const aCapture = (target: string, amount: string, of: object = {}): Intent =>
    Intent.parse({
      ...before.planned(
        9,
        Effect.parse({ kind: 'capture', target, amount: euros(amount), final: true, ...of }),
      ),
      shop: SHOP,
      generation: 9,
    });

  it('was taken to its end: nothing more is captured of it or voided', async () => {
    const target = before.CAPTURED;
    const again = aCapture(target, '0.01');
    expect(String(await tried((tx) => tx.planIntent(again)))).toContain('intent_money_fits');
    const away = { ...again, effect: Effect.parse({ kind: 'void', target }) };
    expect(String(await tried((tx) => tx.planIntent(away)))).toContain('intent_money_fits');
  });

  it('was let go: nothing is captured of it', async () => {
    const late = aCapture(before.VOIDED, '0.01');
    expect(String(await tried((tx) => tx.planIntent(late)))).toContain('intent_money_fits');
  });

  it('counts against what was authorized', async () => {
    const over = { authorized: euros('59.99'), before: euros('40.00') };
    const more = aCapture(before.TWICE, '20.00', over);
    expect(String(await tried((tx) => tx.planIntent(more)))).toContain('intent_money_fits');
    const within = aCapture(before.TWICE, '20.00', { ...over, authorized: euros('60.00') });
    expect(await tried((tx) => tx.planIntent(within))).toBe('accepted');
  });

  it('could not be taken: it is tried anew', async () => {
    expect(await tried((tx) => tx.planIntent(aCapture(before.REFUSED, '39.80')))).toBe('accepted');
  });
});

describe('a worker of the release before, which goes on until it is replaced', () => {
  it('still plans what it plans, and brings it to its end', async () => {
    const intent = before.planned(11, before.aCapture('gid://shopify/OrderTransaction/99'));
    await before.insertAsThen(pool, SHOP, intent);
    await pool.query(`update "Intent" set "status" = 'done' where "orderId" = $1`, [order(11)]);
    expect(await intentsOf(11)).toMatchObject([{ status: 'done', effect: intent.effect }]);
  });
});

describe('a worker of this release, on the database of the next', () => {
  it('plans effects without a word of the columns that came later', async () => {
    await pool.query(`alter table "Intent" add column "later" int not null default 7`);
    const intent = Intent.parse({
      shop: SHOP,
      ...before.planned(12, before.aCapture('gid://shopify/OrderTransaction/98')),
    });
    expect(await tried((tx) => tx.planIntent(intent))).toBe('accepted');
    await pool.query(`alter table "Intent" drop column "later"`);
  });
});
