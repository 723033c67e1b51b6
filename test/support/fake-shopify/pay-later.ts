import { isPositive, minus } from '../../../app/domain/money';
import type { EffectResult } from '../../../app/ports';
import { liveAuthorizations, securedOf, termsOf } from './authorizations';
import { BY_HAND, SHOPIFY_PAYMENTS } from './gateways';
import { cameTrue, settle } from './pending';
import { type FakeOrder, lookHint, refused, type World } from './state';
import { addTransaction, hasPending, outstandingOf } from './transactions';

/*
 * Money after the checkout. What no open authorization covers can be paid by a link, at once or after payment terms were
 * made, as the store is set up; or a person says that it came another way.
 */

export function paymentUrlOf(world: World, order: FakeOrder): string | null {
  const way = world.store.payablePerLinkAfterLoss ?? 'link';
  const uncovered = minus(outstandingOf(order), securedOf(order, world.now()));
  if (order.cancelledAt !== null || hasPending(order) || !isPositive(uncovered)) return null;
  if (way === 'never' || (way === 'terms' && !order.hasTerms)) return null;
  return `https://maple.example/pay/${order.id.split('/').at(-1) ?? ''}`;
}

/** How the customer's payment goes: taken at once, only authorized, or pending at its provider. */
export type LinkPayment = 'sale' | 'authorization' | 'pending';

/** False when there is no link to follow. */
export function payByLink(world: World, order: FakeOrder, as: LinkPayment): boolean {
  if (paymentUrlOf(world, order) === null) return false;
  const made = addTransaction(world, order, {
    kind: as === 'authorization' ? 'authorization' : 'sale',
    status: as === 'pending' ? 'pending' : 'success',
    amount: minus(outstandingOf(order), securedOf(order, world.now())),
    gateway: SHOPIFY_PAYMENTS,
    ...(as === 'authorization' ? termsOf(world, {}, SHOPIFY_PAYMENTS) : {}),
  });
  if (as !== 'pending') cameTrue(world, order, made);
  lookHint(world, order);
  return true;
}

/** False where Shopify doesn't offer it: nothing is outstanding, or an authorization is there to be captured. */
export function markAsPaid(world: World, order: FakeOrder): boolean {
  const waiting = order.transactions.find((t) => t.status === 'pending');
  if (waiting !== undefined) {
    settle(world, order, waiting.id, 'success');
    return true;
  }
  const amount = outstandingOf(order);
  const covered = liveAuthorizations(order, world.now()).length > 0;
  if (order.cancelledAt !== null || covered || !isPositive(amount)) return false;
  addTransaction(world, order, { kind: 'sale', amount, gateway: BY_HAND });
  world.log({ kind: 'paid', at: world.now(), order: order.id, amount, by: 'merchant' });
  lookHint(world, order);
  return true;
}

/** Payment terms that are due at once. An order has them once: those that are there are what was wanted. */
export function askForPayment(world: World, order: FakeOrder): EffectResult {
  const no = (reason: string): EffectResult =>
    refused(reason, 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL');
  if (world.store.allowsTerms === false) return refused('Allow payment terms first', 'NO_SCOPE');
  if (order.hasTerms) return { outcome: 'done', reference: null };
  if (order.cancelledAt !== null) return no('The order is cancelled');
  if (!isPositive(minus(outstandingOf(order), securedOf(order, world.now()))))
    return no('Nothing is outstanding that no authorization covers');
  if (world.store.payablePerLinkAfterLoss === 'never')
    return no('This order can have no payment terms');
  order.hasTerms = true;
  lookHint(world, order);
  return { outcome: 'done', reference: `gid://shopify/PaymentTerms/${world.nextId()}` };
}
