import { isPositive, least, portion, sum } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Fulfillment, Order, Shop } from '../world/types';
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
  const parent = order.transactions.find(isLive);
  if (!parent) return;
  const take = (amount?: string): void => {
    try {
      capture(world, shop, order, { parentTransactionId: parent.id, amount, by: 'shopify' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const waiting = order.lines.some((line) => unfulfilledQuantity(line) > 0);
  const held = openFulfillmentOrders(order).filter((fo) => fo.status === 'ON_HOLD');
  const onlyHeldWait = openFulfillmentOrders(order).every((fo) => held.includes(fo));
  const complete = !waiting || (!shop.switches.holdBlocksCapture && onlyHeldWait);
  if (shop.captureMode === 'on-fulfillment' && complete)
    take(least(capturableOf(order, parent), accounts(order, shop).currentTotal).presentment);
  if (shop.captureMode !== 'per-fulfillment') return;
  if (!waiting || !parent.multiCapturable)
    return complete
      ? take(least(capturableOf(order, parent), accounts(order, shop).outstanding).presentment)
      : undefined;
  const goods = sum(
    fulfillment.lines.flatMap(({ lineId, quantity }) =>
      order.lines.filter((l) => l.id === lineId).map((line) => priceOf(line, quantity, order)),
    ),
  );
  const { total, subtotal } = accounts(order, shop);
  const share = isPositive(subtotal)
    ? portion(
        total,
        Math.round(Number(goods.shop) * 1e6),
        Math.round(Number(subtotal.shop) * 1e6),
        order,
      )
    : goods;
  take(least(share, capturableOf(order, parent)).presentment);
}
