import { addMs, DAY } from '../../../app/domain/calendar';
import type { TransactionId } from '../../../app/domain/ids';
import { isPositive, minus, type Money, sum, zero } from '../../../app/domain/money';
import { gatewayOf, SHOPIFY_PAYMENTS } from './gateways';
import type { Checkout } from './store';
import { type FakeOrder, type FakeTransaction, lookHint, type World } from './state';
import { childrenOf, totalOfAll, unpaidOf } from './transactions';

const EXTENDED_DAYS = 30;

export function expiryOf(authorization: FakeTransaction): Date {
  if (authorization.endsAt === null) throw new Error(`${authorization.id} is no authorization`);
  return authorization.endsAt;
}

/** Until when Shopify shows it as capturable: to its end, or longer where the store is slow to see that. */
const shownUntil = ({ store }: World, authorization: FakeTransaction): Date =>
  addMs(expiryOf(authorization), store.showsEndedForMs ?? 0);

export const capturedOf = (order: FakeOrder, authorization: FakeTransaction): Money =>
  totalOfAll(childrenOf(order, authorization.id, 'capture'), authorization.amount.currencyCode);

export const leftOf = (order: FakeOrder, authorization: FakeTransaction): Money =>
  minus(authorization.amount, capturedOf(order, authorization));

export const authorizationOf = (order: FakeOrder, id: TransactionId): FakeTransaction | undefined =>
  order.transactions.find((t) => t.id === id && t.kind === 'authorization');

/** Neither voided nor captured for good: money is still on it. Its time may be over. */
export const isUnended = (order: FakeOrder, t: FakeTransaction): boolean =>
  t.kind === 'authorization' && t.status === 'success' && !order.released.has(t.id);

/** What Shopify shows as capturable now, the authorization that ends first in front. */
export const liveAuthorizations = (world: World, order: FakeOrder): FakeTransaction[] =>
  order.transactions
    .filter((t) => !order.showsExpired && isUnended(order, t) && shownUntil(world, t) > world.now())
    .toSorted((a, b) => expiryOf(a).getTime() - expiryOf(b).getTime());

/** Shopify's `totalCapturable`. */
export const securedOf = (world: World, order: FakeOrder): Money =>
  sum(
    liveAuthorizations(world, order).map((t) => leftOf(order, t)),
    order.shipping.currencyCode,
  );

/** What is unpaid and not authorized either: Shopify counts money that it shows as capturable as no debt (platform fact). */
export function outstandingOf(world: World, order: FakeOrder): Money {
  const open = minus(unpaidOf(order), securedOf(world, order));
  return isPositive(open) ? open : zero(open.currencyCode);
}

/** How long the provider will keep an authorization from now on, and what of it Shopify tells (Plus, own payments). */
export function termsOf(
  world: World,
  checkout: Pick<Checkout, 'authorizationDays' | 'extended'>,
  name: string,
) {
  const own = gatewayOf(name).days;
  const tells = world.store.plus && name === SHOPIFY_PAYMENTS;
  const extended = tells && (checkout.extended ?? false);
  const endsAt = addMs(
    world.now(),
    (checkout.authorizationDays ?? (extended ? EXTENDED_DAYS : own)) * DAY,
  );
  return {
    endsAt,
    authorizationExpiresAt: tells ? endsAt : null,
    feeFrom: extended ? addMs(world.now(), own * DAY) : null,
    multiCapturable: tells,
  };
}

/** Tells of an authorization that begins, and ends it when its time is over with money on it. */
export function begin(world: World, order: FakeOrder, authorization: FakeTransaction): void {
  const { id, amount, multiCapturable } = authorization;
  const expiresAt = expiryOf(authorization);
  world.log({
    kind: 'authorized',
    at: world.now(),
    order: order.id,
    authorization: id,
    amount,
    expiresAt,
    multiCapturable,
  });
  world.agenda.push({
    at: shownUntil(world, authorization),
    act: () => lapse(world, order, authorization),
  });
}

function lapse(world: World, order: FakeOrder, authorization: FakeTransaction): void {
  if (!isUnended(order, authorization) || !isPositive(leftOf(order, authorization))) return;
  order.released.add(authorization.id);
  world.log({
    kind: 'lapsed',
    at: world.now(),
    order: order.id,
    authorization: authorization.id,
  });
  if (world.store.tellsOfLapses ?? false) lookHint(world, order);
}
