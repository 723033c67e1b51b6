import type { Case } from '../case';
import type { OrderSnapshot } from '../order';
import type { Situation } from './situation';

const ONLY_EXTRAS =
  'The customer cancelled all that ships. What is left of the order doesn’t ship, such as a tip, a protection or a download, and Holdfast takes no money for it: cancel the order in Shopify, which gives the shipping back, too, or see there to what they still want.';

/**
 * A customer who cancels each thing that ships leaves the tip, the protection or the gift wrap unticked, and the shipping
 * has nothing to ship. Whether they still want a download, nobody can tell from the order: a person decides.
 */
export function onlyExtrasLeft(value: Case, { lines }: OrderSnapshot): boolean {
  const cancelled = value.lines.some(
    ({ choice }) => choice.kind === 'cancelled' && choice.by !== 'shopify',
  );
  const left = lines.filter(({ current }) => current > 0);
  return cancelled && left.length > 0 && left.every(({ requiresShipping }) => !requiresShipping);
}

/** What a person decides about them; null where something else is left, or nothing. */
export function extrasLeft({ order, case: value }: Situation): string | null {
  const areLeft = value !== null && order.cancelledAt === null && onlyExtrasLeft(value, order);
  return areLeft ? ONLY_EXTRAS : null;
}
