import type { CaseLine } from '../case';
import type { Effect } from '../intent';
import { isPositive } from '../money';
import { isMoving } from '../money-picture';
import { unitsToCome } from '../units';
import { givenBack } from './given-back';
import { paidAndFree } from './parts-of-order';
import { isPaidAfterAll } from './payments';
import { cancelOrder } from './restock';
import { moneyOf, type Situation, type Wanted } from './situation';

/**
 * Cancelling the whole of what is left is `cancel-order` alone: it voids and gives back by itself. A part is taken off by
 * an order edit while nothing was paid for it, else by a refund, which takes it off and gives the money back in one.
 */
export function cancellations(situation: Situation): Wanted[] {
  const { case: value, now } = situation;
  if (value === null || value.closedAt !== null) return [];
  // Shopify refuses edits and cancellations while a payment is pending (platform fact): the hold stays until it settles.
  // Whether it does so for a refund on its way isn't known: that is waited for, too (record 0026).
  if (isMoving(moneyOf(situation))) return [];
  const isPaid = isPaidAfterAll(situation);
  const due = value.lines.filter(
    (line) =>
      line.choice.kind === 'cancel-requested' &&
      line.choice.undoUntil <= now &&
      !(isPaid && line.choice.by === 'rule'),
  );
  if (due.length === 0) return [];
  const since = due.flatMap((line) =>
    line.choice.kind === 'cancel-requested' ? [line.choice.at] : [],
  );
  const first = since.reduce((a, b) => (b < a ? b : a), now);
  const left = value.lines.filter((line) => unitsToCome(line.units) > 0 && !due.includes(line));
  const gone = value.lines.some((line) => line.units.packed + line.units.shipped > 0);
  const isWhole = due.every((line) => unitsToTakeOff(line, situation) === openUnits(line));
  if (left.length === 0 && !gone && isWhole) return [cancelOrder(situation, reasonOf(due), first)];
  return due.flatMap((line) => takeOff(line, situation));
}

/** Shopify's word for why; not paid in time is neither the customer's wish nor the stock's fault. */
function reasonOf(due: readonly CaseLine[]): 'CUSTOMER' | 'OTHER' {
  const byRule = due.every(
    ({ choice }) => choice.kind === 'cancel-requested' && choice.by === 'rule',
  );
  return byRule ? 'OTHER' : 'CUSTOMER';
}

const openUnits = ({ units }: CaseLine): number => unitsToCome(units) - units.packed;

/** All that has not left; of what was not paid for in time, not the units that were paid for and let go. */
function unitsToTakeOff(line: CaseLine, situation: Situation): number {
  const { choice } = line;
  const byRule = choice.kind === 'cancel-requested' && choice.by === 'rule';
  return openUnits(line) - (byRule ? paidAndFree(line.id, situation) : 0);
}

function takeOff(line: CaseLine, situation: Situation): Wanted[] {
  const { order, now } = situation;
  const quantity = unitsToTakeOff(line, situation);
  if (quantity <= 0) return [];
  const since = line.choice.kind === 'cancel-requested' ? line.choice.at : now;
  const current = order.lines.find((l) => l.id === line.id)?.current ?? quantity;
  const isPaidFor = isPositive(givenBack([{ target: line.id, quantity }], situation));
  // A refund isn't an edit: where no app may edit the order, one of no money is what is left to try.
  const effect: Effect =
    isPaidFor || !order.editable
      ? { kind: 'refund', target: line.id, quantity, current }
      : { kind: 'remove-units', target: line.id, quantity, current };
  return [{ effect, since }];
}
