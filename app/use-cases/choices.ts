import type { Case, CaseLine } from '../domain/case';
import type { ChoiceAnswer, ChoiceLine, ChoiceOutcome, ChoiceView } from '../domain/choice-view';
import { canCancel, type ChoiceMade, decideChoice, isAskedToKeep } from '../domain/decide/choices';
import type { ShopId } from '../domain/ids';
import { type MoneyPicture, readMoney } from '../domain/money-picture';
import type { Shop } from '../domain/settings';
import { totalUnits } from '../domain/units';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { planNextStep } from './plan-next-step';

interface Found {
  readonly shop: Shop;
  readonly value: Case;
}

/** The case behind a link, or null for a link that is unknown, altered, expired or overtaken. */
async function behind(tx: Tx, linkId: string, now: Date): Promise<Found | null> {
  const link = await tx.choiceLink(linkId);
  const shop = await tx.loadShop();
  if (link === null || shop === null || shop.uninstalledAt !== null || link.expiresAt <= now)
    return null;
  const value = await tx.loadCase(link.orderId);
  return value !== null && value.generation === link.generation ? { shop, value } : null;
}

function lineView(line: CaseLine, now: Date): ChoiceLine {
  const { units, choice } = line;
  return {
    id: line.id,
    title: line.title,
    quantity: totalUnits(units) - units.cancelled,
    short: units.short + units.doubtful,
    ready: units.ready + units.clear + units.packed,
    shipped: units.shipped,
    date: line.promise.date,
    choice: choice.kind,
    undoUntil:
      choice.kind === 'cancel-requested' && choice.undoUntil > now ? choice.undoUntil : null,
    canCancel: canCancel(line),
    canKeep: isAskedToKeep(line),
  };
}

/** What the customer sees who follows the link. Changes nothing, however often it is asked (mail scanners do). */
export async function viewChoice(deps: Deps, token: string): Promise<ChoiceView | null> {
  const link = deps.secrets.verifyChoice(token);
  if (link === null) return null;
  const now = deps.clock.now();
  const found = await deps.store.read(link.shop, (tx) => behind(tx, link.id, now));
  if (found === null) return null;
  const { shop, value } = found;
  const order = await deps.shopify.readOrder(link.shop, value.orderId).catch((error: unknown) => {
    deps.log.warn(
      { shop: link.shop, error: String(error) },
      'The order could not be read for the choice page',
    );
    return null;
  });
  const money: MoneyPicture | null = order === null ? null : readMoney(order);
  return {
    shopName: shop.settings.senderName || shop.name,
    orderName: value.orderName,
    locale: order?.customer.locale ?? 'en',
    timezone: shop.timezone,
    lines: value.lines.map((line) => lineView(line, now)),
    money,
  };
}

function made(answer: ChoiceAnswer, at: Date): ChoiceMade {
  const { lineIds } = answer;
  switch (answer.action) {
    case 'keep':
      return { type: 'kept', at, lineIds };
    case 'cancel':
      return { type: 'cancel-requested', at, lineIds, by: 'customer' };
    case 'undo':
      return { type: 'cancel-undone', at, lineIds };
  }
}

/** A person's click. A cancellation holds the units from now on and runs when the time to undo it is over (P6). */
export async function answerChoice(
  deps: Deps,
  token: string,
  answer: ChoiceAnswer,
): Promise<ChoiceOutcome> {
  const link = deps.secrets.verifyChoice(token);
  if (link === null) return { kind: 'no-such-link' };
  const now = deps.clock.now();
  const found = await deps.store.read(link.shop, (tx) => behind(tx, link.id, now));
  if (found === null) return { kind: 'no-such-link' };
  return deps.store.transact(link.shop, { orders: [found.value.orderId] }, async (tx) => {
    const again = await behind(tx, link.id, now);
    if (again === null) return { kind: 'no-such-link' };
    const decision = decideChoice(again.value, made(answer, now), again.shop);
    if ('ignored' in decision) return { kind: 'too-late', reason: decision.ignored };
    await tx.saveCase(decision.case);
    await tx.addTimeline(again.value.orderId, decision.timeline);
    await followUpOn(tx, again, link.shop, now);
    return { kind: 'done' };
  });
}

async function followUpOn(
  tx: Tx,
  { shop, value }: Found,
  shopId: ShopId,
  now: Date,
): Promise<void> {
  const { orderId } = value;
  await tx.addTasks([{ shop: shopId, body: { kind: 'look-at-order', orderId }, dueAt: now }]);
  const saved = await tx.loadCase(orderId);
  if (saved !== null) await planNextStep(tx, saved, shop);
}
