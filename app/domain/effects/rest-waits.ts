import { earliest, latest, workingDaysLater } from '../calendar';
import type { Case, CaseLine } from '../case';
import type { FulfillmentOrder, OrderSnapshot } from '../order';
import { isLive } from './live-parts';
import type { Situation } from './situation';

/**
 * What Shopify merges a fulfillment order with once it is released: the open ones at its location that are on nobody's hold.
 * The older id survives, the other is closed with no units (recorded answers). What is sent and what is picked up stays apart.
 */
export function mergesWith(fo: FulfillmentOrder, order: OrderSnapshot): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter(
    (other) =>
      other.id !== fo.id &&
      isLive(other) &&
      other.status === 'open' &&
      other.holds.length === 0 &&
      other.locationId === fo.locationId &&
      other.delivery === fo.delivery,
  );
}

/** Of those, the ones that were free before it was ready: somebody may be packing them. What is released with it is not. */
export function freeBefore(
  fo: FulfillmentOrder,
  { case: value, order }: Pick<Situation, 'case' | 'order'>,
): FulfillmentOrder[] {
  const behind = value?.readyHeld?.behind ?? [];
  return mergesWith(fo, order).filter(({ id }) => behind.includes(id));
}

/** By when a line was to ship: its date, or when the customer was told that its date has passed, or the stated time's end. */
function dateOf({ promise }: CaseLine, { said }: Case): Date {
  const { date, dateSetAt, latest: law } = promise;
  const passed = said.findLast(({ step }) => step === 'date-passed')?.at;
  const hasPassed = passed !== undefined && dateSetAt !== null && passed >= dateSetAt;
  return date ?? (hasPassed ? passed : law);
}

function datesOf(fo: FulfillmentOrder, value: Case): Date[] {
  const inIt = fo.lines.filter(({ remaining }) => remaining > 0).map(({ lineId }) => lineId);
  return value.lines.filter(({ id }) => inIt.includes(id)).map((line) => dateOf(line, value));
}

/**
 * Until when units that are here and paid stay on hold for the part that was free before them, so that it isn't merged away
 * under whoever packs it: until that has left, at most for the shop's number of working days, and not beyond their date. Null
 * where they needn't wait.
 */
export function restWaitsUntil(fo: FulfillmentOrder, situation: Situation): Date | null {
  const { case: value, shop, now } = situation;
  if (value === null || value.closedAt !== null || value.readyHeld == null) return null;
  if (freeBefore(fo, situation).length === 0) return null;
  const { since } = value.readyHeld;
  const { settings, timezone } = shop;
  const longest = workingDaysLater(since, settings.restWaitsDays, timezone);
  const until = latest(since, earliest(longest, ...datesOf(fo, value)));
  return until > now ? until : null;
}
