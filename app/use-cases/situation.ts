import { refundedUnits } from '../domain/effects/refunded-units';
import type { Share, Situation } from '../domain/effects/situation';
import { type Intent, intentKey } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Demand, Tx } from '../ports';
import { demandOfOrder, isRouted } from './demand-of-order';

/** Every unit that is still to go has stock that was read after the order was routed. Refunded units are not to go. */
export function isCovered(order: OrderSnapshot, demand: readonly Demand[]): boolean {
  if (!isRouted(order)) return false;
  const spare = new Map(order.lines.map((line) => [line.id, refundedUnits(order, line)]));
  return demandOfOrder(order).every(({ lineId, locationId, quantity }) => {
    const known = demand.find((d) => d.lineId === lineId && d.locationId === locationId);
    if (known === undefined || known.allocated === null) return false;
    const left = (spare.get(lineId) ?? 0) - Math.max(0, quantity - known.allocated);
    spare.set(lineId, left);
    return left >= 0;
  });
}

/** What the order's lines were given of the stock, as of the last sharing. */
export function stockOf(
  order: OrderSnapshot,
  demand: readonly Demand[],
): { readonly covered: boolean; readonly shares: readonly Share[] } {
  const shares = demand.map(({ lineId, locationId, allocated }) => ({
    lineId,
    locationId,
    allocated,
  }));
  return { covered: isCovered(order, demand), shares };
}

/** All that the effects of an order depend on, but for the intent that is being looked at itself. */
export async function situationOf(
  tx: Tx,
  shop: Shop,
  order: OrderSnapshot,
  now: Date,
  except: Intent | null = null,
): Promise<Situation> {
  const intents = await tx.intents(order.id);
  const others = intents.filter(
    (intent) => except === null || intentKey(intent) !== intentKey(except),
  );
  return {
    now,
    order,
    case: await tx.loadCase(order.id),
    intents: others,
    shop,
    ...stockOf(order, await tx.demandOfOrder(order.id)),
  };
}
