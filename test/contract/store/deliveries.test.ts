import type pg from 'pg';
import { createStore } from '../../../app/adapters/store/store.server';
import { createPool, createPrisma, type PrismaClient } from '../../../app/db.server';
import type { ShopId } from '../../../app/domain/ids';
import type { Store } from '../../../app/ports';
import { freshDatabase } from '../../support/database';
import { at, OTHER, SHOP } from '../../support/store-rows';

/* The store in memory keeps no deliveries: here only the real one can err. */

const MONDAY = at('09T12:00');

let store: Store;
let prisma: PrismaClient;
let pool: pg.Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  pool = createPool(database.url);
  prisma = createPrisma(database.url);
  store = createStore({
    prisma,
    clock: { now: () => MONDAY },
    doorbell: { ring: () => Promise.resolve() },
    newShopMode: 'ask',
  });
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await drop();
});
beforeEach(() => pool.query('truncate "Webhook"'));

const came = (webhookId: string, receivedAt: Date, body: object | null = null, shop = SHOP) =>
  pool.query(
    `insert into "Webhook" ("shop", "webhookId", "topic", "triggeredAt", "receivedAt", "body")
     values ($1, $2, 'orders/updated', $3, $4, $5)`,
    // Shopify may have made it long before, as when it repeats a delivery.
    [shop, webhookId, at('01T00:00'), receivedAt, body],
  );
async function kept(shop: ShopId = SHOP): Promise<string[]> {
  const { rows } = await pool.query<{ webhookId: string }>(
    `select "webhookId" from "Webhook" where "shop" = $1 order by "webhookId"`,
    [shop],
  );
  return rows.map(({ webhookId }) => webhookId);
}

describe('deliveries of webhooks, in PostgreSQL', () => {
  it('are forgotten once they came long enough ago', async () => {
    await came('old', at('09T11:59'));
    await came('of that moment', MONDAY);
    await came('young', at('09T12:01'));
    await store.forgetWebhooks(SHOP, MONDAY);
    expect(await kept()).toEqual(['of that moment', 'young']);
  });

  it('are kept while their body is needed, and forgotten after it was', async () => {
    await came('a request about a person', at('02T12:00'), { customer: { id: 1 } });
    await came('an empty request', at('02T12:00'), {});
    await came('a hint', at('02T12:00'));
    await store.forgetWebhooks(SHOP, MONDAY);
    expect(await kept()).toEqual(['a request about a person', 'an empty request']);
    expect(await store.webhookBody(SHOP, 'a request about a person')).toEqual({
      customer: { id: 1 },
    });
    await store.forgetWebhookBody(SHOP, 'a request about a person');
    await store.forgetWebhooks(SHOP, MONDAY);
    expect(await kept()).toEqual(['an empty request']);
  });

  it('of another shop are that shop’s to forget', async () => {
    await came('old', at('02T12:00'));
    await came('old', at('02T12:00'), null, OTHER);
    await store.forgetWebhooks(SHOP, MONDAY);
    expect(await kept()).toEqual([]);
    expect(await kept(OTHER)).toEqual(['old']);
  });

  it('may be none at all', async () => {
    await store.forgetWebhooks(SHOP, MONDAY);
    expect(await kept()).toEqual([]);
  });
});
