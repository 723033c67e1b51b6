import type { Fact } from '../../../app/domain/history';
import type { PlacedOrder } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { HOURS } from '../../support/story';
import { type Guard, unbroken } from './broken-guard';
import type { Count, Strike } from './count';
import type { Scene, Variation } from './scene';

/** Nothing came of the call that was struck: another must follow. */
const isInVain = (fault: Strike): boolean => fault === 'dies-before' || fault === 'lost-call';

const isOf =
  (order: PlacedOrder) =>
  (fact: Fact): boolean =>
    'order' in fact && fact.order === order.id;

async function countUp(shop: Harness, { isMark, shows, effect }: Scene) {
  const { facts } = await shop.history();
  const orders = shop.shopify.orders().map((order) => {
    const marks = facts.filter(isOf(order)).filter(isMark).length;
    return { id: order.id, times: shows === undefined ? marks : Number(shows(order)) };
  });
  const tries = facts.filter((fact) => fact.kind === 'tried' && fact.effect === effect).length;
  return { orders, tries };
}

/** Plays a scene, strikes one call of its effect, lets six hours pass, and counts in Shopify's own books. */
export async function strike(
  scene: Scene,
  fault: Strike,
  v: Variation,
  guard: Guard = unbroken(),
): Promise<Count> {
  const { shop, next } = await scene.lead(v, guard.between);
  guard.breaks();
  const before = await countUp(shop, scene);
  shop.shopify.fault(scene.call, fault, v.after);
  await next();
  await shop.advance(HOURS(6));
  const after = await countUp(shop, scene);

  const times = after.orders.map(
    ({ id, times }) => times - (before.orders.find((order) => order.id === id)?.times ?? 0),
  );
  const expected = times.length + Number(isInVain(fault));
  const tries = after.tries - before.tries;
  return {
    lost: times.filter((n) => n === 0).length,
    doubled: times.reduce((all, n) => all + Math.max(0, n - 1), 0),
    repeated: Math.max(0, tries - expected),
    struck: Number(tries > v.after),
  };
}
