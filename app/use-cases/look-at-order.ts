import { addMs, HOUR, MINUTE } from '../domain/calendar';
import type { Case } from '../domain/case';
import { customerZone } from '../domain/customer-zone';
import { decideOrderSeen } from '../domain/decide/order-seen';
import { raiseAttention, raiseRefund } from '../domain/decide/attention';
import { type Situation, stuckMoney, wantedIntents } from '../domain/effects';
import { moneyToGiveBack } from '../domain/give-back';
import type { ItemId, OrderId } from '../domain/ids';
import { type Intent, intentKey } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Demand, Tx, Work } from '../ports';
import { allocatedPerLine, demandOfOrder, isRouted } from './demand-of-order';
import type { Deps } from './deps';
import { planNextStep } from './plan-next-step';
import { askNoLonger } from './settings-changed';

/** An order that Shopify never routes is looked at for a day, ever more seldom. */
const GIVE_UP_ROUTING_AFTER = 24 * HOUR;

/**
 * Reads the order again and decides: its place in the queue, its case, the effects that are wanted now, and what the
 * customer hears next. Looking twice changes nothing; a look that was missed is made up by the next one.
 */
export async function lookAtOrder(deps: Deps, work: Work, orderId: OrderId): Promise<void> {
  const order = await deps.shopify.readOrder(work.claim.shop, orderId);
  await work.finish({ orders: [orderId] }, async (tx) => {
    const shop = await tx.loadShop();
    if (shop === null || shop.uninstalledAt !== null) return;
    if (order === null) await orderIsGone(tx, orderId, work.now);
    else await takeIn(deps, tx, shop, order, work.now);
  });
}

async function orderIsGone(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  await tx.replaceDemand(orderId, []);
  const value = await tx.loadCase(orderId);
  if (value === null || value.closedAt !== null) return;
  const reason =
    'Shopify no longer shows this order: it was deleted, or is older than the 60 days that apps may see.';
  const decision = raiseAttention(value, now, reason);
  if ('ignored' in decision) return;
  await tx.saveCase(decision.case);
  await tx.addTimeline(orderId, decision.timeline);
}

async function takeIn(
  deps: Deps,
  tx: Tx,
  shop: Shop,
  order: OrderSnapshot,
  now: Date,
): Promise<void> {
  await queueUp(tx, order, shop, now);
  await askNoLonger(tx, order.id, shop, now);
  if (!isRouted(order)) await lookAgain(tx, order, now);

  const current = await tx.loadCase(order.id);
  if (current === null && isLeftAlone(order, shop)) return;

  const demand = await tx.demandOfOrder(order.id);
  const allocated = allocatedPerLine(order, demand);
  const intents = await tx.intents(order.id);
  const { email } = order.customer;
  const decision = decideOrderSeen(
    current,
    {
      type: 'order-seen',
      at: now,
      order,
      allocated,
      intents,
      customerKey: email === null ? null : deps.secrets.customerKey(shop.id, email),
      customerZone: customerZone(order.customer, shop.timezone),
    },
    shop,
  );
  const value = 'ignored' in decision ? current : decision.case;
  if (!('ignored' in decision) && JSON.stringify(decision.case) !== JSON.stringify(current)) {
    await tx.saveCase(decision.case);
    await tx.addTimeline(order.id, decision.timeline);
  }
  const saved = value === null ? null : await tx.loadCase(order.id);
  const situation: Situation = {
    now,
    order,
    case: saved,
    intents,
    shop,
    covered: isCovered(order, demand),
  };
  await planEffects(tx, situation);
  if (saved !== null) {
    const alerted = await raiseStuckMoney(tx, saved, situation);
    await planNextStep(tx, alerted, shop);
    await comeBackToCancel(tx, alerted, now);
  }
}

/** Lines may be cancelled one after the other, or anew after an undo: each look sees to the next that falls due. */
async function comeBackToCancel(tx: Tx, { orderId, lines }: Case, now: Date): Promise<void> {
  const later = lines.flatMap(({ choice }) =>
    choice.kind === 'cancel-requested' && choice.undoUntil > now ? [choice.undoUntil] : [],
  );
  await tx.addTasks(
    later.map((dueAt) => ({ shop: tx.shop, body: { kind: 'cancel-due', orderId }, dueAt })),
  );
}

