import type { FulfillmentOrderId, LineId, OrderId } from '../../../app/domain/ids';
import { answerCancellation } from '../../../simulator/shop/give-back';
import { merge } from '../../../simulator/shop/merge';
import { move } from '../../../simulator/shop/move';
import { placeHold } from '../../../simulator/shop/place-hold';
import { releaseHolds } from '../../../simulator/shop/release-holds';
import { accept, submit } from '../../../simulator/shop/service-requests';
import { split } from '../../../simulator/shop/split';
import { isAskedBack } from '../../../simulator/shop/statuses';
import type { FulfillmentOrder, Hold, Order } from '../../../simulator/world/types';
import { type Opened, place } from './open';
import { createParcelControls } from './people-parcels';
import type { Records } from './records';
import { allowed } from './refusals';

const A_HOLD = {
  reason: 'OTHER',
  reasonNotes: null,
  handle: null,
  externalId: null,
  lines: [],
} as const;

/** What the shop's people, third parties and carriers do with goods that were ordered. */
export function createFulfillmentControls(opened: Opened, records: Records) {
  const { world, shop } = opened;
  const { record } = records;
  const each = (id: OrderId, act: (part: FulfillmentOrder, order: Order) => unknown): void => {
    for (const part of [...record(id).fulfillmentOrders]) act(part, record(id));
  };
  const one = (id: OrderId, wanted: FulfillmentOrderId): FulfillmentOrder => {
    const found = record(id).fulfillmentOrders.find((part) => part.id === wanted);
    if (found === undefined) throw new Error(`${record(id).name} has no ${wanted}`);
    return found;
  };
  const takeOff = (
    id: OrderId,
    isMeant: (hold: Hold) => boolean,
    only?: FulfillmentOrderId,
  ): void =>
    each(id, (part, order) => {
      if (only !== undefined && part.id !== only) return;
      const ids = part.holds.filter(isMeant).map((hold) => hold.id);
      if (ids.length > 0) releaseHolds(world, shop, order, part, ids, 'merchant');
    });
  const ask = (order: Order, part: FulfillmentOrder): boolean =>
    part.status === 'OPEN' &&
    allowed(() => {
      submit(world, shop, order, part, { lines: [], message: null, notify: false, by: 'merchant' });
    });
  return {
    ...createParcelControls(opened, records),
    /** A person holds what is open. */
    holdByMerchant: (id: OrderId): void =>
      each(id, (part, order) => {
        if (part.status === 'OPEN')
          placeHold(world, shop, order, part, { ...A_HOLD, by: 'merchant' });
      }),
    /** Another app holds whatever can be held, also what is on hold already. */
    holdByOther: (id: OrderId): void =>
      each(id, (part, order) =>
        allowed(() => void placeHold(world, shop, order, part, { ...A_HOLD, by: 'other-app' })),
      ),
    /** Its parts are to go out later: Shopify offers no hold for them. */
    schedule: (id: OrderId): void =>
      each(id, (part) => {
        part.status = 'SCHEDULED';
      }),
    /** A person takes every hold off, ours too, or those of one fulfillment order. */
    releaseByMerchant: (id: OrderId, only?: FulfillmentOrderId): void =>
      takeOff(id, () => true, only),
    /** A person takes their own holds off, and leaves ours. */
    liftByMerchant: (id: OrderId): void => takeOff(id, ({ by }) => by !== 'app'),
    /** The named units get a fulfillment order of their own; false where Shopify doesn't split. */
    split: (id: OrderId, part: FulfillmentOrderId, units: ReadonlyMap<LineId, number>): boolean => {
      const named = new Map<string, number>(units);
      const wanted = one(id, part).lines.flatMap(({ id: own, lineId }) => {
        const quantity = named.get(lineId) ?? 0;
        return quantity > 0 ? [{ id: own, quantity }] : [];
      });
      return allowed(() => void split(world, shop, one(id, part), record(id), wanted, 'merchant'));
    },
    /** What is open at one place becomes one fulfillment order. */
    merge: (id: OrderId): void => {
      const open = record(id).fulfillmentOrders.filter(({ status }) => status === 'OPEN');
      for (const place of new Set(open.map(({ locationId }) => locationId))) {
        const there = open.filter(({ locationId }) => locationId === place);
        const ids = there.map((part) => part.id);
        allowed(() => void merge(world, shop, ids, 'merchant'));
      }
    },
    move: (id: OrderId, part: FulfillmentOrderId, where: string): boolean =>
      allowed(() => {
        const to = place(opened, where).id;
        move(world, shop, one(id, part), record(id), to, [], 'merchant');
      }),
    /** The shop asks a fulfillment service for what is open; nobody has answered yet. */
    submitToThirdParty: (id: OrderId): void => each(id, (part, order) => ask(order, part)),
    /** The shop asks for what is open, if it has not, and the service takes it on. */
    thirdPartyAccepts: (id: OrderId): void =>
      each(id, (part, order) => {
        ask(order, part);
        if (part.requestStatus === 'SUBMITTED') accept(world, shop, order, part);
      }),
    thirdPartyAnswers: (id: OrderId, answer: 'accepted' | 'rejected'): void =>
      each(id, (part, order) => {
        if (isAskedBack(part))
          answerCancellation(world, shop, order, part, answer === 'accepted', null);
      }),
  };
}
