import { compare, minus, plus, smallest, sum, zero } from '../../../app/domain/money';
import type { Case } from '../../../app/domain/case';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { DAYS, HOURS } from '../../support/story';

/** Goods for everybody arrive; whatever is let go is packed and handed to the carrier. */
export async function serveEverybody(shop: Harness): Promise<void> {
  shop.shopify.onHand('MUG', 500);
  shop.shopify.onHand('TEA', 500);
  await shop.advance(DAYS(1));
  for (const order of shop.shopify.orders()) shop.shopify.fulfill(order.id);
  await shop.advance(HOURS(12));
}

/** What still waits for somebody other than us, so that nothing more can be expected of us. */
function waitsForOthers(order: PlacedOrder, value: Case | null): boolean {
  const isPending = order.transactions.some(({ status }) => status === 'pending');
  // What they were called for is theirs, also once they say that they have seen to it.
  const isCalled = (value?.attention ?? null) !== null || (value?.calls ?? []).length > 0;
  return order.cancelledAt !== null || order.disputed || isPending || isCalled;
}

/** What the order's customer has paid and not got back. */
function paidOf(order: PlacedOrder) {
  const none = zero(order.shipping.currencyCode);
  const of = (...kinds: readonly string[]) =>
    sum(
      order.transactions
        .filter(({ kind, status }) => status === 'success' && kinds.includes(kind))
        .map(({ amount }) => amount),
      none.currencyCode,
    );
  return minus(plus(of('capture', 'sale'), none), of('refund'));
}

/** A part is charged with each line's share rounded in the customer's favour: a cent of a line is nobody's debt. */
function roundedOf(order: PlacedOrder) {
  const inParts = order.lines.filter(({ ordered }) => ordered > 1).length;
  return smallest(inParts, order.shipping.currencyCode);
}

/** A person was called for it since its last parcel left. What they have seen to since is theirs. */
async function wasCalledFor(shop: Harness, order: PlacedOrder): Promise<boolean> {
  const parcels = order.fulfillments.filter(({ cancelled }) => !cancelled);
  const calls = (await shop.timeline(order.id)).filter(
    ({ kind, detail }) =>
      kind === 'attention-raised' && /^The goods have left/.test(String(detail['reason'])),
  );
  return calls.some(({ at }) => parcels.every(({ createdAt }) => createdAt <= at));
}

/**
 * With goods for everybody and nothing broken any more, no order is left lying: it isn't on hold by us, unless its customer
 * was asked to pay; and what has left is paid for, where the money was ours to take. Else a person was called.
 */
export async function leftLying(shop: Harness): Promise<string[]> {
  const found: string[] = [];
  for (const order of shop.shopify.orders()) {
    const value = await shop.caseOf(order.id);
    if (value === null || waitsForOthers(order, value)) continue;
    const held = order.fulfillmentOrders.some(
      (fo) => fo.status === 'on-hold' && fo.holds.some(({ ours }) => ours),
    );
    if (held && value.payment == null) found.push(`${order.name} is on hold for no reason`);
    const hasLeft = order.fulfillments.some(({ cancelled }) => !cancelled);
    const isOurs = order.transactions.some(({ kind }) => kind === 'authorization');
    if (
      isOurs &&
      hasLeft &&
      !held &&
      value.payment == null &&
      compare(plus(paidOf(order), roundedOf(order)), order.total) < 0 &&
      !(await wasCalledFor(shop, order))
    )
      found.push(`${order.name} has left unpaid: ${paidOf(order).amount} of ${order.total.amount}`);
  }
  return found;
}
