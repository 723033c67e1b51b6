import { connect, type Socket } from 'node:net';
import { startWeb, type Web } from '../../app/http/start-web.server';
import { fakeWebDeps, NO_PAGES } from '../support/web-deps';
import { aWebhook, post, SECRET } from '../support/webhooks';

const MIB = 1024 * 1024;

describe('unsigned bodies', () => {
  let web: Web;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    web = await startWeb({
      env: { port: 0, apiSecrets: [SECRET] },
      app: fakeWebDeps(),
      build: NO_PAGES,
    });
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(() => web.close());

  /** Announces a body, sends all of it but the last byte, and waits. */
  const stall = (length: number, headers: Record<string, string>, from: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(web.port, '127.0.0.1');
      sockets.push(socket);
      let answer = '';
      socket.on('error', () => undefined);
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString();
        resolve(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1] ?? 'none');
      });
      const all = {
        ...{ host: 'x', 'content-length': String(length), 'x-forwarded-for': from },
        ...headers,
      };
      const lines = Object.entries(all).map((line) => line.join(': '));
      socket.write(`POST /webhooks HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(Buffer.alloc(length - 1, 'a'), () => setTimeout(() => resolve('waits'), 300));
    });
  const likeShopify = (length: number, from: string): Promise<string> => {
    const { headers } = aWebhook('orders/create', {});
    return stall(length, headers, from);
  };
  let sent = 0;
  const real = async (bytes = 9_000): Promise<number> => {
    const body = { id: 6, pad: 'x'.repeat(bytes) };
    const delivery = aWebhook('orders/create', body, {
      'x-shopify-webhook-id': `w-${(sent += 1)}`,
      'x-forwarded-for': '203.0.113.200',
    });
    return (await post(`http://127.0.0.1:${web.port}/webhooks`, delivery)).status;
  };

  test('get no room when their headers don’t look like Shopify’s', async () => {
    const answers = await Promise.all(
      Array.from({ length: 26 }, (_, n) => stall(5 * MIB, {}, `198.51.100.${n}`)),
    );
    expect(new Set(answers)).toEqual(new Set(['401']));
    const { headers } = aWebhook('orders/create', {});
    const badly = { ...headers, 'x-shopify-hmac-sha256': 'signed' };
    expect(await stall(5 * MIB, badly, '198.51.100.1')).toBe('401');
  });

  test('of the largest size, from many senders, keep no webhook of the usual size out', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => likeShopify(5 * MIB, `198.51.100.${n}`)),
    );
    expect(answers).toContain('503');
    for (let n = 0; n < 10; n += 1) expect(await real()).toBe(200);
  });

  test('of one sender keep nobody else’s out, of whatever size', async () => {
    const answers = await Promise.all([
      ...Array.from({ length: 60 }, () => likeShopify(MIB / 4, '198.51.100.7')),
      ...Array.from({ length: 10 }, () => likeShopify(5 * MIB, '198.51.100.7')),
    ]);
    expect(answers.filter((answer) => answer === '503').length).toBeGreaterThan(8);
    expect(await real()).toBe(200);
    expect(await real(MIB)).toBe(200);
  });

  test('that don’t end are dropped after the time in which Shopify would have hung up', async () => {
    const { headers } = aWebhook('orders/create', {});
    const answer = new Promise<string>((resolve) => {
      const socket = connect(web.port, '127.0.0.1');
      sockets.push(socket);
      socket.on('data', (piece: Buffer) => resolve(piece.toString().slice(0, 12)));
      const all = { ...headers, host: 'x', 'content-length': '10' };
      const lines = Object.entries(all).map((line) => line.join(': '));
      socket.write(`POST /webhooks HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n{`);
    });
    const start = Date.now();
    expect(await answer).toBe('HTTP/1.1 400');
    expect(Date.now() - start).toBeLessThan(15_000);
  }, 30_000);
});
