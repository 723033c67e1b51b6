import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Driver, FakeApp, SHOP } from './support';
import { ORDER } from './operations';

let app: FakeApp;
let sim: Driver | undefined;

beforeEach(() => {
  app = new FakeApp();
});

afterEach(async () => {
  await sim?.simulator.close();
  await app.stop();
});

async function start(options: Parameters<typeof Driver.start>[0] = {}): Promise<Driver> {
  sim = await Driver.start({ appUrl: await app.start(), ...options });
  await sim.openShop();
  await sim.stock('LAMP', 5);
  return sim;
}

const nowOf = async (driver: Driver): Promise<string> =>
  (await driver.get<{ now: string }>('/_sim/clock')).now;

test("time stops at each of the app's tasks, and goes on when they are done", async () => {
  const driver = await start();
  const stops: string[] = [];
  const due = [Date.parse('2026-03-02T15:00:00Z'), Date.parse('2026-03-03T09:30:00Z')];
  app.onMetrics = () => {
    const now = driver.simulator.world.clock.now().getTime();
    const waiting = due[0];
    if (waiting !== undefined && waiting <= now) {
      stops.push(new Date(now).toISOString());
      due.shift();
      app.metrics = 'holdfast_tasks_due 1\nholdfast_tasks_in_flight 0\n';
    } else
      app.metrics = `holdfast_tasks_due 0\nholdfast_tasks_in_flight 0\nholdfast_next_task_due_seconds ${waiting === undefined ? 'NaN' : (waiting - now) / 1000}\n`;
  };
  const reached = await driver.advance('P2D');
  expect(reached).toMatchObject({ now: '2026-03-04T14:00:00.000Z', impatient: false });
  expect(stops).toEqual(['2026-03-02T15:00:00.000Z', '2026-03-03T09:30:00.000Z']);
});

test('an app that is away does not stop time for ever', async () => {
  const driver = await start({ patienceMs: 100, appMetricsUrl: 'http://127.0.0.1:9/metrics' });
  expect(await driver.advance('PT1H')).toMatchObject({
    now: '2026-03-02T15:00:00.000Z',
    impatient: true,
  });
});

test('the clock is written where another process can read it', async () => {
  const clockFile = join(mkdtempSync(join(tmpdir(), 'sim-')), 'deep', 'clock');
  const driver = await start({ clockFile });
  await driver.advance('P1D');
  expect(JSON.parse(readFileSync(clockFile, 'utf8'))).toEqual({
    now: '2026-03-03T14:00:00.000Z',
    at: expect.any(Number),
    rate: 0,
  });
  await driver.post('/_sim/clock', { rate: 1 });
  expect(JSON.parse(readFileSync(clockFile, 'utf8'))).toMatchObject({ rate: 1 });
  expect((await nowOf(driver)) >= '2026-03-03T14:00:00.000Z').toBe(true);
});

test('a webhook that fails comes again with the same words, up to eight times within four hours', async () => {
  const driver = await start();
  app.answer = 500;
  await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.advance('PT5H');
  const tries = app.webhooks.filter(({ topic }) => topic === 'orders/create');
  expect(tries).toHaveLength(9);
  expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
  expect(new Set(tries.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
});

test('webhooks can be lost, doubled and overtaken', async () => {
  const driver = await start();
  await driver.post('/_sim/faults', { target: 'webhook:orders/create', mode: 'drop' });
  await driver.post('/_sim/faults', {
    target: 'webhook:order_transactions/create',
    mode: 'duplicate',
  });
  await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.advance('PT1S');
  expect(app.topics()).not.toContain('orders/create');
  const twins = app.webhooks.filter(({ topic }) => topic === 'order_transactions/create');
  expect(twins).toHaveLength(2);
  expect(new Set(twins.map(({ headers }) => headers['x-shopify-event-id'])).size).toBe(1);
  app.webhooks.length = 0;
  await driver.post('/_sim/faults', { target: 'webhook:orders/create', mode: 'reorder' });
  await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.advance('PT1S');
  expect(app.topics().indexOf('orders/create')).toBeGreaterThan(
    app.topics().indexOf('orders/updated'),
  );
});

test('after an uninstall nothing is told any more, tokens are dead, and two days later the shop is to be forgotten', async () => {
  const driver = await start();
  await driver.raw('{ shop { name } }');
  await driver.post(`/_sim/shops/${SHOP}/uninstall`);
  expect((await driver.raw('{ shop { name } }')).status).toBe(401);
  app.webhooks.length = 0;
  await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.advance('P2D');
  expect(app.topics()).toEqual(['shop/redact']);
  await driver.post(`/_sim/shops/${SHOP}/reinstall`);
  expect((await driver.exchange()).status).toBe(200);
});

test('a customer can ask what is known, and to be forgotten', async () => {
  const driver = await start();
  await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.post(`/_sim/shops/${SHOP}/data-request`, { customer: 'buyer@example.com' });
  await driver.post(`/_sim/shops/${SHOP}/redact`, { customer: 'buyer@example.com' });
  await driver.advance('PT1S');
  expect(app.topics()).toEqual(
    expect.arrayContaining(['customers/data_request', 'customers/redact']),
  );
});

test("the world outlives the simulator's process when it has a file", async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sim-')), 'world.json');
  const driver = await start({ stateFile });
  const id = await driver.order([{ sku: 'LAMP', quantity: 1 }]);
  await driver.advance('P1D');
  await driver.simulator.close();
  const again = await Driver.start({ stateFile });
  sim = again;
  expect(await nowOf(again)).toBe('2026-03-03T14:00:00.000Z');
  expect(await again.get(`/_sim/orders/${encodeURIComponent(id)}`)).toMatchObject({
    name: '#1001',
  });
  await again.advance('P7D');
  expect(await again.ask(ORDER, { id })).toMatchObject({
    order: { displayFinancialStatus: 'EXPIRED' },
  });
});

test('tokens: one exchange, refresh with rotation, the old one good until the new one is used', async () => {
  const driver = await start();
  const { body } = await driver.exchange();
  expect(body).toMatchObject({
    expires_in: 3600,
    refresh_token_expires_in: 7776000,
    scope: expect.stringContaining('read_orders'),
  });
  const refresh = (token: unknown) =>
    driver.oauth({ grant_type: 'refresh_token', refresh_token: token });
  await refresh(body.refresh_token);
  const second = await refresh(body.refresh_token);
  expect(second.status).toBe(200);
  expect((await driver.raw('{ shop { name } }', {}, String(second.body.access_token))).status).toBe(
    200,
  );
  expect((await refresh(body.refresh_token)).status).toBe(400);
  expect(
    (
      await driver.oauth({
        grant_type: 'refresh_token',
        refresh_token: second.body.refresh_token,
        client_secret: 'wrong',
      })
    ).status,
  ).toBe(401);
  expect((await driver.exchange('0')).body.expires_in).toBeUndefined();
  expect((await driver.ledger('token')).filter(({ target }) => target === 'refresh')).toMatchObject(
    [{ detail: { granted: true } }, { detail: { granted: true } }, { detail: { granted: false } }],
  );
});

test('a token can be revoked', async () => {
  const driver = await start();
  expect((await driver.raw('{ shop { name } }')).status).toBe(200);
  await driver.post('/_sim/faults', { target: 'token', mode: 'revoke' });
  expect((await driver.raw('{ shop { name } }')).status).toBe(401);
});
