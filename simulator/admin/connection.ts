import { GraphQLError } from 'graphql';
import type { Args } from './context';

/** A list as Shopify pages it: `first`/`after` and `last`/`before`, the cursor being the place in the list. */
export function connection<T>(name: string, items: readonly T[], view: (item: T) => unknown) {
  return (args: Args): Record<string, unknown> => {
    const { first, last, reverse } = args;
    if (typeof first !== 'number' && typeof last !== 'number') {
      throw new GraphQLError('you must provide one of first or last', {
        extensions: { code: 'BAD_REQUEST' },
      });
    }
    const all = reverse === true ? [...items].reverse() : items;
    const after = place(args.after);
    const before = place(args.before) ?? all.length;
    let from = after === undefined ? 0 : after + 1;
    let to = before;
    if (typeof first === 'number') to = Math.min(to, from + Math.min(first, 250));
    else if (typeof last === 'number') from = Math.max(from, to - Math.min(last, 250));
    const page = all.slice(from, to);
    const nodes = page.map(view);
    const cursor = (index: number): string => Buffer.from(String(from + index)).toString('base64');
    return {
      __typename: `${name}Connection`,
      nodes,
      edges: nodes.map((node, index) => ({
        __typename: `${name}Edge`,
        node,
        cursor: cursor(index),
      })),
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: to < all.length,
        hasPreviousPage: from > 0,
        startCursor: page.length > 0 ? cursor(0) : null,
        endCursor: page.length > 0 ? cursor(page.length - 1) : null,
      },
    };
  };
}

const place = (cursor: unknown): number | undefined =>
  typeof cursor === 'string' ? Number(Buffer.from(cursor, 'base64').toString('utf8')) : undefined;

/** Plain lists that take `first`. */
export const firstOf =
  <T>(items: readonly T[], view: (item: T) => unknown) =>
  (args: Args): unknown[] =>
    (typeof args.first === 'number' ? items.slice(0, args.first) : items).map(view);
