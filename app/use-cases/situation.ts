import type { Situation } from '../domain/effects';
import { type Intent, intentKey } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Tx } from '../ports';
import { isCovered } from './look-at-order';

/** All that the effects of an order depend on, but for the intent that is being looked at itself. */
export async function situationOf(
  tx: Tx,
  shop: Shop,
  order: OrderSnapshot,
  now: Date,
  except: Intent,
): Promise<Situation> {
  const intents = await tx.intents(order.id);
  return {
    now,
    order,
    case: await tx.loadCase(order.id),
    intents: intents.filter((intent) => intentKey(intent) !== intentKey(except)),
    shop,
    covered: isCovered(order, await tx.demandOfOrder(order.id)),
  };
}
