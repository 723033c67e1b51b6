import { endOfNamedDay } from '../domain/calendar';
import { resolveAttention, resolveYes } from '../domain/decide/attention';
import { decideDateChanged } from '../domain/decide/dates';
import { decideLinksStopped } from '../domain/decide/links-stopped';
import type { LineId, OrderId, ShopId } from '../domain/ids';
import { intentKey } from '../domain/intent';
import { Settings } from '../domain/settings';
import type { Acted } from '../domain/panel-view';
import { Conflict } from '../errors';
import type { Deps } from './deps';
import { keepDecision } from './keep-decision';
import { type By, DONE, onCase, STAFF, STALE } from './on-case';
import { knockAgain } from './settings-changed';

/** `day` is a date in the shop's zone, "2026-03-01", or null when none can be given any more. */
export function setDate(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  input: By & { readonly lineIds: readonly LineId[]; readonly day: string | null },
): Promise<Acted> {
  return onCase(deps, shopId, orderId, input, (value, shop) => {
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
  by: By = {},
): Promise<Acted> {
  return onCase(deps, shopId, orderId, by, async (value, shop, tx) => {
    const decision = resolveAttention(value, deps.clock.now(), shop);
    if ('ignored' in decision) return decision;
    for (const intent of await tx.intents(orderId))
      if (intent.status === 'failed') await tx.saveIntent({ ...intent, status: 'dropped' });
    await knockAgain(tx, orderId, deps.clock.now());
    return decision;
  });
}

/** The links that the customer was mailed stop working: they went to somebody else, or were passed on. */
export function stopLinks(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  by: By = {},
): Promise<Acted> {
  return onCase(deps, shopId, orderId, by, (value) => decideLinksStopped(value, deps.clock.now()));
}

/** A person's yes to one effect that waits for it. */
export function approve(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
  key: string,
  by: By = {},
): Promise<Acted> {
  const now = deps.clock.now();
  const person = by.person ?? STAFF;
  return deps.store.transact(shopId, { orders: [orderId] }, async (tx) => {
    const seen = await tx.loadCase(orderId);
    if (by.seen !== undefined && seen !== null && by.seen !== seen.version) return STALE;
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
    if (value !== null && !waits) await keepDecision(tx, resolveYes(value, now, 'merchant'));
    return DONE;
  });
}

const OVERWRITTEN: Acted = {
  kind: 'refused',
  reason:
    'Somebody changed the settings meanwhile, so yours were not saved. What you entered is still here: compare, and save again.',
};

/** What each open case depends on: another choice here is another plan for their money, or another moment for it. */
const MOVES_CASES = [
  'mode',
  'paused',
  'captureMethod',
  'partOrders',
  'beforeLapse',
  'useExtendedAuthorizations',
  'authorizationDays',
  'usePaymentTerms',
  'leaveAtLocations',
  'takeBackAtLocations',
] as const satisfies readonly (keyof Settings)[];

function movesCases(before: Settings, next: Settings): boolean {
  return MOVES_CASES.some((name) => JSON.stringify(before[name]) !== JSON.stringify(next[name]));
}

/**
 * Changes settings; what follows from it is a task of the same transaction, so that it isn't lost when the process ends.
 * - a looser mode or a lifted pause lets what waited come to the last door again; another choice about money has every
 *   open case looked at, whose next moment may be sooner now;
 * - `seen` is the version that the person changed: a form over an older one is refused, and so is the slower of two.
 */
export async function changeSettings(
  deps: Deps,
  shopId: ShopId,
  change: Partial<Settings>,
  seen?: number,
): Promise<Acted> {
  const dueAt = deps.clock.now();
  const changing = deps.store.transact(shopId, {}, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null) return { kind: 'refused' as const, reason: 'The shop is not installed.' };
    const before = shop.settings;
    if (seen !== undefined && seen !== before.version) return OVERWRITTEN;
    const next = Settings.parse({ ...before, ...change, version: before.version });
    await tx.saveSettings(next);
    const watched = before.mode === 'watch' && next.mode !== 'watch';
    if (movesCases(before, next))
      await tx.addTasks([{ shop: shopId, body: { kind: 'settings-changed', watched }, dueAt }]);
    const looser = !before.captureClearOrders || before.mode !== next.mode;
    if (next.captureClearOrders && looser)
      await tx.addTasks([{ shop: shopId, body: { kind: 'take-in-orders' }, dueAt }]);
    return DONE;
  });
  return changing.catch((error: unknown) => {
    if (error instanceof Conflict) return OVERWRITTEN;
    throw error;
  });
}
