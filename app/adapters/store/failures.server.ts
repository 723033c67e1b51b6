import { Prisma } from '@prisma/client';
import { Conflict } from '../../errors';

/** PostgreSQL's "unique_violation", by Prisma's own name for it or within its error for raw statements. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return (
    error.code === 'P2002' ||
    (error.code === 'P2010' && JSON.stringify(error.meta).includes('23505'))
  );
}

/** What a unique index refuses was done by someone else first. */
export function translated(error: unknown): unknown {
  return isTaken(error) ? new Conflict('The database has it already', { cause: error }) : error;
}
