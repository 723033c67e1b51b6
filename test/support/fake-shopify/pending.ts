import type { TransactionId } from '../../../app/domain/ids';
import { begin } from './authorizations';
import { type FakeOrder, type FakeTransaction, lookHint, type World } from './state';

/** The provider has decided on a payment that was pending: the same transaction succeeds or fails. */
export function settle(
  world: World,
  order: FakeOrder,
  id: TransactionId,
  status: 'success' | 'failure',
): void {
  const i = order.transactions.findIndex((t) => t.id === id && t.status === 'pending');
  const pending = order.transactions[i];
  if (pending === undefined) return;
  const errorCode = status === 'failure' ? 'CARD_DECLINED' : null;
  const settled = { ...pending, status, errorCode };
  order.transactions[i] = settled;
  if (status === 'success') cameTrue(world, order, settled);
  lookHint(world, order);
}

/** Tells of a refund that arrived, or of a customer's payment: an authorization begins, a charge is made at checkout or later. */
export function cameTrue(world: World, order: FakeOrder, made: FakeTransaction): void {
  const of = { at: world.now(), order: order.id, amount: made.amount };
  if (made.kind === 'refund')
    world.log({
      kind: 'refunded',
      ...of,
      by: made.by ?? 'merchant',
      askedAt: made.processedAt,
    });
  else if (made.kind === 'authorization') begin(world, order, made);
  else if (made.processedAt > order.placedAt) world.log({ kind: 'paid', ...of, by: 'customer' });
  else world.log({ kind: 'charged-at-checkout', ...of });
}
