import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { createInbox } from '../../app/adapters/inbox/inbox.server';
import { startWeb, type Web } from '../../app/http/start-web.server';
import { freshDatabase } from '../support/database';
import { fakeWebDeps, NO_PAGES, NOW, rememberingLog } from '../support/web-deps';
import { aWebhook, post, SECRET, SHOP } from '../support/webhooks';

const OTHER = 'other-shop.myshopify.com';
const LEFT = 'left-shop.myshopify.com';

describe('what a webhook leaves in the database', () => {
  const rung: string[] = [];
  const clock = { time: NOW, now: () => clock.time };
  /** Ids are new in each test: the app remembers those that it has acknowledged. */
  let round = 0;
  let pool: pg.Pool;
  let web: Web;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.url });
    const doorbell = { ring: async (ids: readonly string[]) => void rung.push(...ids) };
    const inbox = createInbox({
      databaseUrl: database.url,
      clock,
      doorbell,
      log: rememberingLog(),
    });
    const app = fakeWebDeps({ inbox });
    web = await startWeb({ env: { port: 0, apiSecrets: [SECRET] }, app, build: NO_PAGES });
    end = async () => {
      await web.close();
      await inbox.close();
      await pool.end();
      await database.drop();
    };
  });
  afterAll(() => end());

  beforeEach(async () => {
    clock.time = NOW;
    round += 1;
    rung.splice(0);
    await pool.query('TRUNCATE "Webhook", "Task", "Shop"');
    for (const [shop, left] of [
      [SHOP, null],
      [OTHER, null],
      [LEFT, NOW],
    ])
      await pool.query(
        `INSERT INTO "Shop" (shop, name, timezone, "currencyCode", "installedAt", "uninstalledAt", settings)
         VALUES ($1, '', 'UTC', 'USD', now(), $2, '{}')`,
        [shop, left],
      );
  });

  const order = (id: number) => ({ id, admin_graphql_api_id: `gid://shopify/Order/${id}` });
  const tell = async (topic: string, body: unknown, headers: Record<string, string> = {}) => {
    const reply = await post(
      `http://127.0.0.1:${web.port}/webhooks`,
      aWebhook(topic, body, headers),
    );
    expect(reply.status).toBe(200);
  };
  const id = (webhookId: string) => ({ 'x-shopify-webhook-id': `${webhookId}-${round}` });
  const shop = (name: string) => ({ 'x-shopify-shop-domain': name });
  const webhooks = async () =>
    (await pool.query('SELECT * FROM "Webhook" ORDER BY shop, "webhookId"')).rows;
  const tasks = async () =>
    (
      await pool.query(
        'SELECT id, shop, kind, key, payload, "dueAt", status FROM "Task" ORDER BY id',
      )
    ).rows;

  test('ids and times, a task that is due, and a ring for it', async () => {
    await tell('orders/create', { ...order(5), email: 'someone@example.com' });
    expect(await webhooks()).toEqual([
      {
        shop: SHOP,
        webhookId: 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
        eventId: null,
        topic: 'orders/create',
        subject: 'look-at-order-5',
        triggeredAt: new Date('2026-03-02T09:00:00Z'),
        receivedAt: NOW,
        body: null,
      },
    ]);
    const [task] = await tasks();
    expect(task).toMatchObject({
      shop: SHOP,
      kind: 'look-at-order',
      payload: { kind: 'look-at-order', orderId: 'gid://shopify/Order/5' },
      dueAt: NOW,
      status: 'waiting',
    });
    expect(rung).toEqual([task?.id]);
  });

  test('a shop that is suspended has its webhooks taken in as ever: their tasks wait', async () => {
    await pool.query(`INSERT INTO "Absence" (shop, since, cause) VALUES ($1, $2, 'frozen')`, [
      SHOP,
      NOW,
    ]);
    await tell('orders/updated', order(7), id('while-away'));
    expect(await tasks()).toMatchObject([
      { shop: SHOP, key: 'look-at-order-7', status: 'waiting', dueAt: NOW },
    ]);
    await pool.query('TRUNCATE "Absence"');
  });

  test('a shop that only counts as gone has its uninstall taken in, and nothing else', async () => {
    await pool.query(`INSERT INTO "Absence" (shop, since, cause) VALUES ($1, $2, 'refused')`, [
      LEFT,
      NOW,
    ]);
    await tell('orders/updated', order(7), { ...shop(LEFT), ...id('gone-order') });
    await tell(
      'app/uninstalled',
      { id: 1, myshopify_domain: LEFT },
      { ...shop(LEFT), ...id('gone-app') },
    );
    await tell(
      'app/uninstalled',
      { id: 1, myshopify_domain: SHOP },
      { ...shop(SHOP), ...id('app') },
    );
    expect((await tasks()).map((task) => [task.shop, task.kind])).toEqual([
      [LEFT, 'uninstall'],
      [SHOP, 'uninstall'],
    ]);
    await pool.query('TRUNCATE "Absence", "Task"');
    await tell(
      'app/uninstalled',
      { id: 1, myshopify_domain: LEFT },
      { ...shop(LEFT), ...id('gone-twice') },
    );
    expect(await tasks()).toEqual([]);
  });

  test.each([
    ['the same process, which remembers', {}],
    ['one that must ask the database', { 'x-shopify-triggered-at': '2026-03-02T09:00:01Z' }],
  ])('nothing more when it comes again to %s, even once its task is done', async (_to, headers) => {
    await tell('orders/create', order(5), id('w-1'));
    await pool.query('DELETE FROM "Task"');
    await tell('orders/create', order(5), { ...id('w-1'), ...headers });
    expect(await webhooks()).toHaveLength(1);
    expect(await tasks()).toEqual([]);
  });

  test('nothing more when a second subscription tells the same event of the same thing', async () => {
    const event = { 'x-shopify-event-id': 'e-1' };
    await tell('orders/updated', order(5), { ...id('w-1'), ...event });
    await pool.query('DELETE FROM "Task"');
    await tell('orders/updated', order(5), { ...id('w-2'), ...event });
    expect(await tasks()).toEqual([]);
    await tell('orders/updated', order(6), { ...id('w-3'), ...event });
    await tell('orders/paid', order(5), { ...id('w-4'), ...event });
    expect(await tasks()).toHaveLength(2);
  });

  test('one waiting task for many hints about one order, due at the earliest', async () => {
    await tell('orders/create', order(5), id('w-1'));
    clock.time = new Date(NOW.getTime() + 60_000);
    await tell('orders/updated', order(5), id('w-2'));
    expect(await tasks()).toHaveLength(1);
    clock.time = new Date(NOW.getTime() - 60_000);
    await tell('orders/updated', order(5), id('w-3'));
    expect(await tasks()).toEqual([expect.objectContaining({ dueAt: clock.time })]);
  });

  test('a new task when the waiting one is being worked on: what it read may be old', async () => {
    await tell('orders/create', order(5), id('w-1'));
    await pool.query(`UPDATE "Task" SET status = 'claimed'`);
    await tell('orders/updated', order(5), id('w-2'));
    expect((await tasks()).map((task) => task.status)).toEqual(['claimed', 'waiting']);
  });

  test('a body replayed in the name of another shop makes that shop look with its own token, no more', async () => {
    await tell('orders/create', order(5), shop(OTHER));
    expect(await tasks()).toEqual([
      expect.objectContaining({
        shop: OTHER,
        payload: { kind: 'look-at-order', orderId: 'gid://shopify/Order/5' },
      }),
    ]);
  });

  test('no task for a shop that never installed: the delivery is known, and that is all', async () => {
    await tell('orders/create', order(5), shop('never-here.myshopify.com'));
    expect(await webhooks()).toHaveLength(1);
    expect(await tasks()).toEqual([]);
  });

  test('for a shop that has left only what is asked about people and data', async () => {
    await tell('orders/create', order(5), { ...shop(LEFT), ...id('w-1') });
    const about = { customer: { id: 7 }, shop_domain: LEFT };
    await tell('customers/redact', about, { ...shop(LEFT), ...id('w-2') });
    await tell('shop/redact', { shop_domain: LEFT }, { ...shop(LEFT), ...id('w-3') });
    expect((await tasks()).map((task) => task.kind).toSorted()).toEqual([
      'redact-customer',
      'redact-shop',
    ]);
    expect((await webhooks()).map((row) => row.body)).toEqual([null, about, null]);
  });

  test('all of what many senders tell at once, each acknowledged after it is stored', async () => {
    const counts = Array.from({ length: 300 }, (_, count) => count + 1);
    await Promise.all(counts.map((n) => tell('orders/create', order(n % 50 || 50), id(`w-${n}`))));
    expect(await webhooks()).toHaveLength(300);
    expect(await tasks()).toHaveLength(50);
  });
});

describe('when the database does not answer', () => {
  test.each([
    ['refuses', (socket: Socket) => void socket.destroy()],
    ['is silent', () => undefined],
  ])('and %s, a webhook is sent away within a second', async (_how, treat) => {
    const sockets = new Set<Socket>();
    const database = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      treat(socket);
    });
    await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
    const address = database.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const log = rememberingLog();
    const inbox = createInbox({
      databaseUrl: `postgres://nobody@127.0.0.1:${port}/none`,
      clock: { now: () => NOW },
      doorbell: { ring: () => Promise.resolve() },
      log,
    });
    const app = fakeWebDeps({ inbox, log });
    const web = await startWeb({ env: { port: 0, apiSecrets: [SECRET] }, app, build: NO_PAGES });
    const start = performance.now();
    const reply = await post(
      `http://127.0.0.1:${web.port}/webhooks`,
      aWebhook('orders/create', { id: 5 }),
    );
    expect(reply.status).toBe(503);
    expect(performance.now() - start).toBeLessThan(1_200);
    await web.close();
    await inbox.close();
    for (const socket of sockets) socket.destroy();
    database.close();
  });
});
