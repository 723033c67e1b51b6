import pg from 'pg';
import type { Bench } from './bench';

/** A shop's cases as they are kept, each with its version: what was written in between cannot hide. */
export async function caseRows({ stack }: Bench, shop: string): Promise<unknown[]> {
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<object>(
      'select * from "Case" where "shop" = $1 order by "orderId"',
      [shop],
    );
    return rows;
  } finally {
    await database.end();
  }
}
