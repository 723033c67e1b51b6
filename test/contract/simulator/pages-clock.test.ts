import { Driver, FakeApp } from './support';

let app: FakeApp;
let sim: Driver;

beforeEach(async () => {
  app = new FakeApp();
  sim = await Driver.start({ appUrl: await app.start() });
  await sim.openShop();
  await sim.stock('LAMP', 5);
  await sim.advance('PT1H');
});

afterEach(async () => {
  await sim.simulator.close();
  await app.stop();
});

const NOTHING_WAITS = 'holdfast_tasks_due 0\nholdfast_next_task_due_seconds NaN\n';

/** The app has one task at that moment, and does it as soon as the moment is there. */
function taskAt(moment: string): void {
  app.onMetrics = () => {
    const left = (Date.parse(moment) - sim.simulator.world.clock.now().getTime()) / 1000;
    app.metrics =
      left > 0 ? `holdfast_tasks_due 0\nholdfast_next_task_due_seconds ${left}\n` : NOTHING_WAITS;
  };
}

test('the clock names what is next in the stores and what is next in the app', async () => {
  taskAt('2026-03-02T18:30:00.000Z');
  await sim.post('/_sim/orders', {
    shop: 'one.myshopify.com',
    email: 'buyer@example.com',
    lines: [{ sku: 'LAMP', quantity: 1 }],
    routing: 120,
  });
  expect(await sim.get('/_sim/clock')).toEqual({
    now: '2026-03-02T15:00:00.000Z',
    rate: 0,
    next: '2026-03-02T15:02:00.000Z',
    appNext: '2026-03-02T18:30:00.000Z',
    moving: false,
  });
});

test("the next event is the app's, if that is the earlier", async () => {
  taskAt('2026-03-02T16:30:00.000Z');
  expect(await sim.post('/_sim/clock', { to: 'next' })).toMatchObject({
    now: '2026-03-02T16:30:00.000Z',
    impatient: false,
  });
});

test("the next event is the store's, if that is the earlier", async () => {
  taskAt('2026-03-02T18:30:00.000Z');
  await sim.post('/_sim/orders', {
    shop: 'one.myshopify.com',
    email: 'buyer@example.com',
    lines: [{ sku: 'LAMP', quantity: 1 }],
    routing: 120,
  });
  expect(await sim.post('/_sim/clock', { to: 'next' })).toMatchObject({
    now: '2026-03-02T15:02:00.000Z',
  });
});

test('when nothing is due the clock says so and stays', async () => {
  app.metrics = NOTHING_WAITS;
  expect(await sim.call('POST', '/_sim/clock', { to: 'next' })).toMatchObject({
    status: 409,
    body: { error: 'Nothing is due, in the stores or in the app' },
  });
  expect(await sim.get('/_sim/clock')).toMatchObject({ now: '2026-03-02T15:00:00.000Z' });
});
