import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { z } from 'zod';

const SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const Results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string(), target: z.array(z.unknown()) })),
    }),
  ),
});

/** What keeps somebody from using what this frame shows; each with the first place where it was found. */
export async function seriousFaults(frame: Frame): Promise<string[]> {
  await frame.evaluate(SOURCE);
  const found = await frame.evaluate<unknown>(
    `axe.run(document, { resultTypes: ['violations'], iframes: false })`,
  );
  return Results.parse(found)
    .violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => {
      const [first] = nodes;
      return `${id}: ${help}; ${nodes.length} ×, first ${String(first?.target.join(' '))} ${first?.html.slice(0, 200)}`;
    });
}
