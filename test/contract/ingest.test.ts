import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LARGEST_WEBHOOK } from '../../app/http/webhook-body.server';
import { startWeb, type Web } from '../../app/http/start-web.server';
import { fakeWebDeps, NO_PAGES } from '../support/web-deps';
import { aWebhook, post, SECRET, sign } from '../support/webhooks';

const ORDER = { id: 5, admin_graphql_api_id: 'gid://shopify/Order/5' };
const NEW_SECRET = 'the secret that comes next';

/** Watches how much memory of buffers is really in use: what only waits for the collector doesn't count. */
function watchMemory(): { mostInUse(): number } {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const inUse = (): number => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = inUse();
  let most = before;
  const look = (): void => void (most = Math.max(most, inUse()));
  const timer = setInterval(look, 20);
  return {
    mostInUse() {
      clearInterval(timer);
      look();
      return most - before;
    },
  };
}

describe('the door for webhooks', () => {
  const app = fakeWebDeps();
  let web: Web;
  let url: string;

  beforeAll(async () => {
    const env = { port: 0, apiSecrets: [NEW_SECRET, SECRET] };
    web = await startWeb({ env, app, build: NO_PAGES });
    url = `http://127.0.0.1:${web.port}/webhooks`;
  });
  afterAll(() => web.close());
  beforeEach(() => app.received.splice(0));

  const statusOf = async (...args: Parameters<typeof aWebhook>): Promise<number> =>
    (await post(url, aWebhook(...args))).status;

  test('takes what Shopify signed, read for ids', async () => {
    const status = await statusOf('orders/create', ORDER, { 'x-shopify-event-id': 'e-1' });
    expect(status).toBe(200);
    expect(app.received).toEqual([
      expect.objectContaining({
        shop: 'first-shop.myshopify.com',
        eventId: 'e-1',
        topic: 'orders/create',
        triggeredAt: new Date('2026-03-02T09:00:00Z'),
        hint: {
          known: true,
          task: { kind: 'look-at-order', orderId: 'gid://shopify/Order/5' },
          body: null,
        },
      }),
    ]);
  });

  test('takes either secret while they are rotated', async () => {
    const text = JSON.stringify(ORDER);
    const signedNew = { 'x-shopify-hmac-sha256': sign(text, NEW_SECRET) };
    expect(await statusOf('orders/create', text, signedNew)).toBe(200);
    expect(await statusOf('orders/create', text)).toBe(200);
  });

  test.each([
    ['another secret', sign(JSON.stringify(ORDER), 'not ours')],
    ['another body', sign('{}')],
    ['half a signature', sign(JSON.stringify(ORDER)).slice(0, 20)],
    ['no base64', 'é'.repeat(3)],
    ['an empty secret', sign(JSON.stringify(ORDER), '')],
  ])('refuses the signature of %s', async (_name, signature) => {
    const status = await statusOf('orders/create', ORDER, { 'x-shopify-hmac-sha256': signature });
    expect([400, 401]).toContain(status);
    expect(app.received).toEqual([]);
  });

  test.each([
    'x-shopify-hmac-sha256',
    'x-shopify-topic',
    'x-shopify-shop-domain',
    'x-shopify-webhook-id',
  ])('refuses a delivery without %s', async (header) => {
    expect(await statusOf('orders/create', ORDER, { [header]: null })).toBe(401);
    expect(app.received).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'order=5'],
    ['a list', '[]'],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('refuses %s, though it is signed', async (_name, body) => {
    expect(await statusOf('orders/create', body)).toBe(400);
    expect(app.received).toEqual([]);
  });

  test.each([
    'evil.example',
    'a.myshopify.com.evil.example',
    '../x.myshopify.com',
    'myshopify.com',
  ])('refuses %s, which is no shop', async (shop) => {
    expect(await statusOf('orders/create', ORDER, { 'x-shopify-shop-domain': shop })).toBe(401);
  });

  test('takes a topic that is not ours, so that Shopify stops telling it, and says so in the log', async () => {
    expect(await statusOf('products/update', { id: 1 })).toBe(200);
    expect(app.received[0]?.hint).toEqual({ known: false, task: null, body: null });
    expect(app.log).toHaveProperty(
      'lines',
      expect.arrayContaining([expect.objectContaining({ level: 'warn' })]),
    );
  });

  test('takes a delivery whose time makes no sense as if it had none', async () => {
    await statusOf('orders/create', ORDER, { 'x-shopify-triggered-at': '-200000-01-01T00:00:00Z' });
    expect(app.received[0]?.triggeredAt).toBeNull();
  });

  test('wants POST', async () => {
    const reply = await fetch(url);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('refuses what is announced as too large before it is sent', async () => {
    const headers = { 'content-length': String(LARGEST_WEBHOOK + 1) };
    expect(await flood(url, headers, 0)).toBe(413);
  });

  test('refuses what turns out too large, with memory flat', async () => {
    const memory = watchMemory();
    expect(await flood(url, {}, 150)).toBe(413);
    expect(memory.mostInUse()).toBeLessThan(15 * LARGEST_WEBHOOK);
    expect(app.received).toEqual([]);
  }, 120_000);

  test('survives a sender that announces more than it sends', async () => {
    const { headers, body } = aWebhook('orders/create', ORDER);
    const lines = Object.entries({
      ...headers,
      host: 'x',
      'content-length': String(body.length + 10),
    });
    await new Promise<void>((resolve) => {
      const socket = connect(web.port, '127.0.0.1', () => {
        socket.write(
          `POST /webhooks HTTP/1.1\r\n${lines.map((l) => l.join(': ')).join('\r\n')}\r\n\r\n${String(body)}`,
        );
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => resolve());
    });
    expect(app.received).toEqual([]);
    expect(await statusOf('orders/create', ORDER)).toBe(200);
  });

  test('says 503 when it could not store, so that Shopify comes again', async () => {
    const failing = fakeWebDeps({
      inbox: { receive: () => Promise.reject(new Error('down')), close: () => Promise.resolve() },
    });
    const other = await startWeb({
      env: { port: 0, apiSecrets: [SECRET] },
      app: failing,
      build: NO_PAGES,
    });
    const reply = await post(
      `http://127.0.0.1:${other.port}/webhooks`,
      aWebhook('orders/create', ORDER),
    );
    await other.close();
    expect(reply.status).toBe(503);
  });
});

/** Writes that many MB, as fast as they are taken, whatever the answer; then hangs up. */
function flood(url: string, headers: Record<string, string>, megabytes: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, {
      method: 'POST',
      headers: { ...aWebhook('orders/create', ORDER).headers, ...headers },
    });
    let answer: unknown;
    request.on('error', reject);
    request.on('response', (response) => {
      answer = response.statusCode;
      response.resume();
    });
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    const write = (left: number): void => {
      if (left > 0) return void request.write(megabyte, () => write(left - 1));
      setTimeout(() => {
        request.destroy();
        resolve(answer);
      }, 100);
    };
    request.flushHeaders();
    write(megabytes);
  });
}
