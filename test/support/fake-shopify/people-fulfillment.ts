import type { FulfillmentOrderId, LineId, OrderId } from '../../../app/domain/ids';
import { putOnHold, statusOf, takeOffHold } from './holds';
import { merge, move, split } from './regroup';
import { fulfill, handOver, unpack } from './shipping';
import { type FakeFulfillmentOrder, type FakeOrder, orderOf, type World } from './state';
import { locationId } from './store';
import { accept, answerRequest, submit } from './third-party';

/** What the shop's people, third parties and carriers do with goods that were ordered. */
export function createFulfillmentControls(world: World) {
  const order = (id: OrderId): FakeOrder => orderOf(world, id);
  const each = (id: OrderId, act: (fo: FakeFulfillmentOrder) => void): void =>
    order(id).fulfillmentOrders.forEach(act);
  const one = (id: OrderId, fo: FulfillmentOrderId): FakeFulfillmentOrder => {
    const found = order(id).fulfillmentOrders.find((own) => own.id === fo);
    if (found === undefined) throw new Error(`${order(id).name} has no ${fo}`);
    return found;
  };
  return {
    fulfill: (id: OrderId, how: Partial<Parameters<typeof fulfill>[2]> = {}) =>
      fulfill(world, order(id), { trackingNumber: null, notify: true, ...how }),
    carrierTakes: (id: OrderId): void => {
      for (const fulfillment of order(id).fulfillments) handOver(world, order(id), fulfillment);
    },
    unpack: (id: OrderId): void => {
      const last = order(id).fulfillments.findLast((f) => !f.cancelled && !f.carrierHasIt);
      if (last !== undefined) unpack(world, order(id), last);
    },
    holdByMerchant: (id: OrderId): void =>
      each(id, (fo) => {
        if (statusOf(fo) === 'open')
          putOnHold(world, order(id), fo, { handle: null, reason: 'OTHER', by: 'merchant' });
      }),
    /** A person takes every hold off, ours too, or those of one fulfillment order. */
    releaseByMerchant: (id: OrderId, only?: FulfillmentOrderId): void =>
      each(id, (fo) => {
        if (only !== undefined && fo.id !== only) return;
        const all = fo.holds.map((hold) => hold.id);
        takeOffHold(world, order(id), fo, all, 'merchant');
      }),
    /** A person takes their own holds off, and leaves ours. */
    liftByMerchant: (id: OrderId): void =>
      each(id, (fo) => {
        const theirs = fo.holds.filter((hold) => !hold.ours).map((hold) => hold.id);
        takeOffHold(world, order(id), fo, theirs, 'merchant');
      }),
    split: (id: OrderId, fo: FulfillmentOrderId, units: ReadonlyMap<LineId, number>) =>
      split(world, order(id), one(id, fo), units),
    merge: (id: OrderId): void => merge(world, order(id)),
    move: (id: OrderId, fo: FulfillmentOrderId, location: string): boolean =>
      move(world, order(id), one(id, fo), locationId(location)),
    submitToThirdParty: (id: OrderId): void => each(id, (fo) => void submit(world, fo)),
    thirdPartyAccepts: (id: OrderId): void => each(id, (fo) => void accept(world, fo)),
    thirdPartyAnswers: (id: OrderId, answer: 'accepted' | 'rejected'): void =>
      each(id, (fo) => void answerRequest(world, order(id), fo, answer)),
  };
}
