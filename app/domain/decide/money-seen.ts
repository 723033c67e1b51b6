import { endOfDayAfter } from '../calendar';
import type { Case, PaymentAsked, TimelineEntry } from '../case';
import type { Intent } from '../intent';
import { isPositive, isZero, type Money } from '../money';
import { lapsedAuthorizations, type MoneyPicture, shownAuthorizations } from '../money-picture';
import type { OrderSnapshot, Transaction } from '../order';
import type { Shop } from '../settings';
import { entry } from './decision';
import { owed } from './settled';

/** Authorizations that ended with money on them that nobody took: released, or run out. */
export function endedAuthorizations(picture: MoneyPicture, at: Date): string[] {
  const voided = picture.authorizations.filter((a) => a.voided && isZero(a.captured));
  return [...voided, ...lapsedAuthorizations(picture, at)].map(({ id }) => id);
}

/** Those of which somebody took a part for good, before their time: that they end later is no news. */
export function closedAuthorizations(picture: MoneyPicture, at: Date): string[] {
  return picture.authorizations.filter((a) => a.closed && a.expiresAt > at).map(({ id }) => id);
}

/** The gateways of what is set aside of which nobody knows how many days they keep it. */
export function unknownGateways(picture: MoneyPicture, at: Date): string[] {
  const guessed = shownAuthorizations(picture, at).filter((a) => a.endIsGuessed);
  return [...new Set(guessed.map(({ gateway }) => gateway))];
}

/** The effects of ours that make Shopify write transactions besides the one that they name. */
const WRITES_ITS_OWN: readonly Intent['effect']['kind'][] = ['cancel-order', 'refund'];

function isOurs(transaction: Transaction, intents: readonly Intent[]): boolean {
  return intents.some(({ effect, status, reference, plannedAt }) => {
    if (['planned', 'awaiting-approval', 'withheld', 'dropped'].includes(status)) return false;
    if (reference === transaction.id) return true;
    if (transaction.processedAt < plannedAt) return false;
    if (WRITES_ITS_OWN.includes(effect.kind)) return transaction.kind !== 'capture';
    return effect.kind === transaction.kind && effect.target === transaction.parentId;
  });
}

const TOLD: readonly Transaction['kind'][] = ['capture', 'void', 'refund', 'sale'];

/** A void has no amount of its own (recorded: 0.0): it is that of its authorization. */
function amountOf({ kind, parentId, amount }: Transaction, { transactions }: OrderSnapshot): Money {
  const parent = kind === 'void' ? transactions.find(({ id }) => id === parentId) : undefined;
  return parent?.amount ?? amount;
}

/**
 * What others did with the money since the last look: a person, Flow, another app, or the customer who paid. It is
 * accepted and recorded, once. At the first look nothing is news.
 */
export function movedByOthers(
  before: Case | null,
  order: OrderSnapshot,
  intents: readonly Intent[],
  at: Date,
): { readonly seen: string[]; readonly timeline: TimelineEntry[] } {
  const done = order.transactions.filter((t) => t.status === 'success');
  const known = before?.seenTransactions;
  const fresh =
    known === undefined
      ? []
      : done.filter((t) => !known.includes(t.id) && TOLD.includes(t.kind) && !isOurs(t, intents));
  return {
    seen: done.map(({ id }) => id),
    timeline: fresh.map((t) =>
      entry(at, 'money-moved-by-other', t.kind === 'sale' ? 'customer' : 'merchant', {
        what: t.kind,
        amount: amountOf(t, order),
        transaction: t.id,
      }),
    ),
  };
}

interface PaymentSeen {
  readonly picture: MoneyPicture;
  readonly waitsAgain: boolean;
  readonly at: Date;
  readonly shop: Shop;
}

/** A request to pay is over once nothing is owed, or units wait again. After a dispute its days begin anew. */
export function paymentAfter(
  before: Case,
  { picture, waitsAgain, at, shop }: PaymentSeen,
): PaymentAsked | null {
  const asked = before.payment ?? null;
  if (asked === null || !isPositive(owed(picture)) || waitsAgain) return null;
  const isWon = before.disputed === true && !picture.disputed;
  const { settings, timezone } = shop;
  return isWon ? { askedAt: at, payBy: endOfDayAfter(at, settings.paymentDays, timezone) } : asked;
}
