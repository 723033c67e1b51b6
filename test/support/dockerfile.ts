import { readFileSync } from 'node:fs';

export interface Step {
  /** COPY, RUN, USER and so on. */
  readonly word: string;
  readonly rest: string;
}

export interface Stage {
  readonly from: string;
  readonly name: string | null;
  readonly steps: readonly Step[];
}

export interface Copy {
  /** The stage that it comes from; null: from the repository. */
  readonly stage: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** As much of the format as ours uses: comments, continued lines, one instruction a line. */
export function readDockerfile(path = 'Dockerfile'): Stage[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { from: string; name: string | null; steps: Step[] }[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [from = '', , name = null] = rest.split(/\s+/);
      stages.push({ from, name, steps: [] });
    } else {
      stages.at(-1)?.steps.push({ word, rest });
    }
  }
  return stages;
}

export function stepsOf(stage: Stage | undefined, word: string): string[] {
  return (stage?.steps ?? []).filter((step) => step.word === word).map((step) => step.rest);
}

export function copiesOf(stage: Stage | undefined): Copy[] {
  return stepsOf(stage, 'COPY').map((rest) => {
    const from = /^--from=(\S+)\s+/.exec(rest);
    const paths = rest.slice(from?.[0].length ?? 0).split(/\s+/);
    return {
      stage: from?.[1] ?? null,
      sources: paths.slice(0, -1),
      target: paths.at(-1) ?? '',
    };
  });
}

/** `["node", "build/server.js"]`, as CMD and HEALTHCHECK give it. */
export function argumentsIn(rest: string): string[] {
  const list: unknown = JSON.parse(rest.slice(rest.indexOf('[')));
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
    throw new Error(`Not a list of words: ${rest}`);
  return list;
}

/** Whether .dockerignore keeps a path out: the last line that fits decides, and a folder's line goes for all in it. */
export function ignores(path: string, ignoreFile = '.dockerignore'): boolean {
  const lines = readFileSync(ignoreFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  let ignored = false;
  for (const line of lines) {
    const pattern = line.replace(/^!/, '');
    const fits = pattern === '*' || path === pattern || path.startsWith(`${pattern}/`);
    if (fits) ignored = !line.startsWith('!');
  }
  return ignored;
}
