import { createPanelReads } from '../../app/adapters/store/panel.server';
import type { Case } from '../../app/domain/case';
import type { CaseQuery } from '../../app/domain/panel-view';
import { Settings } from '../../app/domain/settings';
import { Conflict } from '../../app/errors';
import { createPrisma, type PrismaClient } from '../../app/db.server';
import type { Deps } from '../../app/use-cases/deps';
import { panelCases } from '../../app/use-cases/panel';
import { freshDatabase } from '../support/database';
import { createStore } from '../../app/adapters/store/store.server';
import {
  CUSTOMER,
  OTHER,
  SHOP,
  aCase,
  aMessage,
  at,
  order,
  shopFacts,
} from '../support/store-rows';

const HELD = { amount: '40.00', currencyCode: 'EUR', lapsesAt: at('20T12:00') };
const ALL: CaseQuery = { filter: 'all', search: '', sort: 'oldest', after: null, before: null };

describe('the panel’s lists', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let prisma: PrismaClient;
  let queries = 0;
  const clock = { now: () => at('10T12:00') };
  const ring = () => Promise.resolve();
  const storeOf = () => createStore({ prisma, clock, doorbell: { ring }, newShopMode: 'watch' });
  const save = (n: number, changes: Partial<Case>, shop = SHOP) =>
    storeOf().transact(shop, {}, (tx) =>
      tx.saveCase(aCase(order(n), { shop, orderName: `#${1000 + n}`, ...changes })),
    );
  const units = (short: number, ready: number) => {
    const [line] = aCase(order(1)).lines;
    if (!line) throw new Error('no line');
    return { lines: [{ ...line, units: { ...line.units, short, ready } }] };
  };
  /** The panel's list as the routes ask for it; nothing of it but the store and the clock is used. */
  const list = (query: Partial<CaseQuery>) =>
    panelCases({ store: storeOf(), clock } as unknown as Deps, createPanelReads(prisma), SHOP, {
      ...ALL,
      ...query,
    });
  const names = async (query: Partial<CaseQuery>) =>
    (await list(query)).rows.map((row) => row.orderName);

  beforeAll(async () => {
    database = await freshDatabase();
    prisma = createPrisma(database.url);
    const store = storeOf();
    for (const shop of [SHOP, OTHER])
      await store.transact(shop, {}, (tx) => tx.saveShop(shopFacts));
    // Sixty cases, in pairs that were opened at the same instant.
    for (let n = 1; n <= 60; n += 1) {
      const day = String(1 + Math.floor((n - 1) / 10)).padStart(2, '0');
      const openedAt = at(`${day}T0${Math.floor(((n - 1) % 10) / 2)}:00`);
      await save(n, { openedAt, ...units(1, 0) });
    }
    await save(61, { openedAt: at('08T01:00'), ...units(0, 1), heldMoney: HELD });
    await save(62, {
      openedAt: at('08T02:00'),
      closedAt: at('09T02:00'),
      attention: 'Refund 20.00 EUR to the customer.',
    });
    await save(63, {
      openedAt: at('08T03:00'),
      ...units(1, 0),
      attention: 'call',
      heldMoney: { ...HELD, lapsesAt: at('15T12:00') },
    });
    await save(99, { heldMoney: HELD, attention: 'of another shop' }, OTHER);
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });

  const pages = async (query: Partial<CaseQuery>, towards: 'next' | 'previous') => {
    const seen: string[][] = [];
    let page = await list(query);
    for (;;) {
      seen.push(page.rows.map((row) => row.orderName));
      const mark = page[towards];
      if (mark === null) return { seen, last: page };
      const side = towards === 'next' ? { after: mark } : { before: mark };
      page = await list({ ...query, ...side });
    }
  };

  test('every case once, oldest first, there and back', async () => {
    const { seen, last } = await pages({}, 'next');
    expect(seen.map((page) => page.length)).toEqual([25, 25, 13]);
    expect(new Set(seen.flat()).size).toBe(63);
    const rows = seen.flat();
    expect([rows.at(0), rows.at(-1)]).toEqual(['#1001', '#1063']);
    const back = await list({ before: last.previous });
    expect(back.rows.map((row) => row.orderName)).toEqual(seen[1]);
    const newest = await pages({ sort: 'newest' }, 'next');
    expect(newest.seen.flat()).toEqual(rows.toReversed());
  });

  test('a page stays where it is when a case before it goes', async () => {
    const first = await list({});
    const second = await names({ after: first.next });
    await prisma.case.update({
      where: { shop_orderId: { shop: SHOP, orderId: order(1) } },
      data: { openedAt: at('12T00:00') },
    });
    expect(await names({ after: first.next })).toEqual(second);
    await prisma.case.update({
      where: { shop_orderId: { shop: SHOP, orderId: order(1) } },
      data: { openedAt: at('01T00:00') },
    });
  });

  test('by what they need: a person, goods, a parcel, nothing', async () => {
    expect(await names({ filter: 'needs-you' })).toEqual(['#1062', '#1063']);
    expect(await names({ filter: 'ready' })).toEqual(['#1061']);
    expect(await names({ filter: 'closed' })).toEqual(['#1062']);
    expect((await list({})).counts).toEqual({
      needsYou: 2,
      waiting: 61,
      ready: 1,
      closed: 1,
      approvals: 0,
      untaken: 0,
    });
  });

  test('by name, where signs mean themselves', async () => {
    expect(await names({ search: '1063' })).toEqual(['#1063']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ search: '_' })).toEqual([]);
  });

  test('the money that is held over open cases, and whose lapses first', async () => {
    const reads = createPanelReads(prisma);
    expect(await reads.held(SHOP)).toEqual([
      { amount: '80.0000', currencyCode: 'EUR', orders: 2, lapsesAt: at('15T12:00') },
    ]);
    expect((await reads.lapsesFirst(SHOP))?.orderName).toBe('#1063');
  });

  test('what is due by the end of the day, with the customer’s last word', async () => {
    const store = storeOf();
    await store.transact(SHOP, {}, async (tx) => {
      const step = (n: number, key: string, dueAt: Date) =>
        ({ shop: SHOP, body: { kind: 'take-step', orderId: order(n), step: key }, dueAt }) as const;
      await tx.addTasks([
        step(2, 'follow-up-1', at('10T15:00')),
        step(3, 'follow-up-1', at('11T15:00')),
        {
          shop: SHOP,
          body: { kind: 'perform-effect', orderId: order(4), intent: 'message-ready-1-1' },
          dueAt: at('10T14:00'),
        },
        {
          shop: SHOP,
          body: { kind: 'perform-effect', orderId: order(5), intent: 'hold-7-1' },
          dueAt: at('10T14:00'),
        },
      ]);
      await tx.keepMessage({ ...aMessage({ orderId: order(2) }), outcome: 'sent' });
    });
    const due = await createPanelReads(prisma).dueBy(SHOP, at('10T23:59'), 10);
    expect(due.map((row) => row.case.orderName)).toEqual(['#1004', '#1002']);
    expect(due[1]?.case.customerKey).toBe(CUSTOMER);
    expect(due[1]?.lastWord).toEqual(at('01T12:00'));
  });

  test('takes as many queries for sixty cases as for one', async () => {
    const counting = createPrisma(database.url).$extends({
      query: {
        $allOperations: ({ args, query }) => {
          queries += 1;
          return query(args);
        },
      },
    });
    const reads = createPanelReads(counting as unknown as PrismaClient);
    await reads.cases(SHOP, { filter: 'all', search: '', order: 'oldest', from: null, take: 60 });
    expect(queries).toBe(1);
    await counting.$disconnect();
  });

  test('settings that somebody else changed meanwhile are not overwritten', async () => {
    const store = storeOf();
    const settings = Settings.parse({ followUpDays: 3 });
    const write = () => store.transact(SHOP, {}, (tx) => tx.saveSettings(settings));
    const results = await Promise.allSettled([write(), write()]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(Conflict);
  });
});
