import { decideCaptureNow, decideReleasedByHand } from '../domain/decide/by-hand';
import { decideChoice } from '../domain/decide/choices';
import { entry } from '../domain/decide/decision';
import { decidePartFirst } from '../domain/decide/part-by-hand';
import type { LineId, OrderId, ShopId } from '../domain/ids';
import { intentKey } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Acted } from '../domain/panel-view';
import type { Settings } from '../domain/settings';
import type { Deps } from './deps';
import { planIntent } from './plan-effects';
import { situationOf } from './situation';
import { approve } from './merchant-acts';
import { type By, onCase } from './on-case';
import { orderForPerson } from './order-for-person';

/* What a person does to the order itself: lets it go, takes its money, cancels for the customer. */

const WATCHING =
  'Holdfast only watches now, so nothing leaves. Change the mode first, or do it in Shopify.';
const PAUSED = 'Everything is paused, so nothing leaves. Go on first, or do it in Shopify.';

/** Why nothing may leave that a person asks for at once; null when it may. Mode `ask` is content with their word. */
export function shut({ mode, paused }: Settings): string | null {
  return mode === 'watch' ? WATCHING : paused ? PAUSED : null;
}

/** Our holds are taken off although the goods are not there; who did it and why stands in the record. */
export async function releaseByHand(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: By & { readonly why: string },
): Promise<Acted> {
  const order = await orderForPerson(deps, shopId, orderId);
  if ('kind' in order) return order;
  const at = deps.clock.now();
  return onCase(deps, shopId, orderId, by, async (value, { settings }, tx) => {
    const why = shut(settings);
    if (why !== null) return { ignored: why };
    const intents = await tx.intents(orderId);
    return decideReleasedByHand(value, { at, why: by.why }, { order, intents });
  });
}

/** Takes the money now if the rules allow it: every unit there, and no more than is authorized and owed (P1, M). */
export async function captureNow(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: By,
): Promise<Acted> {
  const order = await orderForPerson(deps, shopId, orderId);
  if ('kind' in order) return order;
  const asked = await deps.store.read(shopId, (tx) => tx.intents(orderId));
  const waiting = asked.find(
    (i) => i.effect.kind === 'capture' && i.status === 'awaiting-approval',
  );
  if (waiting !== undefined) return approve(deps, shopId, orderId, intentKey(waiting), by);
  return captureOf(deps, shopId, order, by);
}

function captureOf(deps: Deps, shopId: ShopId, order: OrderSnapshot, by: By): Promise<Acted> {
  const now = deps.clock.now();
  return onCase(deps, shopId, order.id, by, async (value, shop, tx) => {
    const why = shut(shop.settings);
    if (why !== null) return { ignored: why };
    const decided = decideCaptureNow(await situationOf(tx, shop, order, now));
    if ('refused' in decided) return { ignored: decided.refused };
    for (const intent of decided.drop) await tx.saveIntent({ ...intent, status: 'dropped' });
    await planIntent(tx, decided.plan, value);
    const detail = { intent: intentKey(decided.plan) };
    return { case: value, timeline: [entry(now, 'effect-approved', 'merchant', detail)] };
  });
}

/** The part that is here goes before the rest, for a customer who asked for it, as far as the money allows it by itself. */
export async function sendPartFirst(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: By & { readonly why: string },
): Promise<Acted> {
  const order = await orderForPerson(deps, shopId, orderId);
  if ('kind' in order) return order;
  const at = deps.clock.now();
  return onCase(deps, shopId, orderId, by, async (_value, shop, tx) => {
    const why = shut(shop.settings);
    if (why !== null) return { ignored: why };
    return decidePartFirst(await situationOf(tx, shop, order, at), { at, why: by.why });
  });
}

export interface OfLines extends By {
  /** None: every line of the order. */
  readonly lineIds: readonly LineId[];
}

/** For a customer who called or wrote. It can be taken back for as long as the customer could. */
export function cancelForCustomer(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: OfLines,
): Promise<Acted> {
  const at = deps.clock.now();
  return onCase(deps, shopId, orderId, by, (value, shop) => {
    const lineIds = by.lineIds.length > 0 ? by.lineIds : value.lines.map((line) => line.id);
    return decideChoice(value, { type: 'cancel-requested', at, lineIds, by: 'merchant' }, shop);
  });
}

export function takeCancelBack(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: OfLines,
): Promise<Acted> {
  const at = deps.clock.now();
  return onCase(deps, shopId, orderId, by, (value, shop) =>
    decideChoice(value, { type: 'cancel-undone', at, lineIds: by.lineIds, by: 'merchant' }, shop),
  );
}
