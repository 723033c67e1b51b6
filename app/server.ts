import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from './compose.server';
import { BadEnvironment, loadEnv } from './env.server';
import { startWeb } from './http/start-web.server';

export { startWeb } from './http/start-web.server';

/** The web process: `npm start`. */
async function main(): Promise<void> {
  const env = loadEnv();
  const holdfast = await compose(env);
  const web = await startWeb({ env, app: holdfast.web });
  holdfast.log.info({ port: web.port }, 'The web entry listens');

  const stop = (signal: string): void => {
    holdfast.log.info({ signal }, 'The web entry takes nothing new and ends');
    web
      .close()
      .then(() => holdfast.close())
      .then(
        () => process.exit(0),
        (err: unknown) => {
          holdfast.log.error({ err }, 'The web entry did not end cleanly');
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

const isEntry =
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url));

if (isEntry) {
  main().catch((error: unknown) => {
    // One line per fault, without a stack: whoever starts it reads this first.
    const words = error instanceof BadEnvironment ? error.message : String(error);
    process.stderr.write(`${words}\n`);
    process.exit(1);
  });
}
