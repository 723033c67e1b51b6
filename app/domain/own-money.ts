import type { Intent } from './intent';
import type { Money } from './money';

/** What we did with an order's money ourselves: Shopify's transactions don't tell it from what others did. */
export interface OwnMoney {
  /** The authorizations of which we took the last: what was left on them is the customer's again. */
  readonly spent: ReadonlySet<string>;
  /** What we captured, and what we gave back for units that were cancelled. */
  readonly taken: readonly Money[];
  readonly givenBack: readonly Money[];
}

export const NOTHING_DONE: OwnMoney = { spent: new Set(), taken: [], givenBack: [] };

export function ownMoney(intents: readonly Intent[]): OwnMoney {
  const done = intents.filter(({ status }) => status === 'done').map(({ effect }) => effect);
  const captures = done.filter((effect) => effect.kind === 'capture');
  const refunds = done.filter((effect) => effect.kind === 'refund');
  return {
    spent: new Set(captures.filter(({ final }) => final).map(({ target }) => target)),
    taken: captures.map(({ amount }) => amount),
    givenBack: refunds.flatMap(({ payments }) => payments ?? []).map(({ amount }) => amount),
  };
}