/** Takes the order's place in the queue; items whose demand changed are shared out again. */
async function queueUp(tx: Tx, order: OrderSnapshot, shop: Shop, now: Date): Promise<void> {
  const before = await tx.demandOfOrder(order.id);
  const after = demandOfOrder(order);
  await tx.replaceDemand(order.id, after);
  await tx.setAllocated(unjudged(before, after, shop.settings.feedLocations));
  const stock = (row: Omit<Demand, 'allocated'>): string =>
    `${row.lineId} ${row.locationId ?? ''} ${row.itemId} ${row.quantity}`;
  const were = new Set(before.map(stock));
  const are = new Set(after.map(stock));
  const changed = new Set<ItemId>(
    [
      ...before.filter((row) => !are.has(stock(row))),
      ...after.filter((row) => !were.has(stock(row))),
      ...before.filter((row) => row.allocated === null && are.has(stock(row))),
    ].map((row) => row.itemId),
  );
  await tx.addTasks(
    [...changed].map((itemId) => ({
      shop: tx.shop,
      body: { kind: 'share-item', itemId },
      dueAt: now,
    })),
  );
}

/**
 * Rows of which more or less is wanted than when they were judged. What of it is there is unknown until the item is shared
 * out again: until then no new unit is short, and nothing is captured. Only who was found short at a feed's location
 * stays so: that ends by someone's word alone.
 */
function unjudged(
  before: readonly Demand[],
  after: readonly Omit<Demand, 'allocated'>[],
  feeds: readonly string[],
): Pick<Demand, 'orderId' | 'lineId' | 'locationId' | 'allocated'>[] {
  return after.flatMap(({ orderId, lineId, locationId, quantity }) => {
    const was = before.find((row) => row.lineId === lineId && row.locationId === locationId);
    if (was?.allocated == null || was.quantity === quantity) return [];
    const doubted = locationId !== null && feeds.includes(locationId);
    if (doubted && was.allocated < was.quantity) return [];
    return [{ orderId, lineId, locationId, allocated: null }];
  });
}

async function lookAgain(tx: Tx, order: OrderSnapshot, now: Date): Promise<void> {
  const age = now.getTime() - order.createdAt.getTime();
  if (age > GIVE_UP_ROUTING_AFTER) return;
  const wait = Math.min(HOUR, Math.max(MINUTE, age));
  await tx.addTasks([
    { shop: tx.shop, body: { kind: 'look-at-order', orderId: order.id }, dueAt: addMs(now, wait) },
  ]);
}

/** Orders that are not ours to handle still stand in the queue: they use stock. */
function isLeftAlone(order: OrderSnapshot, shop: Shop): boolean {
  if (order.createdAt < shop.installedAt || order.source === 'pos') return true;
  return order.test && !shop.settings.includeTestOrders;
}

/** Every unit that is still to go has stock that was read after the order was routed. */
export function isCovered(order: OrderSnapshot, demand: readonly Demand[]): boolean {
  if (!isRouted(order)) return false;
  const wanted = demandOfOrder(order);
  return wanted.every((row) => {
    const known = demand.find((d) => d.lineId === row.lineId && d.locationId === row.locationId);
    return known !== undefined && known.allocated !== null && known.allocated >= row.quantity;
  });
}

async function planEffects(tx: Tx, situation: Situation): Promise<void> {
  for (const intent of wantedIntents(situation)) await planIntent(tx, intent, situation.case);
}

/** Plans an effect and the task that performs it: both or neither, and never twice. */
export async function planIntent(tx: Tx, intent: Intent, value: Case | null): Promise<void> {
  if (!(await tx.planIntent(intent))) return;
  const key = intentKey(intent);
  await tx.addTasks([
    {
      shop: tx.shop,
      body: { kind: 'perform-effect', orderId: intent.orderId, intent: key },
      dueAt: intent.plannedAt,
    },
  ]);
  if (value !== null)
    await tx.addTimeline(intent.orderId, [
      { at: intent.plannedAt, kind: 'effect-planned', by: 'holdfast', detail: { intent: key } },
    ]);
}

async function raiseStuckMoney(tx: Tx, value: Case, situation: Situation): Promise<Case> {
  const refund = moneyToGiveBack(situation);
  const stuck = stuckMoney(situation);
  const decision =
    refund !== null
      ? raiseRefund(value, situation.now, refund)
      : stuck === null
        ? null
        : raiseAttention(value, situation.now, stuck);
  if (decision === null || 'ignored' in decision) return value;
  await tx.saveCase(decision.case);
  await tx.addTimeline(value.orderId, decision.timeline);
  return (await tx.loadCase(value.orderId)) ?? value;
}
