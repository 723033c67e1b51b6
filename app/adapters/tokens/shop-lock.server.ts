import type pg from 'pg';
import type { ShopId } from '../../domain/ids';
import { Unreachable } from '../../errors';

/** First half of the advisory lock's key: keeps token locks apart from every other lock on the database. */
const TOKEN_LOCKS = 0x70_6b;
const WAIT_MS = 20_000;
const LOCK_NOT_AVAILABLE = '55P03';

export type ShopLock = <T>(shop: ShopId, work: () => Promise<T>) => Promise<T>;

/**
 * One at a time per shop, across machines. The lock belongs to a short transaction on its own connection, so it ends
 * with the connection when the process dies. Two shops whose hash is the same only wait for each other.
 */
export function createShopLock(pool: pg.Pool): ShopLock {
  return async (shop, work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    // Unheard, the end of a connection that nobody uses at the moment would end the process.
    const hear = (error: Error): void => {
      broken = error;
    };
    client.on('error', hear);
    try {
      await client.query('BEGIN');
      await client.query(`SET LOCAL lock_timeout = ${WAIT_MS}`);
      await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [TOKEN_LOCKS, shop]);
      return await work();
    } catch (error) {
      if (isLockTimeout(error))
        throw new Unreachable('The token is being renewed elsewhere', { cause: error });
      throw error;
    } finally {
      // Nothing was written in it: it ends the same way whatever happened.
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error;
      });
      client.off('error', hear);
      client.release(broken);
    }
  };
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}
