import type fc from 'fast-check';
import type { Real } from './shop';

export type Model = Record<string, never>;
export type Command = fc.AsyncCommand<Model, Real>;

/** Something that may be done at any time; what can't be done then is refused, and that is all. */
export const command = (name: string, run: (real: Real) => unknown): Command => ({
  check: () => true,
  run: async (_model, real) => void (await run(real)),
  toString: () => name,
});
