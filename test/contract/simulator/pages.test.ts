import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handlePage } from '../../../simulator/pages/handle-page';

let server: Server;
let address: string;
let replies: Record<string, unknown>;

beforeEach(async () => {
  replies = { '/_sim/clock': { now: '2026-03-02T14:00:00.000Z', next: null } };
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', address);
    const reply = replies[url.pathname];
    if (reply !== undefined) {
      response.end(JSON.stringify(reply));
      return;
    }
    handlePage(request, response, url, { simulatorUrl: address, tunnelUrl: address }).then(
      (taken) => taken || response.writeHead(404).end('{"error":"No such call"}'),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const page = async (path: string): Promise<{ status: number; text: string }> => {
  const reply = await fetch(address + path);
  return { status: reply.status, text: await reply.text() };
};

const letter = {
  id: 'mail-1',
  sender: 'app',
  to: 'customer-1@example.com',
  from: 'shop@example.com',
  subject: '<b>Late</b>',
  text: 'Late',
  html: '<p onload="x">Late</p>',
  links: ['javascript:alert(1)', 'https://shop.example.com/choice/abc'],
  receivedAt: '2026-03-02T14:00:00.000Z',
};

describe("the simulator's pages", () => {
  it.each([
    ['/', '/_sim/shops', 'No store yet'],
    ['/mail', '/_sim/mail', 'No mail yet. Advance the clock or place an order.'],
    ['/store/a.myshopify.com/shipping', '/_sim/orders', 'No order yet'],
  ])('say on %s what to do when there is nothing', async (path, call, words) => {
    replies[call] = [];
    expect(await page(path)).toEqual({ status: 200, text: expect.stringContaining(words) });
  });

  it('escape what a shop or a letter says', async () => {
    replies['/_sim/mail'] = [letter];
    expect((await page('/mail')).text).toContain('&lt;b&gt;Late&lt;/b&gt;');
    const { text } = await page('/mail/mail-1');
    expect(text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(text).toContain('&lt;p onload=&quot;x&quot;&gt;Late');
    expect(text).toContain('href="https://shop.example.com/choice/abc"');
    expect(text).not.toContain('javascript:');
  });

  it('show the reason when the simulator refuses', async () => {
    const { status, text } = await page('/store/a.myshopify.com/orders/1');
    expect(status).toBe(404);
    expect(text).toContain('No such call');
  });

  it('leave other paths alone and serve the App Bridge stand-in', async () => {
    expect((await page('/elsewhere')).text).toBe('{"error":"No such call"}');
    expect((await page('/_pages/app-bridge.js')).text).toContain('window.shopify');
  });
});
