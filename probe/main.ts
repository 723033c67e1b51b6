import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandHands } from './hands/command';
import { nobody, type Hands } from './hands/hands';
import { terminalHands } from './hands/terminal';
import { BadOptions, optionsFrom, type Options } from './options';
import { runProbe } from './run-probe';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function handsFor({ byHand }: Options): Hands {
  if (byHand !== null) return commandHands(byHand);
  return process.stdin.isTTY ? terminalHands() : nobody;
}

async function main(): Promise<number> {
  const options = optionsFrom(process.env, process.argv.slice(2));
  const stopping = new AbortController();
  process.once('SIGINT', () => {
    print('\nStopping. What was made is taken away first; press Ctrl-C again to end at once.');
    stopping.abort();
  });
  return runProbe(options, {
    fetch,
    hands: handsFor(options),
    print,
    wait: async (seconds) => {
      if (seconds >= 10) print(`   waiting ${seconds} s`);
      await sleep(seconds * 1000);
    },
    now: () => Date.now(),
    id: () => randomUUID(),
    signal: stopping.signal,
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof BadOptions || error instanceof Error;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOptions ? 2 : 1;
}
