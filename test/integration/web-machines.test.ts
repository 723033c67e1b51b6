import { startMetrics } from '../../app/http/start-metrics.server';
import { startWeb } from '../../app/http/start-web.server';
import type { WebDeps } from '../../app/web-deps';
import { fakeWebDeps, NO_PAGES } from '../support/web-deps';
import { aWebhook, post, SECRET } from '../support/webhooks';

async function withWeb(
  deps: Partial<WebDeps>,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const env = { port: 0, apiSecrets: [SECRET] };
  const web = await startWeb({ env, app: fakeWebDeps(deps), build: NO_PAGES });
  try {
    await work(`http://127.0.0.1:${web.port}`);
  } finally {
    await web.close();
  }
}

describe('what machines ask', () => {
  const never = new Promise<never>(() => undefined);

  test.each<[string, Partial<WebDeps>, number]>([
    ['the database answers', {}, 200],
    ['the database is down', { health: () => Promise.reject(new Error('down')) }, 503],
    ['the database is silent', { health: () => never }, 503],
  ])('when %s it is alive, and ready accordingly', async (_when, deps, ready) => {
    await withWeb(deps, async (url) => {
      const start = performance.now();
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      expect((await fetch(`${url}/readyz`)).status).toBe(ready);
      expect(performance.now() - start).toBeLessThan(1_500);
    });
  });

  test('the metrics are those of the database at that moment', async () => {
    let gauges = { due: 3, inFlight: 2, suspendedShops: 0, nextDueSeconds: 40 as number | null };
    const oldestDuty = () => Promise.resolve(604_800);
    await withWeb({ gauges: () => Promise.resolve(gauges), oldestDuty }, async (url) => {
      const read = async () => (await fetch(`${url}/metrics`)).text();
      expect(await read()).toMatch(/^holdfast_tasks_due 3$/m);
      expect(await read()).toMatch(/^holdfast_privacy_request_oldest_seconds 604800$/m);
      gauges = { due: 0, inFlight: 0, suspendedShops: 0, nextDueSeconds: null };
      const later = await read();
      expect(later).toMatch(/^holdfast_tasks_in_flight 0$/m);
      expect(later).toMatch(/^holdfast_next_task_due_seconds -1$/m);
    });
  });

  test('webhooks are counted, without the name of any shop', async () => {
    await withWeb({}, async (url) => {
      await post(`${url}/webhooks`, aWebhook('orders/create', { id: 5 }));
      const text = await (await fetch(`${url}/metrics`)).text();
      expect(text).toMatch(/^holdfast_webhooks_total\{status="200"\} 1$/m);
      expect(text).not.toContain('myshopify');
    });
  });

  const capture = {
    operation: 'CaptureOrder',
    expected: 20,
    requested: 30,
    calls: 2,
    requestedTotal: 50,
    actualTotal: 45,
  };

  test('what calls to Shopify cost is told per operation, beside what was expected', async () => {
    await withWeb({ prices: () => [capture] }, async (url) => {
      const read = async () => (await fetch(`${url}/metrics`)).text();
      await read();
      const text = await read();
      for (const [name, value] of [
        ['requested_points', 30],
        ['expected_points', 20],
        ['calls_total', 2],
        ['requested_points_total', 50],
        ['actual_points_total', 45],
      ])
        expect(text).toContain(`\nholdfast_shopify_${name}{operation="CaptureOrder"} ${value}\n`);
    });
  });

  test('a worker answers at its own port, if it has one', async () => {
    const metrics = await startMetrics(fakeWebDeps({ prices: () => [capture] }), 0);
    const url = `http://127.0.0.1:${metrics.port}`;
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      '\nholdfast_shopify_requested_points{operation="CaptureOrder"} 30\n',
    );
    expect((await fetch(`${url}/webhooks`, { method: 'POST' })).status).toBe(404);
    await metrics.close();
  });

  test('told to stop, it answers what is under way and takes nothing new', async () => {
    let store: () => void = () => undefined;
    const stored = new Promise<void>((resolve) => (store = resolve));
    const inbox = { receive: () => stored, close: () => Promise.resolve() };
    const env = { port: 0, apiSecrets: [SECRET] };
    const web = await startWeb({ env, app: fakeWebDeps({ inbox }), build: NO_PAGES });
    const url = `http://127.0.0.1:${web.port}/webhooks`;
    const underWay = post(url, aWebhook('orders/create', { id: 5 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = web.close();
    await expect(post(url, aWebhook('orders/create', { id: 6 }))).rejects.toThrow();
    store();
    expect((await underWay).status).toBe(200);
    await closed;
  });
});
