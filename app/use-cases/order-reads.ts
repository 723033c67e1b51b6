import { addMs, MINUTE, SECOND } from '../domain/calendar';
import type { OrderId, ShopId } from '../domain/ids';
import type { LastAct } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Deps } from './deps';

/** An order as Shopify showed it; null for one that Shopify doesn't show. */
export interface SeenOrder {
  readonly order: OrderSnapshot | null;
  /** When the read began, by our clock: what happened later may be missing. */
  readonly begunAt: Date;
}

export interface OrderReads {
  /** Reads the whole order. */
  read(shop: ShopId, orderId: OrderId): Promise<SeenOrder>;
  /**
   * The order as this worker read it not longer ago than `within` (in milliseconds, ten minutes at most), if Shopify says
   * for one point that nothing has changed since. Otherwise as `read`. A read that began before
   * Holdfast last changed the order isn't used again.
   */
  readChanges(
    shop: ShopId,
    orderId: OrderId,
    than: { readonly acted: LastAct; readonly within: number },
  ): Promise<SeenOrder>;
}

const KEPT_FOR = 10 * MINUTE;
const KEPT_AT_MOST = 1_000;

/**
 * Shopify tells the time of a change to the second. A change within this time before a read may be followed by another one
 * that the read didn't see and that bears the same time. It also covers two clocks that don't agree.
 */
const SETTLED_AFTER = 2 * SECOND;

/** One worker's reads of orders. Nothing of them is kept beyond the process, nor for longer than ten minutes. */
export function createOrderReads({ shopify, clock }: Pick<Deps, 'shopify' | 'clock'>): OrderReads {
  const kept = new Map<string, { readonly order: OrderSnapshot; readonly begunAt: Date }>();
  const forgetOld = (now: Date): void => {
    for (const [key, { begunAt }] of kept) {
      if (kept.size <= KEPT_AT_MOST && addMs(begunAt, KEPT_FOR) > now) return;
      kept.delete(key);
    }
  };

  async function read(shop: ShopId, orderId: OrderId): Promise<SeenOrder> {
    const begunAt = clock.now();
    const order = await shopify.readOrder(shop, orderId);
    const key = `${shop} ${orderId}`;
    kept.delete(key);
    if (order !== null && addMs(order.updatedAt, SETTLED_AFTER) <= begunAt)
      kept.set(key, { order, begunAt });
    forgetOld(begunAt);
    return { order, begunAt };
  }

  return {
    read,
    async readChanges(shop, orderId, { acted, within }) {
      const begunAt = clock.now();
      forgetOld(begunAt);
      const known = kept.get(`${shop} ${orderId}`);
      const isTooOld = (at: Date): boolean =>
        acted === 'under way' || addMs(at, within) < begunAt || (acted !== null && at < acted);
      if (known === undefined || isTooOld(known.begunAt)) return read(shop, orderId);
      const updatedAt = await shopify.readUpdatedAt(shop, orderId);
      if (updatedAt?.getTime() !== known.order.updatedAt.getTime()) return read(shop, orderId);
      return { order: known.order, begunAt };
    },
  };
}
