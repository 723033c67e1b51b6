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
    expect(text).toContain('sandbox="allow-same-origin allow-popups');
    expect(text).not.toContain('allow-scripts');
    expect(text).toContain('&lt;p onload=&quot;x&quot;&gt;Late');
    expect(text).toContain('href="https://shop.example.com/choice/abc"');
    expect(text).not.toContain('javascript:');
  });

  it('open the newest of a customer’s letters, and let another be chosen', async () => {
    const older = { ...letter, id: 'mail-0', subject: 'Thank you', html: '' };
    replies['/_sim/mail'] = [older, letter];
    const mailbox = '/mail?to=customer-1@example.com';
    expect((await page(mailbox)).text).toContain('<h2>&lt;b&gt;Late&lt;/b&gt;</h2>');
    expect((await page(`${mailbox}&id=mail-0`)).text).toContain('<h2>Thank you</h2>');
    expect((await page('/mail')).text).toContain('Choose a letter to read it.');
  });

  it.each([
    ['an order that may leave', [], 'Ship it'],
    ['an order on hold', [{ id: 'h', reason: 'OTHER' }], 'Release the holds'],
  ])('offer for %s only what can be done', async (_which, holds, offered) => {
    const line = { id: 'l', sku: 'K', title: 'Kettle', quantity: 1, unfulfilledQuantity: 1 };
    const units = [{ lineId: 'l', remaining: 1, total: 1 }];
    const fulfillmentOrders = [{ id: 'gid://x/1', status: 'OPEN', lines: units, holds }];
    const order = { id: 'gid://x/2', shop: 'a', name: '#2', createdAt: letter.receivedAt };
    replies['/_sim/orders'] = [{ ...order, lines: [line], fulfillmentOrders }];
    const { text } = await page('/store/a.myshopify.com/shipping');
    const buttons = ['Ship it', 'Release the holds'].filter((label) => text.includes(label));
    expect(buttons).toEqual([offered]);
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
