import { bagOf, isPositive, least, subtract, sum } from '../world/money';
import type { Bag, Order, Shop } from '../world/types';
import type { World } from '../world/world';
import { accounts, grossOf } from './accounting';
import type { Checkout } from './draft-order';
import { gatewayOf } from './gateways';
import { addTransaction, paidOrChanged, settleLater } from './transactions';

type Payment = Pick<
  Checkout,
  'lines' | 'giftCardAmount' | 'paymentPending' | 'settles' | 'chargedAtOnce' | 'payment'
>;

/**
 * The first transactions: a gift card is charged at once, the rest is authorized or charged as the shop has it, an
 * upsell's part by itself.
 */
export function paidAtCheckout(world: World, shop: Shop, order: Order, wish: Payment): void {
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
  const upsold = least(due, upsellOf(order, wish));
  for (const amount of [subtract(due, upsold), upsold])
    if (isPositive(amount)) pay(world, shop, order, wish, amount);
  paidOrChanged(world, shop, order);
}

const upsellOf = (order: Order, { lines }: Payment): Bag =>
  sum(
    order.lines
      .filter((_line, index) => lines[index]?.upsell ?? false)
      .map((line) => grossOf(line, line.quantity, order)),
  );

function pay(world: World, shop: Shop, order: Order, wish: Payment, amount: Bag): void {
  const gateway = gatewayOf(order.gateway);
  const charged =
    wish.chargedAtOnce === true ||
    shop.captureMode === 'checkout' ||
    order.sourceName === 'pos' ||
    gateway.chargesAtOnce;
  const isSlow = gateway.settlesAfterMs !== null && !charged;
  const pending = wish.paymentPending || isSlow || gateway.waitsForPerson;
  const made = addTransaction(world, shop, order, {
    kind: charged ? 'SALE' : 'AUTHORIZATION',
    status: pending ? 'PENDING' : 'SUCCESS',
    amount,
    by: 'customer',
    ledgerKind: charged ? 'payment' : 'authorization',
    detail: { how: 'checkout' },
  });
  // A slow provider says yes a little later by itself; other pending payments wait until somebody settles them.
  if (wish.settles)
    settleLater(world, shop, order, made, { ...wish.settles, errorCode: codeOf(wish) });
  else if (isSlow && !wish.paymentPending && wish.settles !== null)
    settleLater(world, shop, order, made, { afterMs: gateway.settlesAfterMs ?? 0 });
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

const codeOf = ({ settles }: Payment): string | null =>
  settles?.status === 'FAILURE' ? 'CARD_DECLINED' : null;
