import { readFileSync } from 'node:fs';
import { PATCHES } from '../mutants/patches';

/* A patch that no longer fits would prove nothing, and only the long run would tell. */

describe('each wrong patch', () => {
  it.each(PATCHES.map((patch) => [patch.why, patch] as const))('“%s” still fits', (_why, patch) => {
    const text = readFileSync(patch.file, 'utf8');
    for (const { find } of [patch, ...(patch.and ? [patch.and] : [])])
      expect(text.split(find)).toHaveLength(2);
  });

  it('says something that no other says', () => {
    expect(new Set(PATCHES.map(({ why }) => why)).size).toBe(PATCHES.length);
  });
});
