import { isPositive, least, portion, subtract, sum } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Bag, Fulfillment, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, capturableOf, isLive, priceOf, unfulfilledQuantity } from './accounting';
import { capture } from './capture';
import { openFulfillmentOrders } from './statuses';

/** Shopify's own capture: of everything once the whole order is fulfilled, or (Plus) of each fulfillment's share. */
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
  const take = (amount: Bag): void => {
    let left = amount;
    for (const authorization of live) {
      const part = least(left, capturableOf(order, authorization));
      if (!isPositive(part)) continue;
      try {
        capture(world, shop, order, {
          parentTransactionId: authorization.id,
          amount: part.presentment,
          by: 'shopify',
        });
        left = subtract(left, part);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  };
  const { total, subtotal, currentTotal, net } = accounts(order, shop);
  const waiting = order.lines.some((line) => unfulfilledQuantity(line) > 0);
  const held = openFulfillmentOrders(order).filter((fo) => fo.status === 'ON_HOLD');
  const onlyHeldWait = openFulfillmentOrders(order).every((fo) => held.includes(fo));
  const complete = !waiting || (!shop.switches.holdBlocksCapture && onlyHeldWait);
  if (shop.captureMode === 'on-fulfillment' && complete) take(subtract(currentTotal, net));
  if (shop.captureMode !== 'per-fulfillment') return;
  if (!waiting || !parent.multiCapturable)
    return complete ? take(subtract(currentTotal, net)) : undefined;
  const goods = sum(
    fulfillment.lines.flatMap(({ lineId, quantity }) =>
      order.lines.filter((l) => l.id === lineId).map((line) => priceOf(line, quantity, order)),
    ),
  );
  const share = isPositive(subtotal)
    ? portion(
        total,
        Math.round(Number(goods.shop) * 1e6),
        Math.round(Number(subtotal.shop) * 1e6),
        order,
      )
    : goods;
  take(share);
}
