import { randomUUID } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../scripts/databases';

export const TEMPLATE = 'holdfast_template';

function serverUrl(): string {
  const url = process.env['HOLDFAST_TEST_POSTGRES'];
  if (url) return url;
  throw new Error('Only contract, integration and e2e tests have a database (jest.config.ts).');
}

/** A migrated, empty database for one test file: a copy of the run's template. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(serverUrl(), name, TEMPLATE);
  return { url, drop: () => dropDatabase(serverUrl(), name) };
}
