import { addMs } from '../../../app/domain/calendar';
import { isPositive, least, minus, money, type Money, sum } from '../../../app/domain/money';
import { termsOf } from './authorizations';
import { gatewayOf, GIFT_CARD, SHOPIFY_PAYMENTS } from './gateways';
import { cameTrue, settle } from './pending';
import { grossOf, totalOf } from './price';
import type { FakeOrder, World } from './state';
import type { Checkout, PendingPayment } from './store';
import { addTransaction } from './transactions';

/** A gift card pays its part first; the gateway authorizes or charges the rest, an upsell's part by itself. */
export function payAtCheckout(world: World, order: FakeOrder, checkout: Checkout): void {
  const rest = minus(totalOf(order), byGiftCard(world, order, checkout));
  const upsold = least(rest, upsellOf(order, checkout));
  for (const amount of [minus(rest, upsold), upsold])
    if (isPositive(amount)) pay(world, order, checkout, amount);
}

function byGiftCard(world: World, order: FakeOrder, checkout: Checkout): Money {
  const card = money(checkout.giftCard ?? '0', world.store.currency);
  const amount = least(card, totalOf(order));
  if (!isPositive(amount)) return amount;
  addTransaction(world, order, { kind: 'sale', amount, gateway: GIFT_CARD });
  world.log({ kind: 'paid-by-gift-card', at: world.now(), order: order.id, amount });
  return amount;
}

const upsellOf = (order: FakeOrder, checkout: Checkout): Money =>
  sum(
    order.lines
      .filter((_, i) => checkout.lines[i]?.upsell ?? false)
      .map((line) => grossOf(line, line.ordered)),
    order.shipping.currencyCode,
  );

function pay(world: World, order: FakeOrder, checkout: Checkout, amount: Money): void {
  const name = checkout.gateway ?? SHOPIFY_PAYMENTS;
  const gateway = gatewayOf(name);
  const atOnce = order.captureMode === 'checkout' || gateway.chargesAtOnce;
  const slow: PendingPayment | undefined =
    checkout.pending ??
    (gateway.pendingMs > 0 ? { settlesAfterMs: gateway.pendingMs, ends: 'success' } : undefined);
  const made = addTransaction(world, order, {
    kind: atOnce ? 'sale' : 'authorization',
    amount,
    gateway: name,
    status: slow === undefined ? 'success' : 'pending',
    ...(atOnce ? {} : termsOf(world, checkout, name)),
  });
  if (slow === undefined) cameTrue(world, order, made);
  else if (slow.settlesAfterMs !== null)
    world.agenda.push({
      at: addMs(world.now(), slow.settlesAfterMs),
      act: () => settle(world, order, made.id, slow.ends),
    });
}
