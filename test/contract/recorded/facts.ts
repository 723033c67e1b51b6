import { startSimulator, type RunningSimulator } from '../../../simulator/server';
import { APP, Store } from './store';

/**
 * How sure a fact is. `recorded`: a real store answered so. `documented`: Shopify's schema, docs or help center say so.
 * `inferred`: it follows from facts of the other two kinds, and a real store may still answer differently.
 */
export type Confidence = 'recorded' | 'documented' | 'inferred';

/** Makes the preconditions in a store of its own, calls, and expects what is true afterwards. */
export type Hold = (store: Store) => Promise<void>;

export type Fact = (confidence: Confidence, sentence: string, hold: Hold) => void;

/**
 * The facts about one area of Shopify, each of them one test in a store of its own (`store.open()` opens it). The count of
 * those that held is printed at the end of the file.
 */
export function factsAbout(area: string): Fact {
  const held: Record<Confidence, number> = { recorded: 0, documented: 0, inferred: 0 };
  let stated = 0;
  let simulator: RunningSimulator | undefined;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, apiKey: APP.apiKey, apiSecrets: [APP.apiSecret] });
  });

  afterAll(async () => {
    await simulator?.close();
    const count = held.recorded + held.documented + held.inferred;
    process.stdout.write(
      `${area}: ${count} of ${stated} facts hold (${held.recorded} recorded, ${held.documented} documented, ${held.inferred} inferred)\n`,
    );
  });

  return (confidence, sentence, hold) => {
    stated += 1;
    const domain = `facts-${stated}.myshopify.com`;
    test(`${sentence} [${confidence}]`, async () => {
      if (!simulator) throw new Error('The simulator has not started');
      await hold(new Store(simulator, domain));
      held[confidence] += 1;
    });
  };
}
