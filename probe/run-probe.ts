import { agree } from './agree';
import { askAll } from './ask-all';
import { Bench } from './bench';
import { cleanUp } from './clean/clean-up';
import { Findings } from './findings';
import { agreeing, type Hands } from './hands/hands';
import { lookAtPrices } from './look-at-prices';
import type { Options } from './options';
import { OrderPacing } from './pacing';
import { finalCapture } from './questions/01-final-capture';
import { QUESTIONS } from './questions/all';
import type { Question } from './questions/question';
import { writeReport } from './record/report';
import { refusalOf } from './refuse';
import { openSession, type Session } from './session';
import { stock } from './shelf';
import { READ_SCOPES, READ_STORE, type Store } from './shopify/store';
import { stopBy } from './stop';
import { Things } from './things';
import { Deliveries } from './webhooks/deliveries';
import { startListening } from './webhooks/listener';

/** Everything of the world that the probe needs. */
export interface World {
  readonly fetch: typeof fetch;
  readonly hands: Hands;
  readonly print: (line: string) => void;
  readonly wait: (seconds: number) => Promise<void>;
  readonly now: () => number;
  readonly id: () => string;
  readonly signal: AbortSignal;
}

/** Asks the questions. Out: the program's exit code: 0 when nothing was refused, 2 when the store or the app was. */
export async function runProbe(options: Options, world: World): Promise<number> {
  const { print } = world;
  const session = await openSession(options, world);
  const { cleaner, journal } = session;
  const store = await cleaner.admin.must(READ_STORE);
  const refusal = refusalOf(store, await cleaner.admin.must(READ_SCOPES));
  if (refusal !== null) {
    print(refusal);
    return 2;
  }
  if (journal.open().length > 0) print('The last probe of this store did not end.');
  await cleanUp(cleaner, journal, print);
  if (options.clean) return 0;
  const questions = QUESTIONS.filter(({ number }) => options.only?.includes(number) ?? true);
  const hands = options.yes ? agreeing(world.hands) : world.hands;
  if (await agree(store, questions, hands, print))
    await probe(questions, store, options, world, session);
  return 0;
}

/** Asks, cleans up whatever happens, and writes down what was found. */
async function probe(
  questions: readonly Question[],
  store: Store,
  options: Options,
  world: World,
  session: Session,
): Promise<void> {
  const { print, now, hands, id } = world;
  const { run, folder, journal, raw, prices, cleaner } = session;
  const { check } = stopBy(world.signal);
  const wait = async (seconds: number): Promise<void> => {
    check();
    await world.wait(seconds);
    check();
  };
  const admin = session.admin({ wait, check });
  const findings = new Findings(print);
  const deliveries = new Deliveries(options.webhooks !== null);
  const things = new Things(admin, journal, new OrderPacing(now, wait), store, run, options.email);
  const ears = { deliveries, raw, now, secret: id() };
  const listening = await startListening(options.webhooks, ears);
  let left: readonly string[] = [];
  try {
    await listening.subscribe(admin, things);
    const shelf = await stock(things);
    const parts = {
      admin,
      store,
      things,
      hands,
      findings,
      deliveries,
      shelf,
      wait,
      now,
      print,
      id,
    };
    await askAll(questions, new Bench(parts), findings, check);
    if (questions.includes(finalCapture)) lookAtPrices(findings, prices);
  } catch (error) {
    print(`The probe ends early: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    left = await cleanUp(cleaner, journal, print);
    await listening.close();
  }
  const asked = questions.map(({ number, title }) => ({ number, title }));
  writeReport({ folder, store, at: new Date(now()), asked, findings, prices, left }, print);
}
