import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Stack } from '../../simulator/stack/stack';
import { runTour } from '../../simulator/tour/run';
import { seeded } from './random';

export interface KilledTour {
  readonly seed: number;
  readonly kills: Readonly<Record<'web' | 'worker', number>>;
  /** Messages whose end nobody knows: marked so, and never sent again. */
  readonly unclear: readonly string[];
  /** What the checker found that a message marked unclear doesn't explain. */
  readonly faults: readonly string[];
}

/** Between two kills: short enough to hit every part of the week, long enough that the app is up again. */
const LEAST_MS = 300;
const SPREAD_MS = 2_500;

async function unclearMessages(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; key: string }>(
      `select c."orderName" as name, m."key" as key from "Message" m join "Case" c using ("shop", "orderId")
       where m."outcome" = 'unclear'`,
    );
    return rows.map((row) => `${row.name} ${row.key}`);
  } finally {
    await client.end();
  }
}

/**
 * A message that is marked unclear may not have arrived: then its customer could hear less, and act less, than the story
 * has it. Nothing excuses money that moved wrongly, or anything that happened twice.
 */
function isExcused(fault: string, unclear: readonly string[]): boolean {
  if (/: (M|P1|P6|P8|HOLD.*before) /.test(fault) || /twice|times/.test(fault)) {
    const zero = /(confirmed|told) 0 times/.test(fault) || /STORY/.test(fault);
    if (!zero) return false;
  }
  if (unclear.length === 0) return false;
  return (
    /STORY/.test(fault) || unclear.some((message) => fault.includes(message.split(' ')[0] ?? ' '))
  );
}

/** One week in which web and worker are killed at random moments and started again. */
export async function runKilledTour(
  seed: number,
  most: number,
  print: (line: string) => void,
  redisUrl?: string,
): Promise<KilledTour> {
  const random = seeded(seed);
  const kills = { web: 0, worker: 0 };
  let unclear: string[] = [];
  const pullTheRug = (stack: Stack): (() => Promise<void>) => {
    let over = false;
    const loop = (async () => {
      while (!over && kills.web + kills.worker < most) {
        await sleep(LEAST_MS + random() * SPREAD_MS);
        if (over) break;
        const role = random() < 0.35 ? 'web' : 'worker';
        kills[role] += 1;
        await stack.restart(role);
      }
    })();
    return async () => {
      over = true;
      await loop;
    };
  };
  const faults = await runTour({
    shop: 'harbor.myshopify.com',
    mode: 'automatic',
    redisUrl,
    leaseMs: 1_500,
    print,
    meanwhile: pullTheRug,
    afterwards: async (stack) => {
      unclear = await unclearMessages(stack.databaseUrl);
    },
  });
  return { seed, kills, unclear, faults: faults.filter((fault) => !isExcused(fault, unclear)) };
}
