import { z } from 'zod';

/** What calls took of a shop's API budget. */
export interface Spent {
  readonly points: number;
  readonly calls: number;
  /** Calls that were told to wait. */
  readonly refused: number;
  /** The least that was left in the bucket after a call. */
  readonly lowest: number;
  readonly bucket: number;
}

const Reply = z.object({
  extensions: z.object({
    cost: z.object({
      actualQueryCost: z.number().nullable(),
      throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number() }),
    }),
  }),
});

const NOTHING: Spent = { points: 0, calls: 0, refused: 0, lowest: Infinity, bucket: 0 };

/** Reads what Shopify says of the cost of each call to it, from now on. `take` says it and begins anew. */
export function watchBudget(): { take(): Spent; stop(): void } {
  const real = globalThis.fetch;
  let spent = NOTHING;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    if (!response.url.endsWith('/graphql.json')) return response;
    const { cost } = Reply.parse(await response.clone().json()).extensions;
    const { maximumAvailable, currentlyAvailable } = cost.throttleStatus;
    spent = {
      points: spent.points + (cost.actualQueryCost ?? 0),
      calls: spent.calls + 1,
      refused: spent.refused + (cost.actualQueryCost === null ? 1 : 0),
      lowest: Math.min(spent.lowest, currentlyAvailable),
      bucket: maximumAvailable,
    };
    return response;
  };
  return {
    take() {
      const was = spent;
      spent = NOTHING;
      return was;
    },
    stop() {
      globalThis.fetch = real;
    },
  };
}
