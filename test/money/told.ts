import type { Doer, Fact } from '../../app/domain/history';
import type { PlacedOrder } from '../support/shop';
import type { Played } from './play';
import type { Scene } from './stage';

/* What a play has to tell: to the table in its words, and to the checker as plain JSON. */

/** Holdfast goes without saying, and so does who pays. */
const doer = (by: Doer): string => (by === 'holdfast' ? '' : ` by ${by}`);

function inWords(fact: Fact): string | null {
  switch (fact.kind) {
    case 'held':
    case 'released':
    case 'voided':
      return `${fact.kind}${doer(fact.by)}`;
    case 'order-cancelled':
      return `cancelled${doer(fact.by)}`;
    case 'captured':
    case 'refunded':
      return `${fact.kind} ${fact.amount.amount}${doer(fact.by)}`;
    case 'line-changed':
      return `line now ${fact.units}${doer(fact.by)}`;
    case 'paid':
      return `paid ${fact.amount.amount}`;
    case 'lapsed':
      return 'lapsed';
    default:
      return null;
  }
}

/** Holds and money of the order, as they happened. */
export async function ledgerOf({ shop, order }: Played): Promise<string[]> {
  const { facts } = await shop.history();
  return facts.flatMap((fact) => {
    const words = 'order' in fact && fact.order === order.id ? inWords(fact) : null;
    return words === null ? [] : [words];
  });
}

const TAKES = {
  manual: 'nothing',
  checkout: 'nothing',
  'on-fulfillment': 'the whole',
  'per-fulfillment': 'each part',
} as const satisfies Record<Scene['capture'], string>;

const openOf = (order: PlacedOrder): { authorization: string; left: object }[] =>
  order.transactions
    .filter((t) => t.kind === 'authorization')
    .map((t) => ({
      authorization: t.id,
      left: order.leftOf(t.id),
    }));

/** Everything that happened to the order, and what only the play knows, for a reader that knows no types of ours. */
export async function factsOf(played: Played, { capture }: Scene): Promise<unknown> {
  const { shop, order, agreedAt } = played;
  const { facts, until } = await shop.history();
  const own = facts.filter((fact) => !('order' in fact) || fact.order === order.id);
  const more = [
    { kind: 'shop', at: order.placedAt, takesAtFulfillment: TAKES[capture] },
    ...(agreedAt === null ? [] : [{ kind: 'agreed', at: agreedAt, to: 'part-first' }]),
    { kind: 'books', at: until, kept: shop.shopify.takenOf(order.id), open: openOf(order) },
  ];
  return JSON.parse(JSON.stringify([...own, ...more]));
}
