import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import type pg from 'pg';
import { z } from 'zod';
import { createTokens } from '../../app/adapters/tokens/create-tokens.server';
import { parseKeyring } from '../../app/adapters/tokens/keyring';
import { createPool, createPrisma, type PrismaClient } from '../../app/db.server';
import type { ShopId } from '../../app/domain/ids';
import type { Log } from '../../app/ports';
import { createShopify, type ShopifyApp } from '../../app/shopify.server';
import { SCOPES } from '../../simulator/shop/open-shop';
import { freshDatabase } from '../support/database';
import {
  CREDENTIALS,
  type SimulatedShopify,
  startSimulatedShopify,
} from '../support/simulated-shopify';

const APP_URL = 'https://holdfast.example.com';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const keyring = parseKeyring(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let shopify: SimulatedShopify;
let prisma: PrismaClient;
let pool: pg.Pool;
let tokens: ReturnType<typeof createTokens>;
let app: ShopifyApp;
const installed: ShopId[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  shopify = await startSimulatedShopify();
  // The library took its fetch when it was imported, before the simulator was there.
  setAbstractFetchFunc((input, init) => fetch(input, init));
  prisma = createPrisma(database.url);
  pool = createPool(database.url);
  tokens = createTokens({ prisma, pool, keyring, credentials: CREDENTIALS, log: silent });
  app = createShopify(
    { ...CREDENTIALS, appUrl: APP_URL, scopes: SCOPES, log: silent },
    tokens.sessionStorage,
    { onInstalled: async (shop) => void installed.push(shop) },
  );
});

afterAll(async () => {
  await shopify.stop();
  await Promise.all([prisma.$disconnect(), pool.end()]);
  await database.drop();
});

/** As App Bridge does when a page of the panel asks for data. */
async function ask(shop: ShopId, of = app): Promise<{ session: { shop: string } }> {
  const { token } = z
    .object({ token: z.string() })
    .parse(await shopify.sim('POST', '/session-token', { shop }));
  return of.authenticate.admin(
    new Request(`${APP_URL}/app?shop=${shop}`, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': BROWSER },
    }),
  );
}

it('the first visit of a merchant installs the app and keeps its token encrypted', async () => {
  const shop = await shopify.openShop();
  expect((await ask(shop)).session.shop).toBe(shop);
  expect(installed).toEqual([shop]);
  const row = await prisma.session.findUniqueOrThrow({ where: { id: `offline_${shop}` } });
  expect(row.accessToken).toMatch(/^v1\.k1\./);
  expect(row.refreshToken).toMatch(/^v1\.k1\./);
  expect(await tokens.tokenFor(shop)).toMatch(/^shpat_/);
});

it('the second visit asks Shopify for nothing', async () => {
  const shop = await shopify.openShop();
  await ask(shop);
  await ask(shop);
  const rows = z
    .array(z.unknown())
    .parse(await shopify.sim('GET', `/ledger?shop=${shop}&kind=token`));
  expect(rows).toHaveLength(1);
});

it('a session token that was made up is turned away', async () => {
  const shop = await shopify.openShop();
  const forged = new Request(`${APP_URL}/app?shop=${shop}`, {
    headers: { authorization: 'Bearer a.b.c', 'user-agent': BROWSER },
  });
  const answer: unknown = await app.authenticate.admin(forged).catch((thrown: unknown) => thrown);
  expect(answer).toBeInstanceOf(Response);
  expect(answer).toMatchObject({ status: 401 });
  expect(await prisma.session.count({ where: { shop } })).toBe(0);
});

it('a key has leaked and the new one stands alone: the merchant opens the app, and a new token comes', async () => {
  const shop = await shopify.openShop();
  await ask(shop);
  const fresh = parseKeyring(`k2:${Buffer.alloc(32, 8).toString('base64')}`);
  const parts = { prisma, pool, credentials: CREDENTIALS, log: silent };
  const after = createTokens({ ...parts, keyring: fresh });
  const again = createShopify(
    { ...CREDENTIALS, appUrl: APP_URL, scopes: SCOPES, log: silent },
    after.sessionStorage,
    { onInstalled: async () => undefined },
  );
  expect((await ask(shop, again)).session.shop).toBe(shop);
  expect(await after.tokenFor(shop)).toMatch(/^shpat_/);
});
