import type { Intent } from './intent';
import type { Money } from './money';

/** What we did with an order's money ourselves: Shopify's transactions don't tell it from what others did. */
export interface OwnMoney {
  /** The authorizations of which we took the last: what was left on them is the customer's again. */
  readonly spent: ReadonlySet<string>;
  /** What we captured, and what we gave back for units that were cancelled. */
  readonly taken: readonly Money[];
  readonly givenBack: readonly Money[];
  /** What we are giving back: asked for, and not known to have happened. */
  readonly givingBack: readonly Money[];
}

export const NOTHING_DONE: OwnMoney = {
  spent: new Set(),
  taken: [],
  givenBack: [],
  givingBack: [],
};

const refundsOf = (intents: readonly Intent[]): Money[] =>
  intents
    .flatMap(({ effect }) => (effect.kind === 'refund' ? (effect.payments ?? []) : []))
    .map(({ amount }) => amount);

export function ownMoney(intents: readonly Intent[]): OwnMoney {
  const done = intents.filter(({ status }) => status === 'done');
  const tried = intents.filter(({ status }) => status === 'attempting' || status === 'unclear');
  const captures = done.flatMap(({ effect }) => (effect.kind === 'capture' ? [effect] : []));
  return {
    spent: new Set(captures.filter(({ final }) => final).map(({ target }) => target)),
    taken: captures.map(({ amount }) => amount),
    givenBack: refundsOf(done),
    givingBack: refundsOf(tried),
  };
}
