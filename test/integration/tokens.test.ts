import { Session } from '@shopify/shopify-api';
import type pg from 'pg';
import { z } from 'zod';
import { Undecipherable } from '../../app/adapters/tokens/cipher';
import { createTokens } from '../../app/adapters/tokens/create-tokens.server';
import { createOfflineTokens } from '../../app/adapters/tokens/offline-token.server';
import { parseKeyring } from '../../app/adapters/tokens/keyring';
import { createPool, createPrisma, type PrismaClient } from '../../app/db.server';
import { ShopId } from '../../app/domain/ids';
import { NoAccess, Unreachable } from '../../app/errors';
import { freshDatabase } from '../support/database';
import {
  CREDENTIALS,
  type SimulatedShopify,
  startSimulatedShopify,
} from '../support/simulated-shopify';

const MINUTE = 60_000;
const keyring = parseKeyring(`k1:${Buffer.alloc(32, 7).toString('base64')}`);

let database: Awaited<ReturnType<typeof freshDatabase>>;
let shopify: SimulatedShopify;
/** What the log was told. */
const warned: object[] = [];
const warn = (fields: object): void => void warned.push(fields);
const open: { prisma: PrismaClient; pool: pg.Pool }[] = [];

/** Another machine: its own process would have its own connections and its own memory. */
function aMachine(keys = keyring) {
  const prisma = createPrisma(database.url);
  const pool = createPool(database.url);
  open.push({ prisma, pool });
  return createTokens({
    prisma,
    pool,
    keyring: keys,
    credentials: CREDENTIALS,
    log: { warn, error: warn },
  });
}

let machine: ReturnType<typeof aMachine>;

beforeAll(async () => {
  database = await freshDatabase();
  shopify = await startSimulatedShopify();
  machine = aMachine();
});

afterAll(async () => {
  await shopify.stop();
  for (const { prisma, pool } of open) await Promise.all([prisma.$disconnect(), pool.end()]);
  await database.drop();
});

/** A shop whose token ends in so many minutes; null: never. */
async function aShop(minutesLeft: number | null) {
  const shop = await shopify.openShop();
  const { access, refresh } = await shopify.exchangeToken(shop, minutesLeft !== null);
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
  await machine.sessionStorage.storeSession(
    new Session({
      id: `offline_${shop}`,
      shop,
      state: '',
      isOnline: false,
      accessToken: access,
      scope: 'read_orders',
      ...(minutesLeft !== null && {
        expires: at(minutesLeft),
        refreshToken: refresh,
        refreshTokenExpires: at(60 * 24 * 90),
      }),
    }),
  );
  return { shop, access };
}

async function refreshes(shop: ShopId): Promise<number> {
  const rows = z
    .array(z.object({ target: z.string() }))
    .parse(await shopify.sim('GET', `/ledger?shop=${shop}&kind=token`));
  return rows.filter((row) => row.target === 'refresh').length;
}

const rowOf = async (shop: ShopId) => {
  const [first] = open;
  return first?.prisma.session.findUniqueOrThrow({ where: { id: `offline_${shop}` } });
};

