/* npm run migrate: brings the database at DATABASE_URL up to date. Never starts a database of its own. */
import { existsSync } from 'node:fs';
import { migrate } from './migrate-database.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const url = process.env.DATABASE_URL;
if (!url) {
  console.error(
    'DATABASE_URL is not set: which database shall be migrated? (postgresql://user:password@host:5432/name)',
  );
  process.exit(1);
}
try {
  await migrate(url);
  console.log('The database is up to date.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
