const MIB = 1024 * 1024;

/** Nearly every webhook of Shopify's is smaller: an order with a hundred lines. */
export const SMALL_BODY = MIB / 4;

export interface Room {
  /** Takes so many bytes more for this sender; false where that is too much, for it or for all together. */
  take(sender: string, bytes: number): boolean;
  give(sender: string, bytes: number): void;
}

/** The room for a body, by the length that it announces; null where it announces none. */
export type RoomFor = (announced: number | null) => Room;

/** Bytes that are being received, all together and for each sender. */
export function createRoom({ all, each }: { readonly all: number; readonly each: number }): Room {
  const taken = new Map<string, number>();
  let sum = 0;
  return {
    take(sender, bytes) {
      const theirs = (taken.get(sender) ?? 0) + bytes;
      if (theirs > each || sum + bytes > all) return false;
      taken.set(sender, theirs);
      sum += bytes;
      return true;
    },
    give(sender, bytes) {
      const theirs = (taken.get(sender) ?? 0) - bytes;
      sum -= bytes;
      if (theirs > 0) taken.set(sender, theirs);
      else taken.delete(sender);
    },
  };
}

/**
 * Bodies are wholly in memory until their signature is known. Small ones have room of their own, so that large ones, of which
 * few are enough, can't keep them out; and no sender gets more than an eighth of it.
 */
export function createBodyRooms(): RoomFor {
  const small = createRoom({ all: 64 * MIB, each: 8 * MIB });
  const large = createRoom({ all: 64 * MIB, each: 16 * MIB });
  return (announced) => (announced !== null && announced <= SMALL_BODY ? small : large);
}
