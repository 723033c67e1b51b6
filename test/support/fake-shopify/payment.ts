import type { Doer } from '../../../app/domain/history';
import type { TransactionId } from '../../../app/domain/ids';
import { AUTHORIZATION_DAYS } from '../../../app/domain/money-picture';
import { addMs, DAY } from '../../../app/domain/calendar';
import { compare, isPositive, least, minus, type Money, sum } from '../../../app/domain/money';
import type { Transaction } from '../../../app/domain/order';
import type { EffectResult } from '../../../app/ports';
import { commit, levelOf } from './stock';
import { type FakeOrder, lookHint, transactionId, type World } from './state';

const refused = (reason: string, code: string | null = null): EffectResult => ({
  outcome: 'refused',
  reason,
  code,
});

const of = (order: FakeOrder, parent: TransactionId, kind: Transaction['kind']): Transaction[] =>
  order.transactions.filter(
    (t) => t.parentId === parent && t.kind === kind && t.status === 'success',
  );

export function expiryOf(authorization: Transaction): Date {
  const days = AUTHORIZATION_DAYS[authorization.gateway] ?? 7;
  return authorization.authorizationExpiresAt ?? addMs(authorization.processedAt, days * DAY);
}

export function capturedOf(
  order: FakeOrder,
  authorization: TransactionId,
  currency: string,
): Money {
  return sum(
    of(order, authorization, 'capture').map((t) => t.amount),
    currency,
  );
}

function write(
  world: World,
  order: FakeOrder,
  kind: Transaction['kind'],
  parent: Transaction,
  amount: Money,
): Transaction {
  const transaction: Transaction = {
    ...parent,
    id: transactionId(world),
    kind,
    status: 'success',
    amount,
    parentId: parent.id,
    processedAt: world.now(),
    authorizationExpiresAt: null,
    multiCapturable: false,
  };
  order.transactions.push(transaction);
  return transaction;
}

export function capture(
  world: World,
  order: FakeOrder,
  input: {
    readonly authorization: TransactionId;
    readonly amount: Money;
    readonly final: boolean;
    readonly by: Doer;
  },
): EffectResult {
  const { by, amount, final } = input;
  const parent = order.transactions.find(
    (t) => t.id === input.authorization && t.kind === 'authorization',
  );
  if (parent === undefined) return refused('There is no such authorization');
  if (order.cancelledAt !== null) return refused('The order is cancelled');
  if (of(order, parent.id, 'void').length > 0) return refused('The authorization was voided');
  if (expiryOf(parent) <= world.now())
    return refused('The authorization has expired', 'AUTHORIZATION_EXPIRED');
  const already = capturedOf(order, parent.id, amount.currencyCode);
  if (isPositive(already) && !parent.multiCapturable)
    return refused('The authorization was captured');
  if (compare(amount, minus(parent.amount, already)) > 0)
    return refused('More than was authorized');
  const made = write(world, order, 'capture', parent, amount);
  world.log({
    kind: 'captured',
    at: world.now(),
    order: order.id,
    authorization: parent.id,
    amount,
    final,
    by,
  });
  lookHint(world, order);
  return { outcome: 'done', reference: made.id };
}

export function voidAuthorization(
  world: World,
  order: FakeOrder,
  id: TransactionId,
  by: Doer,
): EffectResult {
  const parent = order.transactions.find((t) => t.id === id && t.kind === 'authorization');
  if (parent === undefined) return refused('There is no such authorization');
  if (of(order, id, 'void').length > 0) return refused('The authorization was voided already');
  if (isPositive(capturedOf(order, id, parent.amount.currencyCode)))
    return refused('The authorization was captured');
  const made = write(world, order, 'void', parent, parent.amount);
  world.log({ kind: 'voided', at: world.now(), order: order.id, authorization: id, by });
  lookHint(world, order);
  return { outcome: 'done', reference: made.id };
}

/** What was taken and not given back, whatever it was taken by. */
export function takenOf(order: FakeOrder): Money {
  const currency = order.shipping.currencyCode;
  const total = (kinds: readonly Transaction['kind'][]): Money =>
    sum(
      order.transactions
        .filter((t) => t.status === 'success' && kinds.includes(t.kind))
        .map((t) => t.amount),
      currency,
    );
  return minus(total(['sale', 'capture']), total(['refund']));
}

export function refund(world: World, order: FakeOrder, amount: Money, by: Doer): void {
  if (!isPositive(amount)) return;
  let left = amount;
  const paid = order.transactions.filter((t) => t.kind === 'sale' || t.kind === 'capture');
  const cardFirst = paid.toSorted(
    (a, b) => Number(a.gateway === 'gift_card') - Number(b.gateway === 'gift_card'),
  );
  for (const parent of cardFirst) {
    const back = of(order, parent.id, 'refund').map((t) => t.amount);
    const part = least(left, minus(parent.amount, sum(back, amount.currencyCode)));
    if (!isPositive(part)) continue;
    write(world, order, 'refund', parent, part);
    left = minus(left, part);
  }
  world.log({ kind: 'refunded', at: world.now(), order: order.id, amount, by });
  lookHint(world, order);
}

/** Voids what is open, gives back what was taken, restocks what hasn't left. Not possible once a unit is fulfilled. */
export function cancelOrder(world: World, order: FakeOrder, by: Doer): EffectResult {
  if (order.cancelledAt !== null) return refused('The order is cancelled already');
  if (order.fulfillments.some((f) => !f.cancelled))
    return refused('Units of the order are fulfilled');
  for (const t of [...order.transactions]) {
    if (t.kind !== 'authorization') continue;
    const untouched =
      !isPositive(capturedOf(order, t.id, t.amount.currencyCode)) &&
      of(order, t.id, 'void').length === 0;
    if (untouched && expiryOf(t) > world.now()) voidAuthorization(world, order, t.id, by);
  }
  refund(world, order, takenOf(order), by);
  order.cancelledAt = world.now();
  for (const line of order.lines) {
    commit(world, levelOf(world, line.itemId, line.locationId), -line.current);
    line.current = 0;
  }
  for (const fo of order.fulfillmentOrders) {
    fo.cancelled = true;
    fo.remaining.clear();
  }
  world.log({ kind: 'order-cancelled', at: world.now(), order: order.id, by });
  lookHint(world, order);
  return { outcome: 'done', reference: order.id };
}
