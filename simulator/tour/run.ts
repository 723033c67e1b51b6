import { startStack, type Stack } from '../stack/stack';
import { type SimulatorClient, simulatorClient } from '../stack/client';
import { checkLedger } from './checker';
import { liveThroughAWeek, TOUR_START } from './story';
import { readWitness, type Witness } from './witness';

export interface TourOptions {
  readonly shop: string;
  readonly mode: 'automatic' | 'watch';
  readonly redisUrl?: string | undefined;
  readonly leaseMs?: number;
  readonly print?: (line: string) => void;
  /** Called at every step, so that a test can pull the rug. */
  readonly atStep?: (stack: Stack, sim: SimulatorClient) => Promise<void>;
  /** Called once the shop is open, and its answer at the end of the week. */
  readonly meanwhile?: (stack: Stack) => () => Promise<void>;
  /** Looks at what is left when the week is over. */
  readonly afterwards?: (stack: Stack, witness: Witness) => Promise<void>;
}

/** One shop's week on real parts; says what a checker finds that has read ledger and mailbox alone. */
export async function runTour(options: TourOptions): Promise<string[]> {
  const { shop, mode, print = () => undefined } = options;
  const stack = await startStack({
    simulatorPort: 0,
    start: TOUR_START,
    rate: 0,
    newShopMode: mode,
    redisUrl: options.redisUrl,
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
    progress: (line) => print(`… ${line}`),
  });
  try {
    const sim = simulatorClient(stack.simulatorUrl);
    print(`\n${shop}, a shop on manual capture, mode “${mode}”`);
    const opening = {
      shop,
      plan: 'basic',
      captureMode: 'manual',
      timezone: 'America/New_York',
      currency: 'USD',
    };
    const { opened } = await sim.post<{ opened: { installed: boolean; status: number | null } }>(
      '/_sim/shops',
      opening,
    );
    if (!opened.installed)
      throw new Error(`The app did not open: it answered ${opened.status ?? 'nothing'}`);
    const say = async (line: string): Promise<void> => {
      const { now } = await sim.get<{ now: string }>('/_sim/clock');
      print(`${now.slice(0, 16).replace('T', ' ')}  ${line}`);
      await options.atStep?.(stack, sim);
    };
    const enough = options.meanwhile?.(stack);
    try {
      await liveThroughAWeek({ sim, appUrl: stack.appUrl, shop, silent: mode === 'watch', say });
    } finally {
      await enough?.();
    }
    const witness = await readWitness(sim, shop);
    const found = checkLedger(witness, mode);
    print(
      `Checked from ledger and mailbox: ${witness.rows.length} rows, ${witness.mails.length} mails, ${found.length} faults`,
    );
    await options.afterwards?.(stack, witness);
    return found.map((fault) => `${shop}: ${fault}`);
  } finally {
    await stack.stop();
  }
}

/** The tour: a shop in mode `automatic`, and one that lives through the same in mode `watch`. */
export async function runBothTours(
  options: Pick<TourOptions, 'redisUrl' | 'atStep' | 'print'>,
): Promise<string[]> {
  return [
    ...(await runTour({ ...options, shop: 'harbor.myshopify.com', mode: 'automatic' })),
    ...(await runTour({ ...options, shop: 'lighthouse.myshopify.com', mode: 'watch' })),
  ];
}
