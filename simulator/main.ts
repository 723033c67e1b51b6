import { optionsFromEnvironment } from './options';
import { startSimulator } from './server';

/** The simulator by itself, configured by the environment: `tsx simulator/main.ts`. */
const running = await startSimulator(optionsFromEnvironment(process.env));
process.stdout.write(
  `simulator: ${running.url}${running.smtpPort === undefined ? '' : `, mail on port ${running.smtpPort}`}\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void running.close().then(() => process.exit(0));
  });
}
