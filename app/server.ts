import { compose } from './compose.server';
import { loadEnv } from './env.server';
import { startWeb } from './http/start-web.server';
import { exitOnFault, isEntry, stopOnSignal } from './process.server';

export { startWeb } from './http/start-web.server';

/** The web process: `npm start`. */
async function main(): Promise<void> {
  const env = loadEnv();
  const holdfast = await compose(env);
  const web = await startWeb({ env, app: holdfast.web });
  holdfast.log.info({ port: web.port }, 'The web entry listens');
  stopOnSignal(async () => {
    await web.close();
    await holdfast.close();
  }, holdfast.log);
}

if (isEntry(import.meta.url)) main().catch(exitOnFault);
