import { readFileSync, writeFileSync } from 'node:fs';
import { transitionsAsMarkdown } from '../app/domain/transitions';

const PART = /(<!-- states[^>]*-->\n)[\s\S]*?(<!-- end of states -->)/;

/** The README with its table of states as the code has it now. */
export function withStates(readme: string): string {
  return readme.replace(PART, (_all, begin: string, end: string) =>
    [begin, transitionsAsMarkdown(), '\n', end].join(''),
  );
}

/** npm run docs */
export function drawReadme(): void {
  writeFileSync('README.md', withStates(readFileSync('README.md', 'utf8')));
}
