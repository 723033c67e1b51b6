import type { ChildProcess } from 'node:child_process';
import pg from 'pg';

/** One of the two programs that are compared, with a database of its own. */
export interface Side {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  /** How many deliveries its database holds. */
  stored(): Promise<number>;
  /** Empties it, so that the same deliveries are new again. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
  });
}

export async function countIn(client: pg.Client, table: string): Promise<number> {
  const name = client.escapeIdentifier(table);
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
  return Number(rows[0]?.count);
}
