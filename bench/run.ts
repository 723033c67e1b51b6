import { availableParallelism, loadavg, totalmem } from 'node:os';
import { buildIfStale } from '../scripts/build-if-stale';
import { makeBed } from './bed';
import type { Figure } from './figure';
import { FIGURES } from './figures';
import { type Row, table } from './table';
import { jsonLine, judge, type Verdict } from './verdict';

/*
 * npm run bench [-- NAME…]: measures the built app against what else one could have written. A table, and for each
 * figure one line of JSON. Ends with 1 when one misses its must.
 */

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function chosen(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter((name) => !FIGURES.some((figure) => figure.name === name));
  if (unknown.length === 0)
    return names.length === 0 ? FIGURES : FIGURES.filter(({ name }) => names.includes(name));
  print(
    `No such figure: ${unknown.join(', ')}. There are: ${FIGURES.map((f) => f.name).join(', ')}`,
  );
  process.exit(2);
}

async function measure(figure: Figure): Promise<Verdict> {
  const start = performance.now();
  print(`\n${figure.name}: ${figure.what}`);
  const bed = await makeBed();
  try {
    const { ratios, rows } = await figure.measure(bed);
    print(table(rows));
    print(`rounds: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`);
    return judge(figure, ratios);
  } finally {
    await bed.close();
    print(`took ${Math.round((performance.now() - start) / 1000)} s`);
  }
}

function rowOf({ name, ratio, min, max, runs, must, aim, better, ok }: Verdict): Row {
  const sign = better === 'more' ? '≥' : '≤';
  return {
    figure: name,
    ratio: ratio.toFixed(2),
    min: min.toFixed(2),
    max: max.toFixed(2),
    rounds: runs,
    must: `${sign} ${must}`,
    aim: `${sign} ${aim}`,
    '': ok ? 'ok' : 'MISSED',
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const figures = chosen(process.argv.slice(2));
await buildIfStale(print);
const memory = Math.round(totalmem() / 2 ** 30);
const load = loadavg()[0]?.toFixed(1);
print(
  `${availableParallelism()} cores, ${memory} GB, Node ${process.version}, load before ${load}`,
);
const verdicts: Verdict[] = [];
for (const figure of figures) verdicts.push(await measure(figure));
print(`\n${table(verdicts.map(rowOf))}\n`);
for (const verdict of verdicts) print(jsonLine(verdict));
process.exit(verdicts.every(({ ok }) => ok) ? 0 : 1);
