import type { LineId, LocationId, OrderId } from './ids';

/** A claim on one item's units at one location. `allocated` is what it had before; null when never judged. */
export interface Claimant {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly locationId: LocationId;
  readonly quantity: number;
  readonly orderedAt: Date;
  readonly priority: number;
  readonly allocated: number | null;
  /** Ordered so recently that an order from before it may still be unknown to us. */
  readonly isRecent?: boolean;
}

/** What a location can share out. */
export interface Shelf {
  readonly locationId: LocationId;
  readonly onHand: number;
  readonly setAside: number;
  /** A feed or staff overwrite this location's number: a rise there is never an arrival by itself. */
  readonly feed: boolean;
  /**
   * Units that Shopify has committed to orders that we don't know, or not yet: who waits isn't given them, since they may
   * be those of someone who ordered earlier.
   */
  readonly unknown?: number;
  /** Someone said that the units have arrived; lets a feed's shortage end. */
  readonly arrivalSaid?: number;
}

export interface Share {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly locationId: LocationId;
  /** Null: not judged yet. */
  readonly allocated: number | null;
}

/** The queue's order: priority first, then who ordered first; ids break ties, so that a rerun gives the same. */
export function byQueue(a: Claimant, b: Claimant): number {
  return (
    b.priority - a.priority ||
    a.orderedAt.getTime() - b.orderedAt.getTime() ||
    (a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0) ||
    (a.lineId < b.lineId ? -1 : a.lineId > b.lineId ? 1 : 0)
  );
}

/**
 * Shares each shelf's units over the demand on it, oldest first (P10).
 * - no more is shared than is on hand less what is set aside;
 * - a claimant gets no unit while one before it in the queue lacks any;
 * - the result depends on the state alone, never on the order of events;
 * - who waits gets no unit that may be somebody's whom we don't know yet, and a recent one isn't judged by it: nothing is
 *   captured for it, and nobody told of a shortage that may not be there;
 * - at a feed location a claimant keeps what it had, and a new one gets nothing while one before it waits: a shortage
 *   once found ends only by someone's word.
 */
export function allocate(claimants: readonly Claimant[], shelves: readonly Shelf[]): Share[] {
  return shelves.flatMap((shelf) => {
    const queue = claimants.filter((c) => c.locationId === shelf.locationId).toSorted(byQueue);
    let left = Math.max(0, shelf.onHand - shelf.setAside);
    const unknown = shelf.unknown ?? 0;
    let said = shelf.arrivalSaid ?? 0;
    let someoneWaits = false;
    return queue.map((claimant) => {
      const { quantity } = claimant;
      const had = claimant.allocated ?? (someoneWaits ? 0 : quantity);
      let allocated = Math.min(quantity, left);
      if (shelf.feed && allocated > had) {
        const granted = Math.min(allocated - had, said);
        said -= granted;
        allocated = had + granted;
      }
      if (unknown > 0 && allocated > had)
        allocated = Math.max(had, Math.min(allocated, left - unknown));
      const mayBeTheirs = allocated === quantity && left - unknown < quantity;
      const isUnsure = claimant.allocated === null && claimant.isRecent === true && mayBeTheirs;
      someoneWaits ||= allocated < quantity;
      left -= allocated;
      return {
        orderId: claimant.orderId,
        lineId: claimant.lineId,
        locationId: claimant.locationId,
        allocated: isUnsure ? null : allocated,
      };
    });
  });
}
