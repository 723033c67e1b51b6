import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from '../findings';
import { API_VERSION } from '../shopify/admin';
import type { Store } from '../shopify/store';
import { ASK_MERCHANTS, NOT_TO_BE_PROBED } from '../switches';
import type { Prices } from './prices';

export interface Report {
  readonly folder: string;
  readonly store: Store;
  readonly at: Date;
  readonly asked: readonly { readonly number: number; readonly title: string }[];
  readonly findings: Findings;
  readonly prices: Prices;
  readonly left: readonly string[];
}

/** Writes what was found: `report.md` for people, `findings.json` for programs, `facts.json` for the simulator. */
export function writeReport(report: Report, print: (line: string) => void): void {
  const { folder, findings, left } = report;
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const header = {
    store: report.store.myshopifyDomain,
    at: report.at.toISOString(),
    apiVersion: API_VERSION,
  };
  const switches = Object.fromEntries(findings.switches);
  write('facts.json', json({ ...header, switches }));
  write(
    'findings.json',
    json({
      ...header,
      observations: findings.observations,
      switches,
      prices: report.prices.list(),
      left,
    }),
  );
  write('report.md', `${markdown(report).join('\n')}\n`);

  const differing = findings.observations.filter(({ same }) => same === false);
  print('');
  for (const [name, why] of findings.notFound) print(`not found: ${name}: ${why}`);
  for (const [name, why] of Object.entries(NOT_TO_BE_PROBED))
    print(`not to be probed: ${name}: ${why}`);
  for (const what of ASK_MERCHANTS) print(`not to be probed: ${what}`);
  print(`${findings.observations.length} things looked at, ${differing.length} differ.`);
  print(`Report, raw replies and switches: ${folder}`);
  print(`To play this store: SIMULATOR_FACTS=${join(folder, 'facts.json')} npm run demo`);
  if (left.length > 0) print(`What stays in the store: ${left.length} (see report.md).`);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const verdict = (same: boolean | null): string =>
  same === null ? 'seen' : same ? 'as said' : '**differs**';

function markdown({ store, at, asked, findings, prices, left }: Report): string[] {
  const lines = [
    `# ${store.myshopifyDomain}, ${at.toISOString()}, API ${API_VERSION}`,
    '',
    `Plan: ${store.plan.publicDisplayName}.`,
  ];
  for (const { number, title } of asked) {
    lines.push(
      '',
      `## ${number}. ${title}`,
      '',
      '| what | expected | found | | to do |',
      '|---|---|---|---|---|',
    );
    for (const row of findings.observations.filter(({ question }) => question === number))
      lines.push(
        `| ${cell(row.what)} | ${cell(row.expected)} | ${cell(row.found)} | ${verdict(row.same)} | ${
          row.same === false ? cell(row.change) : ''
        } |`,
      );
  }
  lines.push('', '## Switches of the simulator', '', '| switch | |', '|---|---|');
  for (const [name, value] of findings.switches) lines.push(`| \`${name}\` | ${String(value)} |`);
  for (const [name, why] of findings.notFound)
    lines.push(`| \`${name}\` | not found: ${cell(why)} |`);
  for (const [name, why] of Object.entries(NOT_TO_BE_PROBED))
    lines.push(`| \`${name}\` | not to be probed: ${cell(why)} |`);
  lines.push('', '## Not to be probed in an hour', '', ...ASK_MERCHANTS.map((what) => `- ${what}`));
  lines.push(
    '',
    '## Prices',
    '',
    '| operation | requested | actual | calls |',
    '|---|---|---|---|',
  );
  for (const { operation, requested, cheapest, dearest, calls } of prices.list())
    lines.push(`| ${operation} | ${requested} | ${cheapest} to ${dearest} | ${calls} |`);
  lines.push('', '## What stays in the store', '');
  lines.push(...(left.length === 0 ? ['Nothing.'] : left.map((what) => `- ${what}`)));
  return lines;
}
