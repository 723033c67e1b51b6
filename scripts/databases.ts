import pg from 'pg';

async function run(url: string, statement: (client: pg.Client) => string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement(client));
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}

/** Makes a database, as a copy of `template` if one is named (nobody may be connected to that one), and says its address. */
export async function createDatabase(
  url: string,
  name: string,
  template?: string,
): Promise<string> {
  await run(url, (client) => {
    const copied = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    return `CREATE DATABASE ${client.escapeIdentifier(name)}${copied}`;
  });
  return databaseUrl(url, name);
}

/** Removes a database whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await run(
    url,
    (client) => `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`,
  );
}
