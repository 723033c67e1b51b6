import { startStack } from '../stack/stack';
import { simulatorClient } from '../stack/client';
import { checkLedger } from './checker';
import { readWitness } from './witness';
import { liveThroughAWeek, TOUR_START } from './story';

export interface TourOptions {
  readonly redisUrl?: string | undefined;
  /** Called at every step, so that a test can pull the rug. */
  readonly atStep?: (restart: (role: 'web' | 'worker') => Promise<void>) => Promise<void>;
  readonly print?: (line: string) => void;
}

const SHOPS = [
  { shop: 'harbor.myshopify.com', mode: 'automatic' },
  { shop: 'lighthouse.myshopify.com', mode: 'watch' },
] as const;

/** The whole main job on real parts; says for each shop what a checker finds that has read ledger and mailbox alone. */
export async function runTour(options: TourOptions = {}): Promise<string[]> {
  const print = options.print ?? (() => undefined);
  const faults: string[] = [];
  for (const { shop, mode } of SHOPS) {
    const stack = await startStack({
      simulatorPort: 0,
      start: TOUR_START,
      rate: 0,
      newShopMode: mode,
      redisUrl: options.redisUrl,
      progress: (line) => print(`… ${line}`),
    });
    try {
      const sim = simulatorClient(stack.simulatorUrl);
      print(`\n${shop}, a shop on manual capture, mode “${mode}”`);
      const opening = { shop, plan: 'basic', captureMode: 'manual', timezone: 'America/New_York', currency: 'USD' };
      await sim.post('/_sim/shops', opening);
      const say = async (line: string): Promise<void> => {
        const { now } = await sim.get<{ now: string }>('/_sim/clock');
        print(`${now.slice(0, 16).replace('T', ' ')}  ${line}`);
        await options.atStep?.((role) => stack.restart(role));
      };
      await liveThroughAWeek({ sim, appUrl: stack.appUrl, shop, silent: mode === 'watch', say });
      const witness = await readWitness(sim, shop);
      const found = checkLedger(witness, mode);
      print(`Checked from ledger and mailbox: ${witness.rows.length} rows, ${witness.mails.length} mails, ${found.length} faults`);
      faults.push(...found.map((fault) => `${shop}: ${fault}`));
    } finally {
      await stack.stop();
    }
  }
  return faults;
}
