import { isPositive, least, minus, type Money, plus, sum } from '../../../app/domain/money';
import { leftOf, liveAuthorizations } from './authorizations';
import { capture } from './capture';
import { grossOf } from './price';
import { type FakeFulfillment, type FakeOrder, lineOf, type World } from './state';
import { outstandingOf, takenOf } from './transactions';

/**
 * Shopify's own captures, in the modes that have them: what is outstanding once the whole order is fulfilled, or of each
 * fulfillment its goods, and the shipping with the first. A capture that fails leaves the order unpaid; nobody retries.
 */
export function captureAfter(world: World, order: FakeOrder, fulfillment: FakeFulfillment): void {
  if (order.captureMode !== 'on-fulfillment' && order.captureMode !== 'per-fulfillment') return;
  if (order.cancelledAt !== null) return;
  const complete = order.fulfillmentOrders.every(
    (fo) => fo.cancelled || [...fo.remaining.values()].every((n) => n === 0),
  );
  if (complete) return take(world, order, outstandingOf(order), true);
  const inParts = liveAuthorizations(order, world.now()).some((t) => t.multiCapturable);
  if (order.captureMode === 'per-fulfillment' && inParts)
    take(world, order, least(shareOf(order, fulfillment), outstandingOf(order)), false);
}

function shareOf(order: FakeOrder, fulfillment: FakeFulfillment): Money {
  const { currencyCode } = order.shipping;
  const goods = sum(
    fulfillment.lines.map(({ lineId, quantity }) => grossOf(lineOf(order, lineId), quantity)),
    currencyCode,
  );
  return isPositive(takenOf(order)) ? goods : plus(goods, order.shipping);
}

/** From the authorization that ends first, and on to the next for what it doesn't cover. */
function take(world: World, order: FakeOrder, amount: Money, final: boolean): void {
  let left = amount;
  for (const authorization of liveAuthorizations(order, world.now())) {
    const part = least(left, leftOf(order, authorization));
    if (!isPositive(part)) return;
    const { outcome } = capture(world, order, {
      authorization: authorization.id,
      amount: part,
      final,
      by: 'shopify',
    });
    if (outcome === 'done') left = minus(left, part);
  }
}
