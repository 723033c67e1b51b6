import type { Money } from '../../../app/domain/money';
import { payments, refund, refundable } from '../../../simulator/shop/refund';
import { suggestRefund } from '../../../simulator/shop/suggest-refund';
import { bagOfPresentment, isPositive, least, subtract } from '../../../simulator/world/money';
import type { Order } from '../../../simulator/world/types';
import type { Opened } from './open';

/* What a person gives back in the admin. */

const BY_HAND = { note: null, notify: false, by: 'merchant' } as const;

/** An amount goes back to the payments in the order in which they were paid, gift cards last, and to none more than it paid. */
export function giveBack({ world, shop }: Opened, order: Order, amount: Money): void {
  let left = bagOfPresentment(amount.amount, order);
  const transactions = payments(order)
    .toSorted((a, b) => Number(a.gateway === 'gift_card') - Number(b.gateway === 'gift_card'))
    .flatMap((payment) => {
      const part = least(left, refundable(order, payment));
      if (!isPositive(part)) return [];
      left = subtract(left, part);
      return [{ parentId: payment.id, amount: part.presentment }];
    });
  refund(world, shop, order, { ...BY_HAND, lines: [], transactions });
}

/** Units leave the order and go back to the shelf, and Shopify's own suggestion is given back for them. */
export function giveBackUnits(
  { world, shop }: Opened,
  order: Order,
  { lineId, quantity }: { readonly lineId: string; readonly quantity: number },
  restockType: 'CANCEL' | 'NO_RESTOCK' = 'CANCEL',
): void {
  const { parts } = suggestRefund(shop, order, {
    lines: [{ lineItemId: lineId, quantity }],
    everything: false,
    shipping: null,
  });
  refund(world, shop, order, {
    ...BY_HAND,
    lines: [{ lineItemId: lineId, quantity, restockType, locationId: null }],
    transactions: parts
      .filter(({ amount }) => isPositive(amount))
      .map(({ payment, amount }) => ({ parentId: payment.id, amount: amount.presentment })),
  });
}
