import type { Case } from './case';
import { hasAuthorization, isSettled, owed } from './decide/settled';
import { Effect, type Intent, isOpen, MONEY_EFFECTS, newIntent } from './intent';
import { compare, isPositive, least, minus } from './money';
import { openAuthorizations, readMoney } from './money-picture';
import type { FulfillmentOrder, OrderSnapshot } from './order';
import type { Shop } from './settings';
import { unitsToCome } from './units';

/** Everything that the wanted effects depend on: the order as just read, and what is known of it. */
export interface Situation {
  readonly now: Date;
  readonly order: OrderSnapshot;
  /** Null for an order that was never short. */
  readonly case: Case | null;
  readonly intents: readonly Intent[];
  readonly shop: Shop;
  /** Whether each unit of the order is covered by stock that was read after the order was routed. */
  readonly covered: boolean;
}

/** An effect that should be true of the world, and since when it is wanted: an older success doesn't count. */
interface Wanted {
  readonly effect: Effect;
  readonly since: Date;
}

const ALWAYS = new Date(0);

function lastOf(
  intents: readonly Intent[],
  kind: Effect['kind'],
  target: string,
): Intent | undefined {
  return intents
    .filter((intent) => intent.effect.kind === kind && intent.effect.target === target)
    .toSorted((a, b) => a.generation - b.generation)
    .at(-1);
}

/** A cancelled line's units are on hold from the customer's click, so that nothing ships meanwhile. */
function mustHold(situation: Situation): boolean {
  const { case: value, order, intents } = situation;
  if (value === null || value.closedAt !== null) return false;
  const waits = value.lines.some((line) => line.units.short + line.units.doubtful > 0);
  const leaves = value.lines.some((line) => line.choice.kind === 'cancel-requested');
  return waits || leaves || !isSettled(readMoney(order), intents);
}

/**
 * A person let these go before the goods were there: that is theirs to decide. What the customer wants cancelled is held
 * all the same (P6).
 */
function isReleasedByHand({ case: value }: Situation, fo: FulfillmentOrder): boolean {
  if (value === null || value.closedAt !== null) return false;
  const leaves = value.lines.some((line) => line.choice.kind === 'cancel-requested');
  return !leaves && (value.releasedByHand ?? []).includes(fo.id);
}

const isLive = (fo: FulfillmentOrder): boolean =>
  fo.status !== 'closed' &&
  fo.status !== 'cancelled' &&
  fo.lines.some((line) => line.remaining > 0);

/** "Hold all": the whole order waits, since capture and shipment of a part would settle its money too early. */
function holds(situation: Situation): Wanted[] {
  const { order, intents } = situation;
  if (!mustHold(situation)) return [];
  return order.fulfillmentOrders
    .filter((fo) => isLive(fo) && fo.canHold && !fo.holds.some((hold) => hold.ours))
    .filter((fo) => !(situation.case?.releasedByOthers.includes(fo.id) ?? false))
    .filter((fo) => !isReleasedByHand(situation, fo))
    .map((fo) => ({
      effect: {
        kind: 'hold',
        target: fo.id,
        reason: 'INVENTORY_OUT_OF_STOCK',
        note: 'Waits for stock. Holdfast releases it when the goods are there and paid.',
      },
      since: lastOf(intents, 'release', fo.id)?.finishedAt ?? ALWAYS,
    }));
}

function releases(situation: Situation): Wanted[] {
  const { order, intents, case: value } = situation;
  if (value === null) return [];
  const held = mustHold(situation);
  return order.fulfillmentOrders.flatMap((fo) => {
    if (held && !isReleasedByHand(situation, fo)) return [];
    const holdIds = fo.holds.filter((hold) => hold.ours).map((hold) => hold.id);
    if (holdIds.length === 0) return [];
    const since = lastOf(intents, 'hold', fo.id)?.plannedAt ?? ALWAYS;
    return [{ effect: { kind: 'release' as const, target: fo.id, holdIds }, since }];
  });
}

/**
 * Of each authorization no more is captured than is authorized and owed, once, and only when every unit is there (P1, M).
 * Money that a cancellation is about to give back is not captured first.
 */
function captures(situation: Situation): Wanted[] {
  const { order, case: value, now } = situation;
  if (!mayCapture(situation)) return [];
  const picture = readMoney(order);
  if (!hasAuthorization(picture) || isPositive(picture.pending)) return [];
  const rest = owed(picture);
  const authorization = openAuthorizations(picture, now)[0];
  if (!isPositive(rest) || authorization === undefined) return [];
  const left = minus(authorization.authorized, authorization.captured);
  if (value !== null && compare(left, rest) < 0) return [];
  return [
    {
      effect: { kind: 'capture', target: authorization.id, amount: least(left, rest), final: true },
      since: ALWAYS,
    },
  ];
}

function mayCapture({ order, case: value, shop, covered }: Situation): boolean {
  if (!covered || order.disputed) return false;
  if (value !== null) {
    const waits = value.lines.some(
      (line) =>
        line.units.short + line.units.doubtful > 0 || line.choice.kind === 'cancel-requested',
    );
    return !waits && value.closedAt === null;
  }
  const othersHold = order.fulfillmentOrders.some((fo) => fo.holds.length > 0);
  const trusted = order.risk === 'accept' || order.risk === 'none';
  return (
    shop.settings.captureClearOrders &&
    trusted &&
    !othersHold &&
    order.createdAt >= shop.installedAt
  );
}

