import pg from 'pg';
import { createInbox } from '../../app/adapters/inbox/inbox.server';
import { startWeb, type Web } from '../../app/http/start-web.server';
import { freshDatabase } from '../support/database';
import { fakeWebDeps, NO_PAGES, NOW, rememberingLog } from '../support/web-deps';
import { aWebhook, post, SECRET, SHOP } from '../support/webhooks';

const OTHER = 'other-shop.myshopify.com';
const UNKNOWN = 'never-installed.myshopify.com';

const CUSTOMER = { id: 9, email: 'ada@example.com', phone: '+431234' };
const ofShop = (shop: string) => ({ shop_id: 1, shop_domain: shop });
const BODIES: Readonly<Record<string, (shop: string) => object>> = {
  'orders/create': () => ({ id: 5, admin_graphql_api_id: 'gid://shopify/Order/5' }),
  'app/uninstalled': (shop) => ({ id: 1, name: 'Maple', domain: shop, myshopify_domain: shop }),
  'shop/redact': ofShop,
  'customers/redact': (shop) => ({ ...ofShop(shop), customer: CUSTOMER, orders_to_redact: [1] }),
  'customers/data_request': (shop) => ({
    ...ofShop(shop),
    customer: CUSTOMER,
    orders_requested: [1],
    data_request: { id: 3 },
  }),
};
const ENDS = Object.keys(BODIES).filter((topic) => topic !== 'orders/create');

describe('a signed body that somebody sends again', () => {
  let pool: pg.Pool;
  let web: Web;
  let end: () => Promise<void>;
  const log = rememberingLog();

  beforeAll(async () => {
    const database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.url });
    const inbox = createInbox({
      databaseUrl: database.url,
      clock: { now: () => NOW },
      doorbell: { ring: () => Promise.resolve() },
      log,
    });
    web = await startWeb({
      env: { port: 0, apiSecrets: [SECRET] },
      app: fakeWebDeps({ inbox, log }),
      build: NO_PAGES,
    });
    end = async () => {
      await web.close();
      await inbox.close();
      await pool.end();
      await database.drop();
    };
    for (const shop of [SHOP, OTHER])
      await pool.query(
        `insert into "Shop" (shop, name, timezone, "currencyCode", "installedAt", settings)
          values ($1, '', 'UTC', 'USD', now(), '{}')`,
        [shop],
      );
  });
  afterAll(() => end());
  afterEach(() => pool.query('truncate "Task", "Webhook"'));

  let sent = 0;
  const send = async (topic: string, shop: string, body: object): Promise<number> => {
    const headers = { 'x-shopify-shop-domain': shop, 'x-shopify-webhook-id': `w-${(sent += 1)}` };
    return (await post(`http://127.0.0.1:${web.port}/webhooks`, aWebhook(topic, body, headers)))
      .status;
  };
  const tasks = async () =>
    (await pool.query<{ shop: string; kind: string }>('select shop, kind from "Task"')).rows;
  const bodies = async () =>
    (await pool.query<{ body: unknown }>('select body from "Webhook" where body is not null')).rows;

  test.each(ENDS)('%s of the shop that it names is taken', async (topic) => {
    expect(await send(topic, SHOP, BODIES[topic]?.(SHOP) ?? {})).toBe(200);
    expect(await tasks()).toMatchObject([{ shop: SHOP }]);
  });

  test.each(ENDS)(
    '%s does nothing in another shop’s name, and the operator is told',
    async (topic) => {
      expect(await send(topic, OTHER, BODIES[topic]?.(SHOP) ?? {})).toBe(400);
      expect(await tasks()).toEqual([]);
      expect(await bodies()).toEqual([]);
      expect(log.lines.at(-1)).toMatchObject({ level: 'error', fields: { shop: OTHER, topic } });
    },
  );

  test.each([
    { shop_domain: SHOP, customer: null, orders_to_redact: [1] },
    { shop_domain: SHOP, orders_to_redact: [1] },
    { shop_domain: SHOP, customer: { id: 1 }, orders_to_redact: null },
  ])('an erasure that names the orders or the customer alone is taken', async (body) => {
    expect(await send('customers/redact', SHOP, body)).toBe(200);
    expect(await tasks()).toMatchObject([{ shop: SHOP }]);
  });

  const pairs = ENDS.flatMap((topic) =>
    Object.keys(BODIES)
      .filter((other) => other !== topic)
      .map((other) => [other, topic] as const),
  );
  test.each(pairs)('%s does nothing as %s', async (body, topic) => {
    expect(await send(topic, SHOP, BODIES[body]?.(SHOP) ?? {})).toBe(400);
    expect(await tasks()).toEqual([]);
  });

  test('of a shop that never installed the app, nothing about a person is kept', async () => {
    for (const topic of ['customers/redact', 'customers/data_request'])
      expect(await send(topic, UNKNOWN, BODIES[topic]?.(UNKNOWN) ?? {})).toBe(200);
    expect(await tasks()).toEqual([]);
    expect(await bodies()).toEqual([]);
  });
});
