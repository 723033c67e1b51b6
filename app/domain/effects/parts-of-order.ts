import type { LineId } from '../ids';
import { unpaid, worthOf } from '../due-now';
import { atLeastZero, isZero, minus, type Money, zero } from '../money';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../order';
import { isSettled } from '../decide/settled';
import { letGoIn } from './let-go-units';
import { freeFirst, isHeldByUs, isLive } from './live-parts';
import { refundedIn } from './refunded-units';
import { moneyOf, type Situation, waitingOf } from './situation';

export interface SplitOfLine {
  readonly line: FulfillmentOrderLine;
  /** Units that are not here. */
  readonly waiting: number;
  /** How many of those that wait were refunded: they are no part of the order's price. */
  readonly refunded: number;
  /** Units that were let go by a person here, or by others: they are not held, here or not. */
  readonly letGo: number;
  readonly byHand: number;
}

/** Units that wait and were not let go: what has to be on hold. */
export const kept = ({ waiting, letGo }: SplitOfLine): number => Math.max(0, waiting - letGo);

/**
 * Which units of a fulfillment order wait. What is allocated to a line at a location goes to the fulfillment orders that
 * are free already, then to the held ones, each in the order in which Shopify lists them. Refunded units that are still
 * listed to be shipped wait for a person.
 */
export function splitOf(fo: FulfillmentOrder, situation: Situation): SplitOfLine[] {
  const { order } = situation;
  const inTurn = freeFirst(order.fulfillmentOrders);
  return fo.lines
    .filter((line) => line.remaining > 0)
    .map((line) => {
      const refunded = refundedIn(fo, line, order);
      const { hand, others } = letGoIn(fo, line, situation);
      const waiting = Math.max(refunded, waitingAt(fo, line, inTurn, situation));
      return { line, refunded, waiting, letGo: hand + others, byHand: hand };
    });
}

function waitingAt(
  fo: FulfillmentOrder,
  line: FulfillmentOrderLine,
  inTurn: readonly FulfillmentOrder[],
  { shares, case: value }: Situation,
): number {
  const choice = value?.lines.find((l) => l.id === line.lineId)?.choice;
  // What was not paid for in time ends on hold: units of the same line that were paid for and let go stay free.
  if (choice?.kind === 'cancel-requested')
    return choice.by === 'rule' && !isHeldByUs(fo) ? 0 : line.remaining;
  const share = shares.find((s) => s.lineId === line.lineId && s.locationId === fo.locationId);
  // A line that uses no stock has no share; it waits for nothing of its own.
  if (share === undefined) return Math.min(line.remaining, waitingOf(value, line.lineId));
  // Not judged since it changed: what is free stays free, and what is held stays held, until the item is shared out again.
  if (share.allocated === null) return isHeldByUs(fo) ? line.remaining : 0;
  let left = share.allocated;
  for (const other of inTurn) {
    if (other.id === fo.id) break;
    if (other.locationId !== fo.locationId) continue;
    left -= other.lines.find((l) => l.lineId === line.lineId)?.remaining ?? 0;
  }
  return line.remaining - Math.min(line.remaining, Math.max(0, left));
}

const onLine = (lineId: LineId, { line }: SplitOfLine): boolean => line.lineId === lineId;

/** Units that are on our hold, or that a person let go, and that the order's price still counts. */
function heldOrLetGo(lineId: LineId, situation: Situation): number {
  return situation.order.fulfillmentOrders
    .filter(isLive)
    .flatMap((fo) => splitOf(fo, situation).map((part) => ({ part, isHeld: isHeldByUs(fo) })))
    .filter(({ part }) => onLine(lineId, part))
    .reduce((total, { part, isHeld }) => {
      const priced = part.line.remaining - part.refunded;
      return total + (isHeld ? priced : Math.min(priced, part.letGo));
    }, 0);
}

/**
 * What everything that is free costs: the price less what is on our hold, and less what a person let go. Whoever lets units go
 * answers for their money, and a part that was paid is not held for it.
 */
function worthOfFree(situation: Situation): Money {
  const { order } = situation;
  const others = worthOf(order, ({ id }) => heldOrLetGo(id, situation));
  return atLeastZero(minus(order.currentTotal, others));
}

/** What everything costs but the units that wait in the fulfillment orders that stay. */
export function worthBeside(situation: Situation, stays: (fo: FulfillmentOrder) => boolean): Money {
  const { order } = situation;
  const waiting = order.fulfillmentOrders
    .filter((fo) => isLive(fo) && stays(fo))
    .flatMap((fo) => splitOf(fo, situation));
  const units = worthOf(order, ({ id }) =>
    waiting
      .filter((part) => onLine(id, part))
      .reduce((total, part) => total + Math.max(0, kept(part) - part.refunded), 0),
  );
  return atLeastZero(minus(order.currentTotal, units));
}

/**
 * A part that went ahead stays free, whatever becomes of the rest: its money is where it should be. What was taken for it
 * counts also while a capture for the rest is pending.
 */
export function freeIsSettled(situation: Situation): boolean {
  const worth = worthOfFree(situation);
  const taken = { ...moneyOf(situation), pending: zero(worth.currencyCode) };
  return isZero(unpaid(worth, taken)) || isSettled(situation, worth);
}

/** Units of a line that were paid for and released by us: they have only not left yet. */
export function paidAndFree(lineId: LineId, situation: Situation): number {
  if (!freeIsSettled(situation)) return 0;
  return situation.order.fulfillmentOrders
    .filter((fo) => isLive(fo) && !isHeldByUs(fo))
    .flatMap((fo) => splitOf(fo, situation))
    .filter((part) => onLine(lineId, part))
    .reduce((total, { line, letGo }) => total + line.remaining - letGo, 0);
}
