import { spawnSync } from 'node:child_process';

/* Rules that need types read the whole project, which takes seconds: one run for all, and not among the unit tests. */
const BAD = `
Promise.resolve(1);
export const later = async () => 1;
if (later()) void 0;
export function words(side: 'left' | 'right'): string {
  switch (side) {
    case 'left':
      return 'left';
  }
  return '';
}
`;

it('rules that need types refuse a promise left alone, a promise as a condition, a forgotten case', () => {
  const eslint = spawnSync(
    'eslint',
    ['--stdin', '--stdin-filename', 'app/errors.ts', '--format', 'json'],
    { input: BAD, encoding: 'utf8' },
  );
  const [result] = JSON.parse(eslint.stdout) as { messages: { ruleId: string; line: number }[] }[];
  expect(result?.messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
    '2 @typescript-eslint/no-floating-promises',
    '4 @typescript-eslint/no-misused-promises',
    '6 @typescript-eslint/switch-exhaustiveness-check',
  ]);
}, 120_000);
