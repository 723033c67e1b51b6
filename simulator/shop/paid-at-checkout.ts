import { bagOf, isPositive, least, subtract } from '../world/money';
import type { Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts } from './accounting';
import type { Checkout } from './draft-order';
import { addTransaction, paidOrChanged, settleLater } from './transactions';

/** Methods that know no authorization: the money is taken at once, whatever the shop's capture mode. */
const NO_AUTHORIZATION = new Set(['gift_card', 'manual', 'cash_on_delivery', 'bank_deposit']);

/** The first transactions: a gift card is charged at once, the rest is authorized or charged as the shop has it. */
export function paidAtCheckout(
  world: World,
  shop: Shop,
  order: Order,
  wish: Pick<Checkout, 'giftCardAmount' | 'paymentPending' | 'payment'>,
): void {
  if (wish.payment !== undefined) return madeByAnApp(world, shop, order, wish.payment);
  let due = accounts(order, shop).total;
  if (wish.giftCardAmount !== undefined) {
    const card = least(bagOf(wish.giftCardAmount, order), due);
    addTransaction(world, shop, order, {
      kind: 'SALE',
      amount: card,
      gateway: 'gift_card',
      by: 'customer',
      ledgerKind: 'payment',
      detail: { how: 'gift-card' },
    });
    due = subtract(due, card);
  }
  if (!isPositive(due)) return paidOrChanged(world, shop, order);
  const charged =
    shop.captureMode === 'checkout' ||
    order.sourceName === 'pos' ||
    NO_AUTHORIZATION.has(order.gateway);
  const pending =
    wish.paymentPending ||
    (!charged && order.gateway === 'klarna') ||
    (order.gateway !== 'gift_card' && NO_AUTHORIZATION.has(order.gateway));
  const first = addTransaction(world, shop, order, {
    kind: charged ? 'SALE' : 'AUTHORIZATION',
    status: pending ? 'PENDING' : 'SUCCESS',
    amount: due,
    by: 'customer',
    ledgerKind: charged ? 'payment' : 'authorization',
    detail: { how: 'checkout' },
  });
  // Klarna says yes a little later by itself; other pending payments wait until somebody settles them.
  if (pending && order.gateway === 'klarna' && !wish.paymentPending)
    settleLater(world, shop, order, first);
  paidOrChanged(world, shop, order);
}

/** An order that comes with what its maker says of its payment: nothing, a failed authorization, or a good one. */
function madeByAnApp(
  world: World,
  shop: Shop,
  order: Order,
  payment: NonNullable<Checkout['payment']>,
): void {
  if (payment === 'none') return;
  addTransaction(world, shop, order, {
    kind: 'AUTHORIZATION',
    status: payment === 'declined' ? 'FAILURE' : 'SUCCESS',
    amount: accounts(order, shop).total,
    errorCode: payment === 'declined' ? 'CARD_DECLINED' : null,
    by: 'customer',
    ledgerKind: 'authorization',
    detail: { how: 'app' },
  });
  paidOrChanged(world, shop, order);
}
