import type { Intent, RefundPayment } from './intent';
import { compare, type Money } from './money';
import type { Transaction } from './order';

/** What we did with an order's money ourselves: Shopify's transactions don't tell it from what others did. */
export interface OwnMoney {
  /** The authorizations of which we took the last: what was left on them is the customer's again. */
  readonly spent: ReadonlySet<string>;
  /** What we captured. */
  readonly taken: readonly Money[];
  /** What we asked to be given back for what was cancelled, whether or not we know what became of it. */
  readonly askedBack: readonly RefundPayment[];
}

export const NOTHING_DONE: OwnMoney = { spent: new Set(), taken: [], askedBack: [] };

const TRIED: readonly Intent['status'][] = ['attempting', 'unclear', 'done'];

export function ownMoney(intents: readonly Intent[]): OwnMoney {
  const done = intents.filter(({ status }) => status === 'done');
  const tried = intents.filter(({ status }) => TRIED.includes(status));
  const captures = done.flatMap(({ effect }) => (effect.kind === 'capture' ? [effect] : []));
  return {
    spent: new Set(captures.filter(({ final }) => final).map(({ target }) => target)),
    taken: captures.map(({ amount }) => amount),
    askedBack: tried.flatMap(({ effect }) =>
      effect.kind === 'refund' ? (effect.payments ?? []) : [],
    ),
  };
}

/** A refund that has arrived, or is on its way. */
export const givesBack = ({ kind, status }: Transaction): boolean =>
  kind === 'refund' && (status === 'success' || status === 'pending');

/** A refund that came to nothing at its provider. */
export const failedToGiveBack = ({ kind, status }: Transaction): boolean =>
  kind === 'refund' && (status === 'failure' || status === 'error');

/** Which of the payments that were asked back are among these transactions, each of which is one of them at most. */
export function seenAmong(
  asked: readonly RefundPayment[],
  transactions: readonly Transaction[],
): RefundPayment[] {
  const left = [...transactions];
  return asked.filter(({ parentId, amount }) => {
    const i = left.findIndex((t) => t.parentId === parentId && compare(t.amount, amount) === 0);
    if (i >= 0) left.splice(i, 1);
    return i >= 0;
  });
}
