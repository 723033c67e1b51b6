import type { Patch } from './patch';

/** No charge before goods, a cancellation that means it, and who is served first. */
export const GOODS: readonly Patch[] = [
  {
    promise: 'P1',
    file: 'app/domain/effects/captures.ts',
    find: '  if (waits(value)) {',
    replace: '  if (false) {',
    and: { find: 'return covered && !leftToShopify', replace: 'return !leftToShopify' },
    why: 'captures whether or not the units are on the shelf',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/demand-of-order.ts',
    find: 'if (order.cancelledAt !== null || order.fulfillmentOrders.length > 0) return true;',
    replace: 'return true;',
    why: 'takes an order that Shopify has not routed for covered',
  },
  {
    promise: 'P1',
    file: 'app/domain/money-picture.ts',
    find: 'return isZero(picture.charged) && isZero(picture.pending) && isZero(picture.giftCard);',
    replace: 'return isZero(picture.pending) && isZero(picture.giftCard);',
    why: 'says "not charged" to someone who paid at checkout',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/cancellations.ts',
    find: 'line.choice.undoUntil <= now',
    replace: 'true',
    why: 'cancels without waiting for a change of mind',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects.ts',
    find: 'if (ends.length > 0) return [...held, ...ends];',
    replace: 'if (ends.length > 0) return held;',
    why: 'never carries a cancellation out',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/captures.ts',
    find: 'if (value.closedAt !== null || leaves(value)) return null;',
    replace: 'if (value.closedAt !== null) return null;',
    why: 'takes the money while a cancellation waits',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/holds.ts',
    find: 'return waits(value) || leaves(value) || ',
    replace: 'return waits(value) || ',
    why: 'lets the goods go while a cancellation waits',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/refunds.ts',
    find: 'if (!cancelled || compare(paid, picture.total) <= 0) return null;',
    replace: 'return null;',
    why: 'keeps what was paid for a cancelled part',
  },
  {
    promise: 'P10',
    file: 'app/domain/allocate.ts',
    find: 'a.orderedAt.getTime() - b.orderedAt.getTime()',
    replace: 'b.orderedAt.getTime() - a.orderedAt.getTime()',
    why: 'serves the newest first',
  },
  {
    promise: 'P10',
    file: 'app/domain/allocate.ts',
    find: 'if (shelf.feed && allocated > had)',
    replace: 'if (false)',
    why: 'takes a number of the feed for an arrival',
  },
  {
    promise: 'P10',
    file: 'app/domain/allocate.ts',
    find: 'if (unknown > 0 && allocated > had)',
    replace: 'if (false)',
    why: 'gives away units that are committed to an order not seen yet',
  },
];
