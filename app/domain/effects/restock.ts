import type { CallOf } from '../calls/call';
import { addMs } from '../calendar';
import { lineName } from '../line-name';
import { lastOf, type Situation, type Wanted } from './situation';

/**
 * Why a cancellation that restocks is refused: Shopify can't put units back at a deactivated location (schema 2026-10,
 * `orderCancel`). The adapter recognizes the refusal, and an intent that failed keeps these words.
 */
export const NO_PLACE_TO_RESTOCK =
  'Shopify can’t put the units back in stock, because their location was deactivated.';

/** A cancellation of the order; one without restocking, once Shopify had no place to put the units back. */
export function cancelOrder(
  { order, intents }: Situation,
  reason: 'CUSTOMER' | 'INVENTORY' | 'OTHER',
  since: Date,
): Wanted {
  const { id: target } = order;
  const last = lastOf(intents, 'cancel-order', target);
  const plain: Wanted = { effect: { kind: 'cancel-order', target, reason }, since };
  if (last?.effect.kind !== 'cancel-order' || last.status === 'done') return plain;
  const effect: Wanted['effect'] = { kind: 'cancel-order', target, reason, restock: false };
  if (last.effect.restock === false) return { effect, since };
  const { status, error, finishedAt } = last;
  const hasNoPlace = status === 'failed' && error === NO_PLACE_TO_RESTOCK;
  return hasNoPlace && finishedAt !== null ? { effect, since: addMs(finishedAt, 1) } : plain;
}

/** The units of an order that we cancelled without restocking: only a person can count them in where they are now. */
export function notRestocked({
  case: value,
  intents,
}: Situation): CallOf<'cancelled-without-restock'> | null {
  const isOurs = intents.some(
    ({ effect, status }) =>
      effect.kind === 'cancel-order' && effect.restock === false && status === 'done',
  );
  if (value === null || !isOurs) return null;
  const units = value.lines.flatMap((line) =>
    line.units.cancelled > 0
      ? [{ title: lineName(line, value.lines), quantity: line.units.cancelled }]
      : [],
  );
  return units.length > 0 ? { kind: 'cancelled-without-restock', units } : null;
}
