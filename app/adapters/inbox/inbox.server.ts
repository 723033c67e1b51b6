import pg from 'pg';
import type { Clock, Doorbell, Log } from '../../ports';
import type { Inbox } from '../../web-deps';
import { Batcher } from './batcher';
import { createRinger } from './ringer';
import { type Letter, statementFor } from './statement';

/** Shopify waits five seconds, but a database that takes one is down: better to be asked again in a minute. */
const PATIENCE_MS = 900;
const MOST = 200;
/** One prepares while the others wait for the disk. */
const LANES = 4;

/** A deadlock or a failed serialization: the statement did nothing and may simply run again. */
const AGAIN = new Set(['40P01', '40001']);

interface Parts {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly log: Log;
}

/** The inbox on its own few connections, so that nothing else in the process can keep a webhook waiting. */
export function createInbox({ databaseUrl, clock, doorbell, log }: Parts): Inbox {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: LANES,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: 'holdfast inbox',
  });
  // An idle connection that breaks is replaced at the next query; unheard, its error would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'The inbox lost a database connection'));

  const ringer = createRinger(doorbell, log);
  const store = async (letters: readonly Letter[]): Promise<void> => {
    const query = () => pool.query<{ id: string }>(statementFor(letters));
    const { rows } = await query().catch(async (error: unknown) => {
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
      if (AGAIN.has(code)) return query();
      if (letters.length === 1 || !isAboutData(code)) throw error;
      for (const letter of letters) await store([letter]).catch(() => undefined);
      throw error;
    });
    ringer.ring(rows.map((row) => row.id));
  };

  const batcher = new Batcher(store, { most: MOST, lanes: LANES, patienceMs: PATIENCE_MS });
  return {
    receive: (delivery) => batcher.add({ ...delivery, receivedAt: clock.now() }),
    async close() {
      ringer.close();
      await pool.end();
    },
  };
}

/** Classes 22, 23 and 54: one row of the batch can't be stored, the others can. */
function isAboutData(code: string): boolean {
  return /^(22|23|54)/.test(code);
}
