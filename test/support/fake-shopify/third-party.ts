import type { EffectResult } from '../../../app/ports';
import { statusOf } from './holds';
import { type FakeFulfillmentOrder, type FakeOrder, findHint, refused, type World } from './state';

/* A third party that fulfills: what it has accepted is out of the shop's hands until it gives it back. */

/** False for what isn't free to be worked on. */
export function accept(world: World, fo: FakeFulfillmentOrder): boolean {
  if (statusOf(fo) !== 'open') return false;
  fo.accepted = true;
  fo.cancellation = null;
  findHint(world, fo);
  return true;
}

export const canRequestCancellation = (fo: FakeFulfillmentOrder): boolean =>
  statusOf(fo) === 'in-progress' && fo.cancellation !== 'requested';

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
