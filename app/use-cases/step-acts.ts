import { instantOf } from '../domain/calendar';
import { wasTried } from '../domain/intent';
import type { Case } from '../domain/case';
import type { Decision } from '../domain/decide/decision';
import {
  decideStepLater,
  decideStepNow,
  decideStepSkipped,
  type StepAct,
} from '../domain/decide/steps';
import type { OrderId, ShopId } from '../domain/ids';
import type { Acted } from '../domain/panel-view';
import type { Shop } from '../domain/settings';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { type By, onCase } from './on-case';

/* What a person does about the next message: now, later, or not at all. `key` is the one that they saw planned. */

export interface OfStep extends By {
  readonly key: string;
}

type Decide = (value: Case, act: StepAct, shop: Shop) => Decision;

function onStep(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: OfStep,
  decide: Decide,
): Promise<Acted> {
  const at = deps.clock.now();
  return onCase(deps, shopId, orderId, by, async (value, shop, tx) => {
    const lastToCustomer =
      value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
    const decision = decide(value, { at, key: by.key, lastToCustomer }, shop);
    if ('ignored' in decision) return decision;
    const busy = await withdraw(tx, orderId, by.key, at);
    return busy ? { ignored: 'It is being sent at this very moment.' } : decision;
  });
}

/** What was prepared of that message is put aside; says whether it is too late for that. */
async function withdraw(tx: Tx, orderId: OrderId, key: string, now: Date): Promise<boolean> {
  const open = (await tx.intents(orderId)).filter(
    ({ effect, finishedAt }) =>
      effect.kind === 'message' && effect.target === key && finishedAt === null,
  );
  if (open.some(wasTried)) return true;
  for (const intent of open)
    if (intent.status === 'planned' || intent.status === 'awaiting-approval')
      await tx.saveIntent({ ...intent, status: 'dropped', finishedAt: now });
  return false;
}

export function sendNow(deps: Deps, shop: ShopId, order: OrderId, by: OfStep): Promise<Acted> {
  return onStep(deps, shop, order, by, decideStepNow);
}

/** `time` is by the shop's clock: "2026-03-05T10:00". */
export function sendLater(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: OfStep & { readonly time: string },
): Promise<Acted> {
  return onStep(deps, shopId, orderId, by, (value, act, shop) => {
    const to = instantOf(by.time, shop.timezone);
    return to === null
      ? { ignored: 'Choose a day and a time.' }
      : decideStepLater(value, { ...act, to }, shop);
  });
}

/** `told` says how a person has told the customer instead; empty when nobody has. */
export function skipStep(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: OfStep & { readonly told: string },
): Promise<Acted> {
  return onStep(deps, shopId, orderId, by, (value, act, shop) =>
    decideStepSkipped(value, { ...act, told: by.told }, shop),
  );
}
