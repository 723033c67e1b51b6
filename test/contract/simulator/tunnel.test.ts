import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTunnel, type RunningTunnel } from '../../../simulator/tunnel/tunnel';
import { ReplaceStream } from '../../../simulator/tunnel/replace-stream';

const BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function tunnelTo(appUrl: string, simulatorUrl: string): Promise<RunningTunnel> {
  const tunnel = await startTunnel({ port: 0, appUrl, simulatorUrl });
  closers.push(tunnel.close);
  return tunnel;
}

describe('the tunnel', () => {
  it('lets the simulator frame the app and swaps the App Bridge script', async () => {
    const app = await listening((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': 'frame-ancestors https://admin.shopify.com;',
        'x-frame-options': 'DENY',
        link: `<${BRIDGE}>; rel="preload"; as="script"`,
      });
      response.write(`<p>Ü</p><script src="${BRIDGE.slice(0, 20)}`);
      setTimeout(() => response.end(`${BRIDGE.slice(20)}"></script>`), 20);
    });
    const { url } = await tunnelTo(app, 'http://localhost:4000');
    const reply = await fetch(`${url}/app`);
    expect(reply.headers.get('content-security-policy')).toBe(
      'frame-ancestors https://admin.shopify.com http://localhost:4000 http://127.0.0.1:4000;',
    );
    expect(reply.headers.get('x-frame-options')).toBeNull();
    expect(reply.headers.get('link')).toContain('</_pages/app-bridge.js>');
    expect(await reply.text()).toBe(`<p>Ü</p><script src="/_pages/app-bridge.js"></script>`);
  });

  it('forwards bodies byte for byte and says where the request came from', async () => {
    const app = await listening(async (request, response) => {
      response.setHeader('set-cookie', ['a=1', 'b=2']);
      response.writeHead(201, { 'content-type': 'application/json' });
      const { 'x-forwarded-host': host, 'x-forwarded-proto': proto } = request.headers;
      response.end(JSON.stringify({ url: request.url, body: await text(request), host, proto }));
    });
    const { url } = await tunnelTo(app, 'http://localhost:4000');
    const reply = await fetch(`${url}/webhooks?x=1`, { method: 'POST', body: 'ünsigned' });
    expect(reply.status).toBe(201);
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await reply.json()).toEqual({
      url: '/webhooks?x=1',
      body: 'ünsigned',
      host: new URL(url).host,
      proto: 'http',
    });
  });

  it("gives the stand-in script's calls to the simulator", async () => {
    const app = await listening((_request, response) => response.end('app'));
    const simulator = await listening((request, response) => response.end(`sim ${request.url}`));
    const { url } = await tunnelTo(app, simulator);
    const asked = async (path: string) => (await fetch(`${url}${path}`)).text();
    expect(await asked('/_pages/app-bridge.js')).toBe('sim /_pages/app-bridge.js');
    expect(await asked('/_sim/session-token')).toBe('sim /_sim/session-token');
    expect(await asked('/_sim/clock')).toBe('app');
  });

  it('says so with 502 while the app is down', async () => {
    const { url } = await tunnelTo('http://127.0.0.1:1', 'http://localhost:4000');
    const reply = await fetch(`${url}/app`);
    expect(reply.status).toBe(502);
    expect(await reply.text()).toContain('Holdfast does not answer yet');
  });
});

describe('replacing in a stream', () => {
  it.each([1, 2, 3, 5, 100])('finds the text in pieces of %i bytes', async (size) => {
    const input = Buffer.from('aab aab ü aaab aa');
    const stream = new ReplaceStream('aab', 'X');
    for (let i = 0; i < input.length; i += size) stream.write(input.subarray(i, i + size));
    stream.end();
    expect(await text(stream)).toBe('X X ü aX aa');
  });
});
