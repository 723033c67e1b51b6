import type { Case, TimelineEntry } from '../domain/case';
import type { Decision } from '../domain/decide/decision';
import type { OrderId, ShopId } from '../domain/ids';
import type { Acted } from '../domain/panel-view';
import type { Shop } from '../domain/settings';
import { Conflict } from '../errors';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { planNextStep } from './plan-next-step';

/** Who acts on a case, and which version of it they were looking at; a form that doesn't say is taken as it is. */
export interface By {
  /** A member of staff; Shopify doesn't always name them. */
  readonly person?: string | undefined;
  readonly seen?: number | undefined;
}

export const STAFF = 'staff';

export const DONE: Acted = { kind: 'done' };
export const NO_CASE: Acted = { kind: 'refused', reason: 'There is no case for this order.' };
/** Nothing of theirs was written: what they saw is not what is. */
export const STALE: Acted = {
  kind: 'refused',
  reason:
    'This order has changed since you opened it, so nothing was done. You see it now as it is: please look again.',
};

/** Decisions give their reasons as words within a sentence; a page shows them as one. */
function asSentence(reason: string): string {
  const capital = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

export function refused(reason: string): Acted {
  return { kind: 'refused', reason: asSentence(reason) };
}

/** Who of the shop's staff did it stands in the record. */
function signed(timeline: readonly TimelineEntry[], person: string): TimelineEntry[] {
  return timeline.map((entry) => ({ ...entry, detail: { ...entry.detail, person } }));
}

/**
 * A person's act on one case, in one transaction.
 * - refused with words when the case has moved on from what they saw;
 * - recorded with their name; the order is looked at again, and what the customer hears next is planned anew.
 */
export async function onCase(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: By,
  act: (value: Case, shop: Shop, tx: Tx) => Promise<Decision> | Decision,
): Promise<Acted> {
  const acting = deps.store.transact(shopId, { orders: [orderId] }, async (tx) => {
    const shop = await tx.loadShop();
    const value = await tx.loadCase(orderId);
    if (shop === null || value === null) return NO_CASE;
    if (by.seen !== undefined && by.seen !== value.version) return STALE;
    const decision = await act(value, shop, tx);
    if ('ignored' in decision) return refused(decision.ignored);
    await tx.saveCase(decision.case);
    await tx.addTimeline(orderId, signed(decision.timeline, by.person ?? STAFF));
    await tx.addTasks([
      { shop: shopId, body: { kind: 'look-at-order', orderId }, dueAt: deps.clock.now() },
    ]);
    const saved = await tx.loadCase(orderId);
    if (saved !== null) await planNextStep(tx, saved, shop);
    return DONE;
  });
  return acting.catch((error: unknown) => {
    if (error instanceof Conflict) return STALE;
    throw error;
  });
}
