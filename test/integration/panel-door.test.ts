import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { type Served, servePages } from '../support/built-pages';
import { rawRequest } from '../support/raw-request';
import { rangeOf, SHARD } from '../support/shard';
import { customerClaims, mint, staffClaims, wrongToken } from '../support/tokens';
import { SHOP } from '../support/webhooks';

const RUNS = rangeOf(process.env['HOLDFAST_FULL'] === '1' ? 100_000 : 2_000, SHARD);
const PATIENCE_MS = 3_600_000;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const PAUSE = 'paused=yes&version=0';

/** Every page of the panel, by the files that make them. Anyone may open `auth.login`: it only asks for a shop's name. */
const ROUTES = readdirSync('app/routes')
  .filter((file) => /^(app|auth)\b/.test(file) && !file.startsWith('auth.login'))
  .map((file) => file.replace(/(\._index)?\.tsx?$/, '').replaceAll('.', '/'))
  .map((path) => `/${path.replace('$orderId', '1042').replace('$', 'callback')}`);

interface Visit {
  readonly path: string;
  readonly token: string;
  readonly place: 'header' | 'bare header' | 'address' | 'both';
  readonly post: boolean;
}

describe('the door of the panel', () => {
  let served: Served;
  beforeAll(async () => {
    served = await servePages('serve-panel');
  }, 120_000);
  afterAll(() => served.stop());

  const come = ({ path, token, place, post }: Visit): Promise<Response> => {
    const url = new URL(`${served.url}${path}`);
    url.searchParams.set('shop', SHOP);
    url.searchParams.set('host', Buffer.from(`admin.shopify.com/store/x`).toString('base64'));
    url.searchParams.set('embedded', '1');
    if (place === 'address' || place === 'both') url.searchParams.set('id_token', token);
    const bearer = { authorization: `${place === 'bare header' ? '' : 'Bearer '}${token}` };
    return fetch(url, {
      redirect: 'manual',
      method: post ? 'POST' : 'GET',
      ...(post ? { body: new URLSearchParams(PAUSE) } : {}),
      headers: { 'user-agent': BROWSER, ...(place === 'address' ? {} : bearer) },
    });
  };
  const atHome = (token: string, post = false) =>
    come({ path: post ? '/app?index' : '/app', token, place: 'header', post });

  /** A browser whose address has a token that isn't good is sent to get one; Remix writes that into the data it is asked for. */
  const isSentForAnother = async (reply: Response): Promise<boolean> => {
    const where = reply.status === 202 ? await reply.text() : reply.headers.get('location');
    return [202, 302].includes(reply.status) && /\/auth\/session-token\?/.test(where ?? '');
  };

  it('knows every page of the panel', () => {
    expect(ROUTES).toEqual(
      expect.arrayContaining(['/app', '/app/cases', '/app/cases/1042', '/app/settings']),
    );
  });

  it('lets staff in, and takes what they do', async () => {
    expect((await atHome(mint(staffClaims()))).status).toBe(200);
    expect((await atHome(mint(staffClaims()), true)).status).toBe(200);
    expect(await served.ask()).toMatchObject({ written: 1 });
    const inAddress = { path: '/app', token: mint(staffClaims()), post: false };
    expect((await come({ ...inAddress, place: 'address' })).status).toBe(200);
  });

  it('asks a browser whose token has ended for a new one, instead of shutting staff out', async () => {
    const ended = mint(staffClaims({ exp: 1_700_000_000 }));
    const page = await come({ path: '/app', token: ended, place: 'address', post: false });
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      expect.stringContaining('/auth/session-token'),
    ]);
    const reply = await atHome(ended);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
  });

  it.each([
    ['signed in', customerClaims({ sub: 'gid://shopify/Customer/7' })],
    ['not signed in', customerClaims()],
    ['signed in, the shop without https', customerClaims({ sub: '7', dest: SHOP })],
    ['not signed in, the shop without https', customerClaims({ dest: SHOP })],
  ])('turns a customer away on every page: %s', async (_who, claims) => {
    const before = await served.ask();
    for (const path of ROUTES.flatMap((route) => [route, `${route}.data`, `/%61${route.slice(2)}`]))
      for (const post of [false, true])
        for (const place of ['header', 'bare header', 'address', 'both'] as const)
          expect((await come({ path, token: mint(claims), place, post })).status).toBe(401);
    expect(await served.ask()).toEqual(before);
  });

  it('turns a customer away whose token is in the host’s name, where Shopify’s library would find it', async () => {
    const before = await served.ask();
    const token = mint(customerClaims());
    const headers = {
      host: `shop.example/app?shop=${SHOP}&host=eA&embedded=1&id_token=${token}&`,
      'user-agent': BROWSER,
    };
    for (const name of ['host', 'x-forwarded-host'])
      expect(
        (await rawRequest(served.url, '/', { headers: { ...headers, [name]: headers.host } }))
          .status,
      ).toBe(400);
    expect(await served.ask()).toEqual(before);
  });

  it('lets the panel, and nothing else, stand in the admin’s frame, however its address is written', async () => {
    const headers = { authorization: `Bearer ${mint(staffClaims())}`, 'user-agent': BROWSER };
    const query = `?shop=${SHOP}&host=eA&embedded=1`;
    for (const path of ['/app', '/%61pp', '/app/%63ases']) {
      const reply = await rawRequest(served.url, path + query, { headers });
      expect([reply.status, reply.headers['content-security-policy']]).toEqual([
        200,
        expect.stringContaining(`frame-ancestors https://${SHOP}`),
      ]);
    }
  });

  it(
    'lets nobody else in: nothing is read and nothing is written',
    async () => {
      const before = await served.ask();
      const visit = fc.record({
        path: fc
          .tuple(fc.constantFrom(...ROUTES), fc.constantFrom('', '.data', '?index', '?_routes='))
          .map(([route, end]) => route + end),
        token: wrongToken,
        place: fc.constantFrom('header' as const, 'bare header', 'address', 'both'),
        post: fc.boolean(),
      });
      const accepted: (Visit & { readonly status: number })[] = [];
      await fc.assert(
        fc.asyncProperty(visit, async (one) => {
          const reply = await come(one);
          // 405: no page takes a form there, whoever sends it.
          if (![401, 405].includes(reply.status) && !(await isSentForAnother(reply)))
            accepted.push({ ...one, status: reply.status });
        }),
        { seed: 20261130, path: String(RUNS.from), numRuns: RUNS.count },
      );
      expect(accepted).toEqual([]);
      expect(await served.ask()).toEqual(before);
      process.stdout.write(`intruders: ${RUNS.count} tokens at the panel, 0 accepted\n`);
    },
    PATIENCE_MS,
  );
});
