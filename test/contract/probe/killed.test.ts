import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SHOP } from '../simulator/support';
import { Stage } from './stage';

const ROUTE = join(process.cwd(), 'simulator', 'route.mjs');

let stage: Stage;
afterEach(() => stage.close());

const journal = (): string => join(stage.folder, SHOP, 'journal.jsonl');

interface Ended {
  readonly output: string;
  readonly code: number | null;
  readonly signal: string | null;
}

/** The program as it is started by hand, against the simulator. It is killed as soon as `kill` holds of its output. */
function program(
  args: readonly string[],
  token: string,
  kill: (output: string) => boolean = () => false,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', ROUTE, '--import', 'tsx', 'probe/main.ts', '--yes', ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          SIMULATOR_URL: stage.driver.simulator.url,
          PROBE_SHOP: SHOP,
          PROBE_TOKEN: token,
          PROBE_FOLDER: stage.folder,
        },
      },
    );
    let output = '';
    const hear = (part: Buffer): void => {
      output += part.toString();
    };
    const watch = setInterval(() => {
      if (kill(output)) child.kill('SIGKILL');
    }, 10);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      resolve({ output, code, signal });
    });
  });
}

describe('a probe that was killed in the middle', () => {
  it.each([
    ['between two questions', (output: string) => output.includes('\n3. ')],
    // The store makes the order at once, and answers five seconds later: too late for the probe.
    ['while its first order was being made', () => stage.ordersMade > 0],
  ])(
    '%s cleans up at its next start',
    async (_when, kill) => {
      stage = await Stage.open();
      const before = await stage.standing();
      await stage.driver.post('/_sim/clock', { rate: 1 });
      await stage.driver.post('/_sim/faults', {
        target: 'ProbeCreateOrder',
        mode: 'slow',
        ms: 5_000,
        shop: SHOP,
      });
      const { access_token: token } = (await stage.driver.exchange()).body;
      const killed = await program(['--only', '2,3'], String(token), kill);
      expect(killed.signal).toBe('SIGKILL');
      expect(stage.ordersMade).toBeGreaterThan(0);

      const next = await program(['--clean'], String(token));
      expect(next.output).toMatch(
        /^The last probe of this store did not end\.\nCleaning up \d+ things\.\n$/,
      );
      expect(next.code).toBe(0);
      expect(await stage.standing()).toEqual(before);
      expect(existsSync(journal())).toBe(false);
    },
    120_000,
  );
});

it.each([
  ['ProbeAddLocation', 'a location'],
  ['ProbeSetProduct', 'a product'],
  ['ProbeCreateOrder', 'an order'],
  ['ProbeCreateService', 'a fulfillment service'],
])(
  'what %s made without an answer is found by its mark: %s',
  async (target) => {
    stage = await Stage.open();
    const before = await stage.standing();
    await stage.driver.post('/_sim/faults', { target, mode: 'timeoutAfterCommit', shop: SHOP });
    const { code, found } = await stage.probe({ only: [2, 8] });
    expect(code).toBe(0);
    expect(found?.left).toEqual([]);
    expect(await stage.standing()).toEqual(before);
  },
  60_000,
);

it('stopped by hand it asks no further question and takes away what it made', async () => {
  stage = await Stage.open();
  const before = await stage.standing();
  const stopping = new AbortController();
  const lines: string[] = [];
  const { code } = await stage.probe(
    { only: [2, 3] },
    {
      signal: stopping.signal,
      print: (line) => {
        lines.push(line);
        if (line.includes('the first capture of 40')) stopping.abort();
      },
    },
  );
  expect(code).toBe(0);
  expect(lines.some((line) => line.startsWith('\n3. '))).toBe(false);
  expect(await stage.standing()).toEqual(before);
}, 60_000);
