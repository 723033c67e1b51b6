import { addMs, MINUTE, SECOND } from '../domain/calendar';
import type { OrderId, ShopId } from '../domain/ids';
import { lastAct, type LastAct } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Tx } from '../ports';
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
   * for one point that it has not changed since. Otherwise as `read`. A read isn't used again if the order was read later by
   * anybody (`knownAt`), or if it began before Holdfast last changed the order (`acted`). Not for anything that moves money:
   * Shopify was seen not to change `updatedAt` when somebody puts a fulfillment order on hold.
   */
  readChanges(shop: ShopId, orderId: OrderId, than: Freshness): Promise<SeenOrder>;
}

export interface Freshness {
  readonly acted: LastAct;
  readonly knownAt: Date | null;
  readonly within: number;
}

/** What is known of an order's last read and last change by us. */
export async function freshnessOf(tx: Tx, orderId: OrderId): Promise<Omit<Freshness, 'within'>> {
  return { acted: lastAct(await tx.intents(orderId)), knownAt: await tx.readAtOf(orderId) };
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
    keep(`${shop} ${orderId}`, order, begunAt);
    forgetOld(begunAt);
    return { order, begunAt };
  }

  /** Of two reads that cross each other the one that began later counts. */
  function keep(key: string, order: OrderSnapshot | null, begunAt: Date): void {
    const other = kept.get(key);
    if (other !== undefined && other.begunAt > begunAt) return;
    kept.delete(key);
    if (order !== null && addMs(order.updatedAt, SETTLED_AFTER) <= begunAt)
      kept.set(key, { order, begunAt });
  }

  return {
    read,
    async readChanges(shop, orderId, { acted, knownAt, within }) {
      const now = clock.now();
      forgetOld(now);
      const known = kept.get(`${shop} ${orderId}`);
      const isOvertaken = (at: Date): boolean =>
        acted === 'under way' || [acted, knownAt].some((later) => later !== null && at < later);
      if (known === undefined || addMs(known.begunAt, within) < now || isOvertaken(known.begunAt))
        return read(shop, orderId);
      const updatedAt = await shopify.readUpdatedAt(shop, orderId);
      if (updatedAt?.getTime() !== known.order.updatedAt.getTime()) return read(shop, orderId);
      return known;
    },
  };
}
