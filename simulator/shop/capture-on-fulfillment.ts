import { add, isPositive, least, subtract, sum } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Bag, Fulfillment, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, capturableOf, grossOf, isLive, unfulfilledQuantity } from './accounting';
import { capture } from './capture';
import { openFulfillmentOrders } from './statuses';

/**
 * Shopify's own capture: of everything once the whole order is fulfilled, or (Plus) of each fulfillment's goods, and the
 * shipping with the first. Where the shipping goes is a guess: Shopify's documentation doesn't say.
 */
export function captureAfter(
  world: World,
  shop: Shop,
  order: Order,
  fulfillment: Fulfillment,
): void {
  const live = order.transactions.filter(isLive);
  const [parent] = live;
  if (!parent) return;
  /** From one authorization after the other, the oldest first, until the amount is reached. */
  const take = (amount: Bag, isLast: boolean): void => {
    let left = amount;
    for (const authorization of live) {
      const part = least(left, capturableOf(order, authorization));
      if (!isPositive(part)) continue;
      try {
        capture(world, shop, order, {
          parentTransactionId: authorization.id,
          amount: part.presentment,
          final: isLast && authorization.multiCapturable ? true : undefined,
          by: 'shopify',
        });
        left = subtract(left, part);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  };
  const { currentTotal, net } = accounts(order, shop);
  const waiting = order.lines.some((line) => unfulfilledQuantity(line) > 0);
  const held = openFulfillmentOrders(order).filter((fo) => fo.status === 'ON_HOLD');
  const onlyHeldWait = openFulfillmentOrders(order).every((fo) => held.includes(fo));
  const complete = !waiting || (!shop.switches.holdBlocksCapture && onlyHeldWait);
  if (shop.captureMode === 'on-fulfillment' && complete) take(subtract(currentTotal, net), true);
  if (shop.captureMode !== 'per-fulfillment') return;
  if (!waiting || !parent.multiCapturable)
    return complete ? take(subtract(currentTotal, net), true) : undefined;
  const goods = sum(
    fulfillment.lines.flatMap(({ lineId, quantity }) =>
      order.lines.filter((l) => l.id === lineId).map((line) => grossOf(line, quantity, order)),
    ),
  );
  const shipping = subtract(order.shipping, order.shippingRefunded);
  const share = isPositive(net) ? goods : add(goods, shipping);
  take(least(share, subtract(currentTotal, net)), false);
}
