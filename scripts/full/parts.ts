/*
 * The full counts, a part each. One part, or one of its shards, takes at most 60 minutes on two processors that have
 * nothing else to do. The minutes are measured: see docs/reports.
 */

export interface Run {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  /** A line that shows that something ran and nothing failed: a pattern that fits no file must not look like a success. */
  readonly proof: RegExp;
}

export interface Part {
  /** In how many shards the part is cut. */
  readonly shards: number;
  /** What every shard runs its share of. */
  readonly each: readonly Run[];
  /** What is never divided: the first shard runs it. */
  readonly once: readonly Run[];
}

/** One shard of one part; `index` from 0. */
export interface Job {
  readonly part: string;
  readonly index: number;
  readonly of: number;
}

function test(title: string, project: string, pattern: string, options: string[] = []): Run {
  const args = ['scripts/test.mjs', project, '--testPathPatterns', pattern, ...options];
  return { title, program: 'node', args, proof: /^[1-9]\d* passed, 0 failed/ };
}

const WRONG_PATCHES: Run = {
  title: 'wrong patches',
  program: 'tsx',
  args: ['test/mutants/run.ts'],
  proof: /^[1-9]\d* caught, 0 stayed green, 0 did not apply/,
};

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  [
    'money',
    {
      shards: 1,
      each: [test('every combination of the money table', 'money', 'money/product')],
      once: [
        test('the money table, row by row', 'money', 'money/(table|rows|checker)'),
        test('each effect exactly once', 'properties', 'properties/(exactly|money|planner)'),
      ],
    },
  ],
  [
    'races',
    {
      shards: 1,
      each: [test('races in memory', 'properties', 'properties/races')],
      once: [],
    },
  ],
  [
    'races-postgres',
    {
      shards: 2,
      each: [test('races on PostgreSQL', 'integration', 'integration/races', ['--maxWorkers=2'])],
      once: [],
    },
  ],
  [
    'histories',
    {
      shards: 1,
      each: [test('random histories', 'properties', 'properties/histories')],
      once: [],
    },
  ],
  ['mutants', { shards: 4, each: [WRONG_PATCHES], once: [] }],
  [
    'intruders',
    {
      shards: 1,
      each: [
        test('whatever comes to the door', 'contract', 'contract/ingest-fuzz'),
        test('whoever comes to the panel', 'integration', 'integration/panel-door'),
      ],
      once: [
        test('the doors', 'contract', 'contract/ingest(-store)?.test'),
        test('pages and machines', 'integration', 'integration/web-'),
      ],
    },
  ],
  [
    'recorded',
    {
      shards: 1,
      each: [],
      once: [test('recorded facts of Shopify', 'contract', 'contract/recorded')],
    },
  ],
]);

export const PART_NAMES: readonly string[] = [...PARTS.keys()];

/** Throws in words for whoever typed the name. */
function partOf(name: string): Part {
  const part = PARTS.get(name);
  if (part === undefined)
    throw new Error(`There is no part "${name}". The parts are: ${PART_NAMES.join(', ')}.`);
  return part;
}

export function runsOf({ part, index }: Job): Run[] {
  const { each, once } = partOf(part);
  return index === 0 ? [...each, ...once] : [...each];
}

function allShards(part: string): Job[] {
  const { shards } = partOf(part);
  return Array.from({ length: shards }, (_, index) => ({ part, index, of: shards }));
}

/** "2/4" as `{ index: 1, of: 4 }`; null where it isn't like that. */
function readShard(text: string): Omit<Job, 'part'> | null {
  const [, k, n] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(k) - 1, of: Number(n) };
  return shard.index >= 0 && shard.index < shard.of ? shard : null;
}

/**
 * What `npm run test:full -- …` asks for: nothing for everything; a part, with all its shards; or a part and one shard.
 * Throws in words for whoever typed it.
 */
export function readJobs([part, shard, ...more]: readonly string[]): Job[] {
  if (part === undefined) return PART_NAMES.flatMap(allShards);
  const all = allShards(part);
  if (shard === undefined) return all;
  const read = readShard(shard);
  if (read === null || more.length > 0)
    throw new Error(`A shard is like "2/4", after the part: npm run test:full -- ${part} 2/4`);
  return [{ part, ...read }];
}
