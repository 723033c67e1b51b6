import { type AuthorizationDays, authorizationDaysOf, knownDays } from './authorization-days';
import { addMs, DAY, earliest } from './calendar';
import type { TransactionId } from './ids';
import { compare, isPositive, isZero, minus, type Money, sum } from './money';
import type { OrderSnapshot, Transaction } from './order';

/** One authorization as Shopify's transactions tell it. */
export interface Authorization {
  readonly id: TransactionId;
  readonly gateway: string;
  readonly authorized: Money;
  readonly captured: Money;
  /** Captures that Shopify has accepted and not finished. */
  readonly capturing: Money;
  readonly voided: boolean;
  /** Captured in part, and the rest of it can't be any more: somebody made that capture the last, or its time is over. */
  readonly closed: boolean;
  readonly authorizedAt: Date;
  /** Its end at the provider: by Shopify's word, or by the days of its gateway. */
  readonly expiresAt: Date;
  /** Nobody has told its end: neither Shopify nor the merchant nor our table knows the days of its gateway. */
  readonly endIsGuessed: boolean;
  /** From then on a capture costs the merchant a fee (extended authorizations on Plus); null where it never does. */
  readonly feeFrom: Date | null;
  /**
   * Until when we count on it: to its end, or to where a fee begins that the shop doesn't accept. Over at once where Shopify
   * shows the order as expired, or refused a capture of it because it has expired.
   */
  readonly goodUntil: Date;
  /** Shopify shows what is left of it as capturable. It may do so longer than we count on it. */
  readonly isCapturable: boolean;
  readonly multiCapturable: boolean;
}

/** What the shop says of how long authorizations last. */
export interface Reckoning {
  /** The days of gateways, where the merchant has entered them. */
  readonly days?: AuthorizationDays;
  /** The shop pays the fee of an extended authorization. */
  readonly acceptsFee?: boolean;
}

/** When Shopify itself has said that it is over; null where it has not. */
function saidOverAt(
  { processedAt }: Transaction,
  children: readonly Transaction[],
  { financialStatus }: OrderSnapshot,
): Date | null {
  if (financialStatus === 'expired') return processedAt;
  const refused = children.find(
    ({ kind, errorCode }) => kind === 'capture' && errorCode === 'AUTHORIZATION_EXPIRED',
  );
  return refused?.processedAt ?? null;
}

type WithoutShopifysWord = Omit<Authorization, 'isCapturable'>;

function readAuthorization(
  authorization: Transaction,
  order: OrderSnapshot,
  { days = {}, acceptsFee = false }: Reckoning,
  spent: ReadonlySet<string>,
): WithoutShopifysWord {
  const { id, gateway, amount, feeFrom, processedAt, authorizationExpiresAt } = authorization;
  const children = order.transactions.filter((t) => t.parentId === id);
  const captures = (status: Transaction['status']): Money =>
    sum(
      children.filter((t) => t.kind === 'capture' && t.status === status).map((t) => t.amount),
      amount.currencyCode,
    );
  const captured = captures('success');
  const capturing = captures('pending');
  const expiresAt =
    authorizationExpiresAt ?? addMs(processedAt, authorizationDaysOf(gateway, days) * DAY);
  const overAt = saidOverAt(authorization, children, order);
  const ends = [feeFrom === null || acceptsFee ? [] : feeFrom, overAt ?? []].flat();
  return {
    id,
    gateway,
    authorized: amount,
    captured,
    capturing,
    voided: children.some((t) => t.kind === 'void' && t.status === 'success'),
    closed: !order.capturable && isPositive(captured) && isZero(capturing),
    authorizedAt: processedAt,
    expiresAt,
    endIsGuessed:
      authorizationExpiresAt === null && overAt === null && knownDays(gateway, days) === null,
    feeFrom,
    goodUntil: earliest(expiresAt, ...ends),
    multiCapturable: authorization.multiCapturable && !spent.has(id),
  };
}

/** There is money on it that nobody took or released, as far as its own transactions tell. */
export function isUnspent({ voided, multiCapturable, authorized, captured }: WithoutShopifysWord) {
  const mayBeTaken = multiCapturable || isZero(captured);
  return !voided && mayBeTaken && isPositive(minus(authorized, captured));
}

/**
 * Which of them Shopify shows as capturable. It tells a sum for the whole order, and the one that lasts longest has it
 * first: an authorization is capturable where the sum covers it beside those that outlast it.
 */
function shownAsCapturable(
  all: readonly WithoutShopifysWord[],
  { capturable, totalCapturable }: OrderSnapshot,
): ReadonlySet<string> {
  const shown = new Set<string>();
  if (!capturable) return shown;
  let left = totalCapturable;
  const longestFirst = all
    .filter(isUnspent)
    .toSorted((a, b) => b.goodUntil.getTime() - a.goodUntil.getTime());
  for (const { id, authorized, captured } of longestFirst) {
    const rest = minus(authorized, captured);
    if (compare(rest, left) > 0) break;
    left = minus(left, rest);
    shown.add(id);
  }
  return shown;
}

/** Every authorization of the order that was granted. `spent` are those of which we took the last part ourselves. */
export function readAuthorizations(
  order: OrderSnapshot,
  reckoning: Reckoning,
  spent: ReadonlySet<string>,
): Authorization[] {
  const all = order.transactions
    .filter((t) => t.kind === 'authorization' && t.status === 'success')
    .map((t) => readAuthorization(t, order, reckoning, spent));
  const shown = shownAsCapturable(all, order);
  return all.map((each) => ({ ...each, isCapturable: shown.has(each.id) }));
}
