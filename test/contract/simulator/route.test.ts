import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { host, 'x-forwarded-host': forwarded, 'x-token': token } = request.headers;
    response.end(JSON.stringify({ url: request.url, host, forwarded, token }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

/** What a program's own fetch gets, started with the preload file and nothing else. */
async function fetched(url: string): Promise<unknown> {
  const program = `const r = await fetch(${JSON.stringify(url)}, { headers: { "x-token": "t", "x-forwarded-host": "liar" } }); console.log(await r.text())`;
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(process.cwd(), 'simulator/route.mjs'),
      '--input-type=module',
      '--eval',
      program,
    ],
    {
      env: { ...process.env, SIMULATOR_URL: `http://${address}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return JSON.parse(await text(child.stdout));
}

describe('the preload file', () => {
  it("brings every shop's address to the simulator, with the shop's name", async () => {
    expect(await fetched('https://demo.myshopify.com/admin/api/graphql.json?a=1')).toEqual({
      url: '/admin/api/graphql.json?a=1',
      host: address,
      forwarded: 'demo.myshopify.com',
      token: 't',
    });
  });

  it('leaves every other address alone', async () => {
    expect(await fetched(`http://${address}/elsewhere`)).toMatchObject({
      url: '/elsewhere',
      forwarded: 'liar',
    });
  });
});