/** Cancelling the whole of what is left is `cancel-order` alone: it voids and gives back by itself. */
function cancellations({ case: value, now, order }: Situation): Wanted[] {
  if (value === null || value.closedAt !== null) return [];
  const due = value.lines.filter(
    (line) => line.choice.kind === 'cancel-requested' && line.choice.undoUntil <= now,
  );
  if (due.length === 0) return [];
  const since = due.flatMap((line) =>
    line.choice.kind === 'cancel-requested' ? [line.choice.at] : [],
  );
  const first = since.reduce((a, b) => (b < a ? b : a), now);
  const left = value.lines.filter((line) => unitsToCome(line.units) > 0 && !due.includes(line));
  const gone = value.lines.some((line) => line.units.packed + line.units.shipped > 0);
  if (left.length === 0 && !gone)
    return [
      { effect: { kind: 'cancel-order', target: order.id, reason: 'CUSTOMER' }, since: first },
    ];
  return due.flatMap((line) => {
    const quantity = unitsToCome(line.units) - line.units.packed;
    if (quantity <= 0) return [];
    const at = line.choice.kind === 'cancel-requested' ? line.choice.at : now;
    const current = order.lines.find((l) => l.id === line.id)?.current ?? quantity;
    return [
      { effect: { kind: 'remove-units' as const, target: line.id, quantity, current }, since: at },
    ];
  });
}

function isAlready(
  wanted: Wanted,
  intents: readonly Intent[],
  shop: Shop,
): Intent['generation'] | null {
  const last = lastOf(intents, wanted.effect.kind, wanted.effect.target);
  if (last === undefined) return 1;
  if (isOpen(last)) return null;
  if (last.status === 'withheld' && shop.settings.mode === 'watch') return null;
  const settled = last.status === 'done' || last.status === 'failed';
  if (settled && (last.finishedAt ?? last.plannedAt) >= wanted.since) return null;
  return last.generation + 1;
}

function wantedEffects(situation: Situation): Wanted[] {
  const { order, shop } = situation;
  if (order.cancelledAt !== null || shop.uninstalledAt !== null) return [];
  if (order.test && !shop.settings.includeTestOrders) return [];
  if (order.disputed) return [];
  const cancelling = cancellations(situation);
  if (cancelling.length > 0) return [...holds(situation), ...cancelling];
  return [...holds(situation), ...captures(situation), ...releases(situation)];
}

/** Whether an effect that was planned earlier is still what the situation asks for, to the cent. */
export function isStillWanted(effect: Effect, situation: Situation): boolean {
  const written = (value: Effect): string => JSON.stringify(Effect.parse(value));
  return wantedEffects(situation).some((wanted) => written(wanted.effect) === written(effect));
}

/**
 * The intents to plan now. Looked at from the state alone, so a lost event costs nothing: the next look wants the same.
 * - nothing for test orders unless the shop asks, for disputed or cancelled orders, or after an uninstall;
 * - a cancellation goes before everything else: while one is due nothing is captured or released;
 * - one that is open, or that succeeded or failed since it is wanted, isn't planned again;
 * - what a person asked for by hand needs no second yes.
 */
export function wantedIntents(situation: Situation): Intent[] {
  const { order, shop, intents, now } = situation;
  return wantedEffects(situation).flatMap((wanted) => {
    const generation = isAlready(wanted, intents, shop);
    if (generation === null) return [];
    const { effect } = wanted;
    const byHand = situation.case?.releasedByHand ?? [];
    const approved = effect.kind === 'release' && byHand.includes(effect.target);
    const planned = { shop: shop.id, orderId: order.id, generation, effect, plannedAt: now };
    return [{ ...newIntent(planned), approved }];
  });
}

/** An effect on the order's money that is planned, waits for a yes or is under way; null when none is. */
export function openMoneyOf(intents: readonly Intent[]): Intent | null {
  const movesMoney = (kind: Effect['kind']): boolean => MONEY_EFFECTS.some((k) => k === kind);
  return intents.find((intent) => isOpen(intent) && movesMoney(intent.effect.kind)) ?? null;
}

/** Why the money of goods that are there can't be taken, for the merchant to act on; null when nothing is wrong. */
export function stuckMoney(situation: Situation): string | null {
  const { order, case: value, now } = situation;
  if (value === null || order.cancelledAt !== null || !mayCapture(situation)) return null;
  const picture = readMoney(order);
  const rest = owed(picture);
  if (!hasAuthorization(picture) || !isPositive(rest) || isPositive(picture.pending)) return null;
  const open = openAuthorizations(picture, now)[0];
  if (open === undefined)
    return 'The goods are there, but the authorization has lapsed or was voided: ask the customer to pay again. The order stays on hold.';
  if (compare(minus(open.authorized, open.captured), rest) < 0)
    return 'The goods are there, but the order now costs more than was authorized: ask the customer for the difference. The order stays on hold.';
  return null;
}