describe('a token', () => {
  it('of a custom app lasts and is given as it is', async () => {
    const { shop, access } = await aShop(null);
    expect(await machine.tokenFor(shop)).toBe(access);
    expect(await refreshes(shop)).toBe(0);
  });

  it('with enough time left is given as it is', async () => {
    const { shop, access } = await aShop(6);
    expect(await machine.tokenFor(shop)).toBe(access);
    expect(await refreshes(shop)).toBe(0);
  });

  it('about to end is renewed once for twenty who ask at once', async () => {
    const { shop, access } = await aShop(4);
    const given = await Promise.all(Array.from({ length: 20 }, () => machine.tokenFor(shop)));
    expect(new Set(given).size).toBe(1);
    expect(given[0]).not.toBe(access);
    expect(await refreshes(shop)).toBe(1);
    const stored = await machine.sessionStorage.loadSession(`offline_${shop}`);
    expect(stored?.accessToken).toBe(given[0]);
    expect(stored?.expires?.getTime()).toBeGreaterThan(Date.now() + 50 * MINUTE);
  });

  it('is renewed once though several machines ask at the same time', async () => {
    const { shop } = await aShop(-10);
    const machines = [machine, aMachine(), aMachine(), aMachine()];
    const given = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (machines[n % 4] ?? machine).tokenFor(shop)),
    );
    expect(new Set(given).size).toBe(1);
    expect(await refreshes(shop)).toBe(1);
  });

  it('of one shop does not wait for that of another', async () => {
    const shops = await Promise.all([aShop(0), aShop(0), aShop(0), aShop(0), aShop(0), aShop(0)]);
    await Promise.all(shops.map(({ shop }) => machine.tokenFor(shop)));
    for (const { shop } of shops) expect(await refreshes(shop)).toBe(1);
  });

  it('that Shopify refused before its time is renewed', async () => {
    const { shop, access } = await aShop(30);
    const renewed = await machine.tokenFor(shop, access);
    expect(renewed).not.toBe(access);
    expect(await machine.tokenFor(shop, access)).toBe(renewed);
    expect(await refreshes(shop)).toBe(1);
  });

  it('that Shopify refused and that lasts cannot be renewed', async () => {
    const { shop, access } = await aShop(null);
    await expect(machine.tokenFor(shop, access)).rejects.toBeInstanceOf(NoAccess);
  });

  it('of a shop that never installed is not there', async () => {
    const nobody = ShopId.parse('nobody.myshopify.com');
    await expect(machine.tokenFor(nobody)).rejects.toBeInstanceOf(NoAccess);
  });

  it('of a shop that uninstalled is not renewed', async () => {
    const { shop } = await aShop(1);
    await shopify.sim('POST', `/shops/${shop}/uninstall`);
    await expect(machine.tokenFor(shop)).rejects.toMatchObject({ withheld: 'refused' });
  });

  it('that the panel has exchanged for another while ours was refused: the new one counts', async () => {
    const { shop } = await aShop(1);
    const { access, refresh } = await shopify.exchangeToken(shop, true);
    const [first] = open;
    if (!first) throw new Error('no machine');
    /** Shopify refuses the old refresh token, and meanwhile the panel has stored what it exchanged. */
    const late = createOfflineTokens({
      sessions: machine.sessionStorage,
      stored: machine.sessionStorage,
      lock: (_shop, work) => work(),
      log: { error: warn },
      refresh: async (_shop, session) => {
        await machine.sessionStorage.storeSession(
          new Session({
            ...session.toObject(),
            accessToken: access,
            refreshToken: refresh,
            expires: new Date(Date.now() + 60 * MINUTE),
          }),
        );
        throw new NoAccess('invalid_grant');
      },
    });
    expect(await late.tokenFor(shop)).toBe(access);
  });

  it('whose refresh token ended by itself does not say that the app is gone', async () => {
    const { shop } = await aShop(1);
    const stored = await machine.sessionStorage.loadSession(`offline_${shop}`);
    await machine.sessionStorage.storeSession(
      new Session({
        ...stored?.toObject(),
        id: `offline_${shop}`,
        shop,
        state: '',
        isOnline: false,
        refreshToken: 'ended',
        refreshTokenExpires: new Date(Date.now() - MINUTE),
      }),
    );
    await expect(machine.tokenFor(shop)).rejects.toMatchObject({ withheld: 'no-token' });
  });

  it.each(['drop', 'http500'])(
    'is renewed at the next try when the first met "%s"',
    async (mode) => {
      const { shop } = await aShop(1);
      await shopify.sim('POST', '/faults', { shop, target: 'token', mode });
      await expect(machine.tokenFor(shop)).rejects.toBeInstanceOf(Unreachable);
      expect(await machine.tokenFor(shop)).toMatch(/^shpat_/);
    },
  );

  it('is renewed again when the answer to the first try was lost', async () => {
    const { shop } = await aShop(1);
    await shopify.sim('POST', '/faults', { shop, target: 'token', mode: 'timeoutAfterCommit' });
    await expect(machine.tokenFor(shop)).rejects.toBeInstanceOf(Unreachable);
    expect(await machine.tokenFor(shop)).toMatch(/^shpat_/);
  });

  it('is not called lost when the app itself has the wrong credentials', async () => {
    const { shop } = await aShop(1);
    const [first] = open;
    if (!first) throw new Error('no machine');
    const credentials = { ...CREDENTIALS, apiSecret: 'wrong' };
    const wrong = createTokens({ ...first, keyring, credentials, log: { warn, error: warn } });
    await expect(wrong.tokenFor(shop)).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a session at rest', () => {
  it('has no token in it that anybody could use', async () => {
    const { shop, access } = await aShop(30);
    const row = await rowOf(shop);
    expect(row?.accessToken).toMatch(/^v1\.k1\./);
    expect(row?.refreshToken).toMatch(/^v1\.k1\./);
    expect(
      JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
    ).not.toContain(access);
    const [found] = await machine.sessionStorage.findSessionsByShop(shop);
    expect(found?.accessToken).toBe(access);
  });

  it('says so when somebody changed it', async () => {
    const { shop } = await aShop(30);
    const other = await aShop(30);
    const [first] = open;
    const theirs = await rowOf(other.shop);
    await first?.prisma.session.update({
      where: { id: `offline_${shop}` },
      data: { accessToken: theirs?.accessToken ?? '' },
    });
    await expect(machine.sessionStorage.loadSession(`offline_${shop}`)).rejects.toBeInstanceOf(
      Undecipherable,
    );
    warned.length = 0;
    await expect(machine.tokenFor(shop)).rejects.toMatchObject({ withheld: 'no-token' });
    expect(warned).toMatchObject([{ shop }]);
  });

  it('of which the key was dropped is no session, and the log names the key', async () => {
    const { shop } = await aShop(30);
    const after = aMachine(parseKeyring(`k2:${Buffer.alloc(32, 8).toString('base64')}`));
    warned.length = 0;
    expect(await after.sessionStorage.loadSession(`offline_${shop}`)).toBeUndefined();
    expect(await after.sessionStorage.findSessionsByShop(shop)).toEqual([]);
    await expect(after.tokenFor(shop)).rejects.toMatchObject({ withheld: 'no-token' });
    expect(warned).toContainEqual({ shop, key: 'k1' });
  });

  it('that an older key encrypts is written anew with the first: a lasting token outlives the older key', async () => {
    const { shop, access } = await aShop(null);
    const fresh = `k2:${Buffer.alloc(32, 8).toString('base64')}`;
    const both = aMachine(parseKeyring(`${fresh},k1:${Buffer.alloc(32, 7).toString('base64')}`));
    expect(await both.tokenFor(shop)).toBe(access);
    expect((await rowOf(shop))?.accessToken).toMatch(/^v1\.k2\./);
    expect(await aMachine(parseKeyring(fresh)).tokenFor(shop)).toBe(access);
  });

  it('is forgotten when the shop uninstalls, even when it can no longer be read', async () => {
    const { shop } = await aShop(30);
    const [first] = open;
    await first?.prisma.session.update({
      where: { id: `offline_${shop}` },
      data: { accessToken: 'v1.gone.AAAA.AAAA.AAAA' },
    });
    await machine.forget(shop);
    expect(await first?.prisma.session.count({ where: { shop } })).toBe(0);
    await expect(machine.tokenFor(shop)).rejects.toBeInstanceOf(NoAccess);
  });
});
