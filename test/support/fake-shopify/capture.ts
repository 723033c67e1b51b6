import type { Doer } from '../../../app/domain/history';
import type { TransactionId } from '../../../app/domain/ids';
import { compare, isPositive, type Money } from '../../../app/domain/money';
import type { EffectResult } from '../../../app/ports';
import { authorizationOf, expiryOf, isUnended, leftOf } from './authorizations';
import { gatewayOf } from './gateways';
import { type FakeOrder, type FakeTransaction, lookHint, refused, type World } from './state';
import { addTransaction, childrenOf, hasPending } from './transactions';

export interface Capture {
  readonly authorization: TransactionId;
  readonly amount: Money;
  /** Null: nothing is said of it. */
  readonly final: boolean | null;
  readonly by: Doer;
}

/** Where only one capture is possible, the first ends the authorization and the rest of it goes back to the customer. */
export function capture(world: World, order: FakeOrder, input: Capture): EffectResult {
  const { by, amount, final } = input;
  const parent = authorizationOf(order, input.authorization);
  if (parent === undefined) return refused('There is no such authorization');
  const why = whyNot(world, order, parent, input);
  if (why !== null) return why;
  const of = { kind: 'capture', amount, gateway: parent.gateway, parentId: parent.id } as const;
  if (order.declines > 0) {
    order.declines -= 1;
    addTransaction(world, order, { ...of, status: 'failure', errorCode: 'CARD_DECLINED' });
    lookHint(world, order);
    return refused('The card was declined', 'CARD_DECLINED');
  }
  const made = addTransaction(world, order, of);
  if (final === true || !parent.multiCapturable || !isPositive(leftOf(order, parent)))
    order.released.add(parent.id);
  world.log({
    kind: 'captured',
    at: world.now(),
    order: order.id,
    authorization: parent.id,
    amount,
    final: final ?? false,
    by,
  });
  lookHint(world, order);
  return { outcome: 'done', reference: made.id };
}

function whyNot(
  world: World,
  order: FakeOrder,
  parent: FakeTransaction,
  { amount, final, by }: Capture,
): EffectResult | null {
  if (by === 'holdfast' && final !== null && !parent.multiCapturable)
    return refused(
      "Setting final capture is not supported for this transaction's payment gateway. Please remove the parameter or set it to null, then try again.",
    );
  if (order.cancelledAt !== null) return refused('The order is cancelled');
  if (hasPending(order)) return refused('A payment of the order is pending');
  if (childrenOf(order, parent.id, 'void').length > 0)
    return refused('The authorization was voided');
  if (expiryOf(parent) <= world.now())
    return refused('The authorization has expired', 'AUTHORIZATION_EXPIRED');
  if (!isUnended(order, parent)) return refused('The authorization was captured');
  if (!isPositive(amount)) return refused('Nothing is to be captured');
  const excess = compare(amount, leftOf(order, parent));
  if (excess > 0) return refused('More than was authorized');
  if (excess < 0 && gatewayOf(parent.gateway).fullCaptureOnly)
    return refused('This payment can only be captured in full');
  return null;
}

export function voidAuthorization(
  world: World,
  order: FakeOrder,
  id: TransactionId,
  by: Doer,
): EffectResult {
  const parent = authorizationOf(order, id);
  if (parent === undefined) return refused('There is no such authorization');
  if (childrenOf(order, id, 'void').length > 0) return refused('The authorization was voided');
  if (childrenOf(order, id, 'capture').length > 0) return refused('The authorization was captured');
  return release(world, order, parent, by);
}

/** Gives the customer's bank back whatever is still on the authorization. */
export function release(
  world: World,
  order: FakeOrder,
  parent: FakeTransaction,
  by: Doer,
): EffectResult {
  const made = addTransaction(world, order, {
    kind: 'void',
    amount: leftOf(order, parent),
    gateway: parent.gateway,
    parentId: parent.id,
  });
  order.released.add(parent.id);
  world.log({ kind: 'voided', at: world.now(), order: order.id, authorization: parent.id, by });
  lookHint(world, order);
  return { outcome: 'done', reference: made.id };
}
