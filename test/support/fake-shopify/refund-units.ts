import type { RefundPayment } from '../../../app/domain/intent';
import type { EffectResult, UnitsOfLine } from '../../../app/ports';
import { takeOff, unitsToTake } from './edits';
import { canGiveBack, giveBack } from './refund';
import { type FakeOrder, refused, type World } from './state';
import { hasPending } from './transactions';

export interface UnitsRefund {
  readonly lines: readonly UnitsOfLine[];
  readonly payments: readonly RefundPayment[];
  readonly key: string;
}

/** Shopify's refund: units that haven't left are taken off and restocked, and the named payments get back their part. */
export function refundUnits(world: World, order: FakeOrder, input: UnitsRefund): EffectResult {
  const { lines, payments, key } = input;
  const asked = JSON.stringify({ order: order.id, lines, payments });
  const before = world.answered.get(key);
  if (before !== undefined)
    return before.asked === asked
      ? before.result
      : refused('This key was used for something else', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  if (order.cancelledAt !== null) return refused('The order is cancelled');
  if (hasPending(order)) return refused('A payment of the order is pending');
  if (order.disputed && payments.length > 0) return refused('The payment is disputed');
  if (lines.some(({ lineId, quantity }) => unitsToTake(order, lineId) < quantity))
    return refused('So many units are no longer there');
  if (!canGiveBack(order, payments)) return refused('More than was paid can not be given back');
  for (const { lineId, quantity } of lines) takeOff(world, order, lineId, quantity, 'holdfast');
  giveBack(world, order, payments, 'holdfast');
  const reference = `gid://shopify/Refund/${world.nextId()}`;
  const outcome = hasPending(order) ? 'pending' : 'done';
  const result: EffectResult = { outcome, reference };
  world.answered.set(key, { asked, result });
  return result;
}
