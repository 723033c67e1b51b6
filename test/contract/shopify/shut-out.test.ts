import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdminClient } from '../../../app/adapters/shopify/admin-client.server';
import { createShopifyPort } from '../../../app/adapters/shopify/shopify-port.server';
import { createRefresh } from '../../../app/adapters/tokens/refresh.server';
import { ShopId } from '../../../app/domain/ids';
import { NoAccess, Unreachable } from '../../../app/errors';
import { Session } from '@shopify/shopify-api';

/* Shopify's answers to a shop as a whole, by status and body, over HTTP. */

const SHOP = ShopId.parse('shut.myshopify.com');
const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
let answer = { status: 200, body: '' };
let server: Server;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (input, init) =>
    realFetch(String(input).replace(`https://${SHOP}`, `http://127.0.0.1:${port}`), init);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((resolve) => server.close(resolve));
});

const port = createShopifyPort(
  createAdminClient({ tokenFor: (_shop, refused) => Promise.resolve(`${refused ?? ''}x`), log }),
);
const failure = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );

it.each([
  [401, 'refused'],
  [402, 'frozen'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [423, 'locked'],
  [430, 'suspicious'],
])(
  '%i shuts the app out of the shop (%s), for reads and for changes alike',
  async (status, cause) => {
    answer = { status, body: '{"errors":"no"}' };
    for (const asked of [
      () => port.readShop(SHOP),
      () => port.void(SHOP, { authorizationId: 'gid://shopify/OrderTransaction/1' as never }),
    ]) {
      const error = await failure(asked());
      expect(error).toBeInstanceOf(NoAccess);
      expect(error).toMatchObject({ withheld: cause });
    }
  },
);

it('a shop that is inactive says so with status 200', async () => {
  const body = { errors: [{ message: 'Inactive', extensions: { code: 'SHOP_INACTIVE' } }] };
  answer = { status: 200, body: JSON.stringify(body) };
  expect(await failure(port.readShop(SHOP))).toMatchObject({ withheld: 'closed' });
});

describe('a token is to be renewed', () => {
  const renew = (expires: number) =>
    failure(
      createRefresh({ apiKey: 'a', apiSecret: 'b' })(
        SHOP,
        new Session({
          ...{ id: 'offline_x', shop: SHOP, state: '', isOnline: false, accessToken: 'a' },
          refreshToken: 'r',
          refreshTokenExpires: new Date(Date.now() + expires),
        }),
      ),
    );

  it.each([
    ['the app was removed', 400, '{"error":"invalid_grant"}', 'refused'],
    ['the shop is frozen', 402, '{}', 'frozen'],
    ['the shop is forbidden', 403, '<html>', 'forbidden'],
    ['there is no such shop', 404, '<html>', 'not-found'],
    ['the shop is locked', 423, '{}', 'locked'],
    ['something else, which says nothing of the app', 400, '<html>', 'no-token'],
  ])('%s', async (_what, status, body, cause) => {
    answer = { status, body };
    expect(await renew(60_000)).toMatchObject({ withheld: cause });
  });

  it('a refresh token that ended by itself does not say that the app was removed', async () => {
    answer = { status: 400, body: '{"error":"invalid_grant"}' };
    expect(await renew(-1)).toMatchObject({ withheld: 'no-token' });
  });

  it('our own credentials are wrong: that is no shop’s doing', async () => {
    answer = { status: 401, body: '{"error":"invalid_client"}' };
    expect(await renew(60_000)).toBeInstanceOf(Unreachable);
  });
});
