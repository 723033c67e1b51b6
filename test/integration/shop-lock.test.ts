import { createShopLock } from '../../app/adapters/tokens/shop-lock.server';
import { createPool } from '../../app/db.server';
import { ShopId } from '../../app/domain/ids';
import { freshDatabase } from '../support/database';

const SHOP = ShopId.parse('cut.myshopify.com');
/** What a restart of the database does to a connection that waits while Shopify answers. */
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where state = 'idle in transaction' and datname = current_database()`;

it('the database cuts the connection while a token is renewed: the process lives, and the next renewal works', async () => {
  const { url, drop } = await freshDatabase();
  const pool = createPool(url, { connections: 1 });
  const other = createPool(url, { connections: 1 });
  const lock = createShopLock(pool);
  const renewed = lock(SHOP, async () => {
    await other.query(CUT);
    // Long enough for the end to be heard while no query of ours is under way.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'renewed';
  });
  expect(await renewed).toBe('renewed');
  expect(await lock(SHOP, () => Promise.resolve('again'))).toBe('again');
  await Promise.all([pool.end(), other.end()]);
  await drop();
});
