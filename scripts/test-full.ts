/*
 * npm run test:full [-- PART [k/n]]: the full counts, a part at a time, and after each of them a section at the end of the
 * day's report in docs/reports. Without a part, all of them. What this machine lacks is said in the report.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Job, readJobs, runsOf } from './full/parts';
import { report } from './full/report';
import { run, type Result } from './full/run';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function jobsOf(args: readonly string[]): Job[] | null {
  try {
    return readJobs(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

async function play(job: Job): Promise<boolean> {
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    HOLDFAST_FULL: '1',
    HOLDFAST_SHARD: `${job.index + 1}/${job.of}`,
  };
  const results: Result[] = [];
  for (const what of runsOf(job)) results.push(await run(what, { cwd: root, env }));
  const path = report(root, new Date().toISOString().slice(0, 10), job, results);
  console.log(`\nThe report is in ${path}`);
  return results.every(({ ok }) => ok);
}

const jobs = jobsOf(process.argv.slice(2));
let status = jobs === null ? 2 : 0;
for (const job of jobs ?? []) if (!(await play(job))) status = 1;
process.exit(status);
