import pg from 'pg';
import { z } from 'zod';
import { buildIfStale } from '../../scripts/build-if-stale';
import { type SimulatorClient, simulatorClient } from '../../simulator/stack/client';
import { type Stack, startStack } from '../../simulator/stack/stack';

/* A shop's comings and goings, and what the law asks, on real parts: web, worker, PostgreSQL, SMTP. */

jest.setTimeout(300_000);

const SHOP = 'harbor.myshopify.com';
const CUSTOMER = 'customer-7@example.com';
const Letters = z.array(
  z.object({ sender: z.string(), kind: z.string().optional(), to: z.string(), text: z.string() }),
);

let stack: Stack;
let sim: SimulatorClient;
let database: pg.Client;

const advance = (duration: string): Promise<unknown> =>
  sim.post('/_sim/clock', { advance: duration });
const letters = async (to: string) =>
  Letters.parse(await sim.get<unknown>(`/_sim/mail?to=${encodeURIComponent(to)}`)).filter(
    (letter) => letter.sender === 'app',
  );
const count = async (table: string, where = ''): Promise<number> => {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from "${table}" where "shop" = $1 ${where}`,
    [SHOP],
  );
  return rows[0]?.n ?? -1;
};
const placeShortOrder = (email: string): Promise<unknown> =>
  sim.post('/_sim/orders', { shop: SHOP, email, lines: [{ sku: 'KETTLE', quantity: 1 }] });

beforeAll(async () => {
  await buildIfStale(() => undefined);
  stack = await startStack({ simulatorPort: 0, start: new Date('2026-03-02T15:00:00Z'), rate: 0 });
  sim = simulatorClient(stack.simulatorUrl);
  database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  await sim.post('/_sim/shops', { shop: SHOP });
  await sim.post('/_sim/products', { shop: SHOP, sku: 'KETTLE', title: 'Kettle', available: 0 });
});

afterAll(async () => {
  await database.end();
  await stack.stop();
});

describe("a shop's life with the app", () => {
  it('a customer who waits hears of it, and the shop keeps what was said', async () => {
    await placeShortOrder(CUSTOMER);
    await advance('PT1H');
    expect((await letters(CUSTOMER)).map((letter) => letter.kind)).toEqual(['first-notice']);
    expect(await count('Message', `and "to" = '${CUSTOMER}'`)).toBe(1);
    const { rows } = await database.query<{ text: string; accessToken: string }>(
      `select m."text", s."accessToken" from "Message" m join "Session" s using ("shop")`,
    );
    expect(rows[0]?.text).toContain('%%CHOICE_LINK%%');
    expect(rows[0]?.text).not.toContain('/choice/');
    expect(rows[0]?.accessToken).toMatch(/^v1\./);
  });

  it('a data request is answered to the shop’s owner with all that is kept', async () => {
    await sim.post(`/_sim/shops/${SHOP}/data-request`, { customer: CUSTOMER });
    await advance('PT5M');
    const [report] = await letters(`shop@${SHOP}`);
    expect(report?.text).toContain(CUSTOMER);
    expect(report?.text).toContain('first-notice-1');
    expect(await count('Webhook', 'and "body" is not null')).toBe(0);
  });

  it('after an uninstall every task and mail stops, and nothing is called', async () => {
    await sim.post(`/_sim/shops/${SHOP}/uninstall`);
    await advance('PT5M');
    const before = (await letters(CUSTOMER)).length;
    await advance('P1D');
    expect(await count('Task')).toBe(0);
    expect(await count('Session')).toBe(0);
    expect(await letters(CUSTOMER)).toHaveLength(before);
  });

  it('a reinstall picks up where it was: who waits is followed up', async () => {
    await sim.post(`/_sim/shops/${SHOP}/reinstall`);
    await advance('P3D');
    expect((await letters(CUSTOMER)).map((letter) => letter.kind)).toEqual([
      'first-notice',
      'follow-up',
    ]);
  });

  it('a redacted customer is forgotten and hears nothing more; the order’s record stays', async () => {
    await sim.post(`/_sim/shops/${SHOP}/redact`, { customer: CUSTOMER });
    await advance('PT5M');
    const before = (await letters(CUSTOMER)).length;
    expect(await count('Message', `and "to" = '${CUSTOMER}'`)).toBe(0);
    expect(await count('Case')).toBe(1);
    expect(await count('Case', 'and "customerKey" is null')).toBe(1);
    const { rows } = await database.query<{ kept: string }>(
      `select coalesce(string_agg(m::text, ''), '') || (select coalesce(string_agg(c::text, ''), '') from "Case" c)
         || (select coalesce(string_agg(t::text, ''), '') from "Timeline" t)
         || (select coalesce(string_agg(w::text, ''), '') from "Webhook" w) as kept from "Message" m`,
    );
    expect(rows[0]?.kept).not.toContain('customer-7');
    await advance('P8D');
    expect(await letters(CUSTOMER)).toHaveLength(before);
  });

  it('a shop that has left is forgotten whole when Shopify asks, two days later', async () => {
    await placeShortOrder('customer-8@example.com');
    await advance('PT1H');
    await sim.post(`/_sim/shops/${SHOP}/uninstall`);
    await advance('P3D');
    const tables = [
      'Shop',
      'Session',
      'Case',
      'Timeline',
      'Message',
      'Intent',
      'Demand',
      'Stock',
      'ChoiceLink',
      'Task',
    ];
    for (const table of tables) expect([table, await count(table)]).toEqual([table, 0]);
  });
});
