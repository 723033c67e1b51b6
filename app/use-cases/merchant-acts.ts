import { endOfNamedDay } from '../domain/calendar';
import type { Case, TimelineEntry } from '../domain/case';
import { resolveAttention, resolveYes } from '../domain/decide/attention';
import { decideDateChanged } from '../domain/decide/dates';
import type { Decision } from '../domain/decide/decision';
import type { LineId, OrderId, ShopId } from '../domain/ids';
import { intentKey } from '../domain/intent';
import { Settings, type Shop } from '../domain/settings';
import type { Acted } from '../domain/panel-view';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { planNextStep } from './plan-next-step';
import { knockAgain } from './settings-changed';

/** A member of staff whom Shopify didn't name. */
const STAFF = 'staff';

const DONE: Acted = { kind: 'done' };
const NO_CASE: Acted = { kind: 'refused', reason: 'There is no case for this order.' };

async function onCase(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  person: string,
  act: (value: Case, shop: Shop, tx: Tx) => Promise<Decision> | Decision,
): Promise<Acted> {
  return deps.store.transact(shopId, { orders: [orderId] }, async (tx) => {
    const shop = await tx.loadShop();
    const value = await tx.loadCase(orderId);
    if (shop === null || value === null) return NO_CASE;
    const decision = await act(value, shop, tx);
    if ('ignored' in decision) return { kind: 'refused', reason: decision.ignored };
    await tx.saveCase(decision.case);
    await tx.addTimeline(orderId, signed(decision.timeline, person));
    await tx.addTasks([
      { shop: shopId, body: { kind: 'look-at-order', orderId }, dueAt: deps.clock.now() },
    ]);
    const saved = await tx.loadCase(orderId);
    if (saved !== null) await planNextStep(tx, saved, shop);
    return DONE;
  });
}

/** Who of the shop's staff did it stands in the record. */
function signed(timeline: readonly TimelineEntry[], person: string): TimelineEntry[] {
  return timeline.map((entry) => ({ ...entry, detail: { ...entry.detail, person } }));
}

/** `day` is a date in the shop's zone, "2026-03-01", or null when none can be given any more. */
export function setDate(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  input: {
    readonly lineIds: readonly LineId[];
    readonly day: string | null;
    readonly person?: string;
  },
): Promise<Acted> {
  return onCase(deps, shopId, orderId, input.person ?? STAFF, (value, shop) => {
    const date = input.day === null ? null : endOfNamedDay(input.day, shop.timezone);
    if (input.day !== null && date === null) return { ignored: `“${input.day}” is not a date` };
    const at = deps.clock.now();
    const lineIds = input.lineIds.length > 0 ? input.lineIds : value.lines.map((line) => line.id);
    return decideDateChanged(
      value,
      { type: 'date-changed', at, lineIds, date, by: 'merchant' },
      shop,
    );
  });
}

/** The merchant has dealt with it: what had failed may be tried anew. */
export function settleAttention(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  person = STAFF,
): Promise<Acted> {
  return onCase(deps, shopId, orderId, person, async (value, _shop, tx) => {
    const decision = resolveAttention(value, deps.clock.now());
    if ('ignored' in decision) return decision;
    for (const intent of await tx.intents(orderId))
      if (intent.status === 'failed') await tx.saveIntent({ ...intent, status: 'dropped' });
    await knockAgain(tx, orderId, deps.clock.now());
    return decision;
  });
}

/** A person's yes to one effect that waits for it. */
export function approve(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  key: string,
  person = STAFF,
): Promise<Acted> {
  const now = deps.clock.now();
  return deps.store.transact(shopId, { orders: [orderId] }, async (tx) => {
    const intent = (await tx.intents(orderId)).find((i) => intentKey(i) === key);
    if (intent?.status !== 'awaiting-approval')
      return { kind: 'refused', reason: 'That no longer waits for a yes.' };
    await tx.saveIntent({ ...intent, status: 'planned', approved: true });
    await tx.addTimeline(orderId, [
      { at: now, kind: 'effect-approved', by: 'merchant', detail: { intent: key, person } },
    ]);
    await tx.addTasks([
      { shop: shopId, body: { kind: 'perform-effect', orderId, intent: key }, dueAt: now },
    ]);
    const value = await tx.loadCase(orderId);
    const waits = (await tx.intents(orderId)).some((i) => i.status === 'awaiting-approval');
    const decision = value === null || waits ? null : resolveYes(value, now);
    if (decision !== null && !('ignored' in decision)) {
      await tx.saveCase(decision.case);
      await tx.addTimeline(orderId, decision.timeline);
    }
    return DONE;
  });
}

/**
 * Changes settings; what follows from it is a task of the same transaction, so that it isn't lost when the process ends.
 * A looser mode or a lifted pause lets what waited come to the last door again.
 */
export async function changeSettings(
  deps: Deps,
  shopId: ShopId,
  change: Partial<Settings>,
): Promise<Acted> {
  const dueAt = deps.clock.now();
  return deps.store.transact(shopId, {}, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null) return { kind: 'refused', reason: 'The shop is not installed.' };
    const before = shop.settings;
    const next = Settings.parse({ ...before, ...change });
    await tx.saveSettings(next);
    const watched = before.mode === 'watch' && next.mode !== 'watch';
    if (before.mode !== next.mode || before.paused !== next.paused)
      await tx.addTasks([{ shop: shopId, body: { kind: 'settings-changed', watched }, dueAt }]);
    const looser = !before.captureClearOrders || before.mode !== next.mode;
    if (next.captureClearOrders && looser)
      await tx.addTasks([{ shop: shopId, body: { kind: 'take-in-orders' }, dueAt }]);
    return DONE;
  });
}
