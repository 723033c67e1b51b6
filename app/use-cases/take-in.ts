import { isAutomatic } from '../domain/automatic-fulfillment';
import { captureEvidence } from '../domain/capture-evidence';
import type { Case } from '../domain/case';
import { customerZone } from '../domain/customer-zone';
import { decideCalls } from '../domain/decide/attention';
import { decideOrderSeen } from '../domain/decide/order-seen';
import { standingCalls } from '../domain/effects/calls';
import type { Situation } from '../domain/effects/situation';
import type { OrderId } from '../domain/ids';
import { type Intent, lastActAt } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import type { Tx } from '../ports';
import { callInWords } from '../words/calls';
import { forgetWhatIsPaid } from './clear-order-money';
import { allocatedPerLine, isRouted } from './demand-of-order';
import type { Deps } from './deps';
import { keepDecision } from './keep-decision';
import { planEffects } from './plan-effects';
import { planNextStep } from './plan-next-step';
import { lookSoon } from './intents';
import { linksWentElsewhere } from './links-elsewhere';
import type { SeenOrder } from './order-reads';
import { forgetAnsweredQuestions, forgetPointlessYes } from './pointless-yes';
import { queueUp } from './queue-up';
import { quietAfterRead } from './quiet';
import { seeWhatEnded } from './see-what-ended';
import { askNoLonger } from './settings-changed';
import { stockOf } from './situation';
import { comeBackForMoney, comeBackForRouting, comeBackToCancel } from './wake-ups';

const OUT_OF_SIGHT =
  'Shopify no longer shows this order: it was deleted, or is older than the 60 days that apps may see.';

/** An order that Shopify doesn't show. */
async function orderIsGone(tx: Tx, orderId: OrderId, now: Date): Promise<void> {
  await tx.replaceDemand(orderId, []);
  const value = await tx.loadCase(orderId);
  if (value === null || value.closedAt !== null) return;
  // Whether what they were called for before still stands can't be seen any more.
  await keepDecision(tx, decideCalls(value, now, [OUT_OF_SIGHT, ...(value.calls ?? [])]));
}

/** Orders that are not ours to handle still stand in the queue: they use stock. */
function isLeftAlone(order: OrderSnapshot, shop: Shop): boolean {
  if (order.createdAt < shop.installedAt || order.source === 'pos') return true;
  return order.test && !shop.settings.includeTestOrders;
}

/**
 * Decides by an order that was read, in the transaction that ends the task: its place in the queue, its case, the effects
 * that are wanted now, and what the customer hears next. A read that began before a later one, or before Holdfast changed
 * the order, decides nothing: the order is looked at again.
 */
export async function takeIn(
  deps: Deps,
  tx: Tx,
  now: Date,
  orderId: OrderId,
  { order, begunAt }: SeenOrder,
): Promise<void> {
  const shop = await tx.loadShop();
  if (shop === null || shop.uninstalledAt !== null) return;
  if (order === null) return orderIsGone(tx, orderId, now);
  if (await isOvertaken(tx, orderId, begunAt)) return lookSoon(tx, orderId, now);
  await decideBy(deps, tx, shop, order, { now, begunAt });
}

async function isOvertaken(tx: Tx, orderId: OrderId, begunAt: Date): Promise<boolean> {
  const known = await tx.readAtOf(orderId);
  const acted = lastActAt(await tx.intents(orderId));
  return [known, acted].some((at) => at !== null && at > begunAt);
}

async function decideBy(
  deps: Deps,
  tx: Tx,
  shop: Shop,
  order: OrderSnapshot,
  { now, begunAt }: { readonly now: Date; readonly begunAt: Date },
): Promise<void> {
  await seeWhatEnded(tx, order, now);
  const evidence = captureEvidence(order, oursAmong(await tx.intents(order.id)), now);
  const { id: orderId, updatedAt } = order;
  await tx.knowOrder({ orderId, readAt: begunAt, updatedAt, evidence });
  await quietAfterRead(tx, orderId, begunAt);
  await queueUp(tx, order, shop, now);
  await askNoLonger(tx, order.id, shop, now);
  if (!isRouted(order)) await comeBackForRouting(tx, order, now);

  const isOurs = !isLeftAlone(order, shop);
  if (isOurs && order.fulfillments.some((one) => isAutomatic(one, order, shop)))
    await tx.raiseNotice('fulfills-by-itself', now);

  const current = await tx.loadCase(order.id);
  if (current === null && !isOurs) return;

  const demand = await tx.demandOfOrder(order.id);
  const stock = stockOf(order, demand);
  const intents = await tx.intents(order.id);
  const { email } = order.customer;
  const customerKey = email === null ? null : deps.secrets.customerKey(shop.id, email);
  const linksElsewhere = await linksWentElsewhere(tx, current, { email, customerKey });
  const decision = decideOrderSeen(
    current,
    {
      type: 'order-seen',
      at: now,
      order,
      allocated: allocatedPerLine(order, demand),
      ...stock,
      intents,
      customerKey,
      linksElsewhere,
      customerZone: customerZone(order.customer, shop.timezone),
    },
    shop,
  );
  const value = 'ignored' in decision ? current : decision.case;
  const isNews = JSON.stringify(value) !== JSON.stringify(current);
  if (isNews) await keepDecision(tx, decision);
  const saved = value === null ? null : await tx.loadCase(order.id);
  const situation = await forgetAnsweredQuestions(tx, {
    ...{ now, order, case: saved, intents, shop },
    ...stock,
  });
  await planEffects(tx, situation);
  if (saved === null) return forgetWhatIsPaid(tx, situation);
  const standing = await forgetPointlessYes(tx, situation);
  const alerted = await callPerson(tx, standing.case ?? saved, standing);
  await planNextStep(tx, alerted, shop);
  await comeBackToCancel(tx, standing);
  // What was planned just now counts from here on.
  await comeBackForMoney(tx, { ...standing, intents: await tx.intents(order.id) });
}

/** The transactions that came of our own captures. */
function oursAmong(intents: readonly Intent[]): Set<string> {
  return new Set(
    intents.flatMap(({ effect, reference }) =>
      effect.kind === 'capture' && reference !== null ? [reference] : [],
    ),
  );
}

/** What only a person can settle is asked of them; what has come right since isn't any more. */
async function callPerson(tx: Tx, known: Case, situation: Situation): Promise<Case> {
  const { now, shares, shop } = situation;
  // Until the stock is shared out again, nothing that was called for is known to be over.
  const isUnjudged = shares.some(({ allocated }) => allocated === null);
  const made = isUnjudged ? (known.calls ?? []) : [];
  const stands = standingCalls(situation).map((call) => callInWords(call, shop));
  const standing = [...new Set([...stands, ...made])];
  await keepDecision(tx, decideCalls(known, now, standing));
  return (await tx.loadCase(known.orderId)) ?? known;
}
