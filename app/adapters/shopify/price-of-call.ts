import { z } from 'zod';

/** What Shopify says that a call took of the shop's API budget, in points. */
export interface PriceOfCall {
  /** Taken before the call, as if every page came back full. */
  readonly requested: number;
  /** What stayed taken; null for a call that was not run. */
  readonly actual: number | null;
}

const Priced = z.object({
  extensions: z.object({
    cost: z.object({
      requestedQueryCost: z.number(),
      actualQueryCost: z.number().nullish(),
    }),
  }),
});

/** Null for a reply that says nothing of its price. */
export function priceOfCall(body: unknown): PriceOfCall | null {
  const read = Priced.safeParse(body);
  if (!read.success) return null;
  const { requestedQueryCost, actualQueryCost } = read.data.extensions.cost;
  return { requested: requestedQueryCost, actual: actualQueryCost ?? null };
}
