import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@prisma/client';
import pg from 'pg';

export type { PrismaClient };
/** What both the client and one of its transactions can do. */
export type Db = Prisma.TransactionClient;

/** Long enough for a slow disk, short enough that a forgotten transaction doesn't keep an order locked. */
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/**
 * The adapter writes instants without a zone and strips the zone when it reads, so the session must be in UTC whatever
 * the server's setting is; otherwise every due date is off by the server's hours.
 */
const SESSION = '-c TimeZone=UTC';

export function createPrisma(url: string, options: { connections?: number } = {}): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.connections ?? 10,
    options: SESSION,
  });
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION });
}

/** Raw PostgreSQL for hot paths. One transaction is wholly Prisma's or wholly this one's. */
export function createPool(url: string, options: { connections?: number } = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 5 });
  // An idle connection that breaks is replaced at the next query, which tells of any trouble that stays.
  pool.on('error', () => undefined);
  return pool;
}
