import { existsSync } from 'node:fs';
import { compose } from '../app/compose.server';
import { BadEnvironment, readEnv } from '../app/env.server';
import { startWeb } from '../app/http/start-web.server';
import { startEmbeddedPostgres } from './embedded-postgres';
import { migrate } from './migrate-database';

/*
 * npm run start:all: web and worker in one process, for a small shop on one machine. Without DATABASE_URL it brings its
 * own PostgreSQL (decision record 0004); everything else is set as for `npm start`.
 */

type Undo = () => Promise<void>;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function startAll(started: Undo[]): Promise<void> {
  // Faults first: no database is started for an environment that cannot work.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const source = { ...process.env };
  const own = !source['DATABASE_URL'];
  readEnv(own ? { ...source, DATABASE_URL: 'postgresql://to-be-started' } : source);

  if (own) {
    const postgres = await startEmbeddedPostgres({ progress: say });
    started.push(() => postgres.stop());
    source['DATABASE_URL'] = postgres.url;
  }
  const env = readEnv(source);
  await migrate(env.databaseUrl);
  const app = await compose(env);
  started.push(() => app.close());
  const worker = await app.startWorker();
  started.push(() => worker.stop());
  const web = await startWeb({ env, app: app.web });
  started.push(() => web.close());
  say(`Holdfast listens on port ${web.port}; its address is ${env.appUrl}.`);
}

/** What was started last is stopped first; one that fails to stop doesn't keep the others. */
async function undo(started: Undo[]): Promise<boolean> {
  let clean = true;
  for (const stop of started.splice(0).reverse()) {
    await stop().catch((error: unknown) => {
      clean = false;
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    });
  }
  return clean;
}

const started: Undo[] = [];
const told = { at: 0 };

/** npm and tsx pass on a signal that the whole group got already, so one Ctrl-C may arrive twice. */
function end(): void {
  if (told.at === 0) {
    told.at = Date.now();
    void undo(started).then((clean) => process.exit(clean ? 0 : 1));
  } else if (Date.now() - told.at > 1_000) {
    process.exit(1);
  }
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
try {
  await startAll(started);
} catch (error) {
  const expected = error instanceof BadEnvironment;
  process.stderr.write(
    `${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`,
  );
  await undo(started);
  process.exit(1);
}
