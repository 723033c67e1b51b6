import type { CallOf } from '../calls/call';
import { lineName } from '../line-name';
import type { FulfillmentOrder } from '../order';
import { type RequestPolicy, requestPolicyAt } from '../settings';
import { isLoose } from './holds';
import { isLive } from './live-parts';
import { splitOf } from './parts-of-order';
import { ALWAYS, type Situation, type Wanted } from './situation';

/** Something of it was cancelled by the customer, or for them: it is asked back whatever the shop chose (P6). */
export function isLeaving({ lines }: FulfillmentOrder, { case: value }: Situation): boolean {
  return lines.some(
    ({ lineId, remaining }) =>
      remaining > 0 &&
      value?.lines.some(({ id, choice }) => id === lineId && choice.kind === 'cancel-requested'),
  );
}

/** What is done about a request that a fulfillment service has: the shop's choice for its location, or the customer's wish. */
export function policyFor(fo: FulfillmentOrder, situation: Situation): RequestPolicy {
  if (isLeaving(fo, situation)) return 'take-back';
  return requestPolicyAt(situation.shop.settings, fo.locationId);
}

/** Requests that a service has not accepted yet, for units that should be on hold. Shopify offers no hold there. */
function openRequests(situation: Situation): FulfillmentOrder[] {
  return situation.order.fulfillmentOrders.filter(
    (fo) => isLive(fo) && fo.canCancelRequest && isLoose(situation, fo.id),
  );
}

/**
 * A request that the service has not accepted can be taken back at once (schema 2026-10, `fulfillmentOrderCancel`): Shopify
 * makes another fulfillment order in its place, which is then held. Where the shop wants to be asked, a person says yes first.
 */
export function takeBacks(situation: Situation): Wanted[] {
  return openRequests(situation).flatMap((fo): Wanted[] => {
    const policy = policyFor(fo, situation);
    if (policy === 'leave') return [];
    const asks = policy === 'ask' ? { asks: true as const } : {};
    return [{ effect: { kind: 'take-back-request', target: fo.id, ...asks }, since: ALWAYS }];
  });
}

/** The question behind the yes that is waited for, for as long as the service has not accepted; null when there is none. */
export function requestAtService(situation: Situation): CallOf<'request-at-service'> | null {
  const { case: value } = situation;
  const asked = openRequests(situation).filter((fo) => policyFor(fo, situation) === 'ask');
  const [first] = asked;
  if (value === null || first === undefined) return null;
  const units = asked
    .flatMap((fo) => splitOf(fo, situation))
    .flatMap(({ line }) => {
      const known = value.lines.find(({ id }) => id === line.lineId);
      return known === undefined
        ? []
        : [{ title: lineName(known, value.lines), quantity: line.remaining }];
    });
  const location = first.locationId?.split('/').at(-1) ?? null;
  return units.length > 0 ? { kind: 'request-at-service', units, location } : null;
}
