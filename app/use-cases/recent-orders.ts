import { SECOND } from '../domain/calendar';
import type { OrderId, ShopId } from '../domain/ids';
import type { OrderSnapshot } from '../domain/order';
import type { Clock, Shopify } from '../ports';

const KEPT_FOR = 5 * SECOND;
const MOST = 500;

/** Reads an order for a page that anybody with a link may open again and again. */
export type ReadForPage = (
  shop: ShopId,
  orderId: OrderId,
  /** The case's version: what was decided since is never shown beside an older reading. */
  version: number,
) => Promise<OrderSnapshot | null>;

interface Kept {
  readonly at: number;
  readonly order: Promise<OrderSnapshot | null>;
}

/**
 * The same reading for a few seconds, so that whoever opens a link over and over doesn't use up the shop's API budget. Looks
 * at one moment share a call. A reading that failed isn't kept.
 */
export function createRecentOrders(shopify: Pick<Shopify, 'readOrder'>, clock: Clock): ReadForPage {
  const kept = new Map<string, Kept>();
  return (shop, orderId, version) => {
    const key = `${shop} ${orderId} ${version}`;
    const now = clock.now().getTime();
    const found = kept.get(key);
    if (found && now - found.at < KEPT_FOR) return found.order;
    const order = shopify.readOrder(shop, orderId);
    kept.delete(key);
    kept.set(key, { at: now, order });
    order.catch(() => kept.delete(key));
    const oldest = kept.keys().next();
    if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
    return order;
  };
}
