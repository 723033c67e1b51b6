import type { FulfillmentOrder } from '../../../app/domain/order';
import type { EffectResult } from '../../../app/ports';
import { statusOf } from './holds';
import {
  addFulfillmentOrder,
  type FakeFulfillmentOrder,
  type FakeOrder,
  findHint,
  refused,
  type World,
} from './state';

/* A third party that fulfills: what it has accepted is out of the shop's hands until it gives it back. */

/** The shop asks the third party to fulfill it; false for what isn't free. */
export function submit(world: World, fo: FakeFulfillmentOrder): boolean {
  if (statusOf(fo) !== 'open' || fo.submitted) return false;
  fo.submitted = true;
  fo.cancellation = null;
  findHint(world, fo);
  return true;
}

/** Before the third party answered: this one is closed, and another one has its units. */
export function takeBackRequest(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
): EffectResult {
  if (!fo.submitted) return refused('No request is open that could be taken back');
  fo.submitted = false;
  const other = addFulfillmentOrder(world, order, fo.locationId, new Map(fo.remaining));
  for (const line of fo.remaining.keys()) fo.remaining.set(line, 0);
  world.log({ kind: 'request-taken-back', at: world.now(), order: order.id, target: fo.id });
  for (const part of [fo, other]) findHint(world, part);
  return { outcome: 'done', reference: other.id };
}

/** False for what isn't free to be worked on. */
export function accept(world: World, fo: FakeFulfillmentOrder): boolean {
  if (statusOf(fo) !== 'open') return false;
  fo.submitted = false;
  fo.accepted = true;
  fo.cancellation = null;
  findHint(world, fo);
  return true;
}

export const canRequestCancellation = (fo: FakeFulfillmentOrder): boolean =>
  statusOf(fo) === 'in-progress' && fo.cancellation !== 'requested';

/** What Shopify calls `requestStatus`. */
export function requestOf(fo: FakeFulfillmentOrder): FulfillmentOrder['request'] {
  if (fo.submitted) return 'submitted';
  if (fo.cancellation !== null) return `cancellation-${fo.cancellation}`;
  return fo.accepted ? 'accepted' : 'unsubmitted';
}

export function requestCancellation(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
): EffectResult {
  if (fo.cancellation === 'requested') return { outcome: 'done', reference: fo.id };
  if (!canRequestCancellation(fo)) return refused('Nobody can be asked to give it back');
  fo.cancellation = 'requested';
  const lines = [...fo.remaining].map(([line, units]) => ({ line, units }));
  const kind = 'cancellation-requested';
  world.log({ kind, at: world.now(), order: order.id, target: fo.id, lines });
  findHint(world, fo);
  return { outcome: 'done', reference: fo.id };
}

/** The third party's answer. What it gives back is open again, and can be held. */
export function answerRequest(
  world: World,
  order: FakeOrder,
  fo: FakeFulfillmentOrder,
  answer: 'accepted' | 'rejected',
): boolean {
  if (fo.cancellation !== 'requested') return false;
  fo.cancellation = answer;
  if (answer === 'accepted') {
    fo.accepted = false;
    world.log({ kind: 'given-back', at: world.now(), order: order.id, target: fo.id });
  }
  findHint(world, fo);
  return true;
}
