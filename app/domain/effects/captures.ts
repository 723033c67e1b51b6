import { addMs } from '../calendar';
import { capturesAtFulfillment, capturesParts } from '../capture-method';
import { dueNow, unpaid } from '../due-now';
import type { Case } from '../case';
import type { Authorization } from '../authorization';
import { hasAuthorization, owed } from '../decide/settled';
import type { Intent } from '../intent';
import { compare, isPositive, least, minus, type Money, sum } from '../money';
import { isMoving, lateAuthorizations, leftOn } from '../money-picture';
import { takeable, takeableForPart } from './late-money';
import { aboutToLapse, endingSoon, isChargedEarly } from './lapse';
import { onlyExtrasLeft } from './only-extras';
import { goesInParts } from './part-first';
import { ALWAYS, lastOf, leaves, moneyOf, type Situation, waits, type Wanted } from './situation';

/** Money of an order that was never short is taken only where the shop asked for it, and nothing speaks against it. */
function mayCaptureClear({ order, shop, covered }: Situation): boolean {
  const othersHold = order.fulfillmentOrders.some((fo) => fo.holds.length > 0);
  const trusted = order.risk === 'accept' || order.risk === 'none';
  return (
    covered &&
    shop.settings.captureClearOrders &&
    trusted &&
    !othersHold &&
    order.createdAt >= shop.installedAt
  );
}

/** Up to what sum the order may be charged now; null when nothing may be taken. */
export function chargeable(situation: Situation): Money | null {
  const { order, case: value, shop, covered } = situation;
  if (order.disputed) return null;
  if (value === null) return mayCaptureClear(situation) ? order.currentTotal : null;
  if (value.closedAt !== null || leaves(value)) return null;
  if (onlyExtrasLeft(value, order)) return null;
  if (waits(value)) {
    const early = isChargedEarly(situation) && aboutToLapse(situation).length > 0;
    if (early) return order.currentTotal;
    return goesInParts(situation) && !capturesParts(shop) ? dueNow(order, value) : null;
  }
  // Shopify takes it as it ships. What has not shipped when the authorization nears its end would never be taken.
  const leftToShopify = capturesAtFulfillment(shop) && !isNearItsEnd(situation);
  return covered && !leftToShopify ? order.currentTotal : null;
}

const isNearItsEnd = (situation: Situation): boolean =>
  endingSoon(situation).length > 0 ||
  lateAuthorizations(moneyOf(situation), situation.now).length > 0;

/**
 * Of each authorization no more is captured than is authorized and owed, once, and only for units that are there, unless
 * the customer agreed to more (P1, M). One after the other: the next look takes the next authorization. What is over by our
 * reckoning and still capturable by Shopify's word is tried once, and only for an order of which nothing is missing (record
 * 0041).
 */
export function captures(situation: Situation): Wanted[] {
  const { case: value } = situation;
  const due = chargeable(situation);
  if (due === null) return [];
  const picture = moneyOf(situation);
  if (!hasAuthorization(picture) || isMoving(picture)) return [];
  const rest = unpaid(due, picture);
  const ours = value !== null && waits(value) ? takeableForPart(situation) : takeable(situation);
  const [authorization] = ours;
  if (!isPositive(rest) || authorization === undefined) return [];
  if (value !== null && compare(leftOn(ours, rest.currencyCode), rest) < 0) return [];
  const left = minus(authorization.authorized, authorization.captured);
  const amount = least(left, rest);
  const isLast = compare(amount, owed(picture)) === 0;
  return [
    {
      effect: {
        kind: 'capture',
        target: authorization.id,
        amount,
        final: isLast || !authorization.multiCapturable,
        multiCapturable: authorization.multiCapturable,
        authorized: authorization.authorized,
        before: authorization.captured,
      },
      since: sinceLastPart(authorization, situation),
    },
  ];
}

/** Tried while nothing was short, when there was no case to call a person on: no reason not to try it now. */
function hasFailedBefore(last: Intent | undefined, value: Case | null): last is Intent {
  const failedAt = last?.status === 'failed' ? last.finishedAt : null;
  return failedAt !== null && value !== null && failedAt <= value.openedAt;
}

/** Another part may be taken once Shopify shows those before it: then an older success is not this one. */
function sinceLastPart({ id, captured }: Authorization, { intents, case: value }: Situation): Date {
  const latest = lastOf(intents, 'capture', id);
  if (hasFailedBefore(latest, value)) return addMs(latest.finishedAt ?? ALWAYS, 1);
  const done = intents.filter(
    ({ effect, status }) => effect.kind === 'capture' && effect.target === id && status === 'done',
  );
  const amounts = done.flatMap(({ effect }) => (effect.kind === 'capture' ? [effect.amount] : []));
  const last = lastOf(done, 'capture', id)?.finishedAt ?? null;
  if (last === null || compare(captured, sum(amounts, captured.currencyCode)) < 0) return ALWAYS;
  return addMs(last, 1);
}
