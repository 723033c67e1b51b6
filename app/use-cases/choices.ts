import type { Case, CaseLine } from '../domain/case';
import type {
  AgreementAnswer,
  ChoiceAnswer,
  ChoiceLine,
  ChoiceOutcome,
  ChoiceView,
  LineAnswer,
} from '../domain/choice-view';
import { decideAgreed } from '../domain/decide/agreed';
import { canCancel, type ChoiceMade, decideChoice, isAskedToKeep } from '../domain/decide/choices';
import { type Decision, ignored } from '../domain/decide/decision';
import { reallyShipped } from '../domain/effects/fulfilled-missing';
import { moneyOf } from '../domain/effects/situation';
import type { ShopId } from '../domain/ids';
import { NO_OFFERS, offersOf } from '../domain/offers';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import { totalUnits } from '../domain/units';
import { earlyWords, partWords } from '../emails/agreement-words';
import type { Tx } from '../ports';
import type { Deps } from './deps';
import { keepDecision } from './keep-decision';
import { isAwayNow } from './order-for-person';
import { planNextStep } from './plan-next-step';
import type { ReadForPage } from './recent-orders';
import { situationOf } from './situation';

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

function lineView(value: Case, line: CaseLine, now: Date): ChoiceLine {
  const { units, choice } = line;
  return {
    id: line.id,
    title: line.title,
    quantity: totalUnits(units) - units.cancelled,
    short: units.short + units.doubtful,
    ready: units.ready + units.clear + units.packed,
    shipped: reallyShipped(value, line),
    date: line.promise.date,
    choice: choice.kind,
    undoUntil:
      choice.kind === 'cancel-requested' && choice.undoUntil > now ? choice.undoUntil : null,
    canCancel: canCancel(line),
    canKeep: isAskedToKeep(line),
  };
}

/** What the customer sees who follows the link. Changes nothing, however often it is asked (mail scanners do). */
export async function viewChoice(
  deps: Deps,
  token: string,
  readForPage: ReadForPage = deps.shopify.readOrder,
): Promise<ChoiceView | null> {
  const link = deps.secrets.verifyChoice(token);
  if (link === null) return null;
  const now = deps.clock.now();
  const found = await deps.store.read(link.shop, (tx) => behind(tx, link.id, now));
  if (found === null) return null;
  const { shop, value } = found;
  const order = await readForPage(link.shop, value.orderId, value.version).catch(
    (error: unknown) => {
      deps.log.warn(
        { shop: link.shop, error: String(error) },
        'The order could not be read for the choice page',
      );
      return null;
    },
  );
  const situation =
    order === null
      ? null
      : await deps.store.read(link.shop, (tx) => situationOf(tx, shop, order, now));
  return {
    shopName: shop.settings.senderName || shop.name,
    orderName: value.orderName,
    locale: order?.customer.locale ?? 'en',
    timezone: shop.timezone,
    lines: value.lines.map((line) => lineView(value, line, now)),
    cancelsWhole: value.cancelsWhole,
    money: situation === null ? null : moneyOf(situation),
    offers: situation === null ? NO_OFFERS : offersOf(situation),
  };
}

function made(answer: LineAnswer, at: Date): ChoiceMade {
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
  const order =
    'amount' in answer
      ? await deps.shopify.readOrder(link.shop, found.value.orderId).catch((error: unknown) => {
          if (isAwayNow(error)) return null;
          throw error;
        })
      : null;
  return deps.store.transact(link.shop, { orders: [found.value.orderId] }, async (tx) => {
    const again = await behind(tx, link.id, now);
    if (again === null) return { kind: 'no-such-link' };
    const decision =
      'amount' in answer
        ? await agree(tx, again, answer, order, now)
        : decideChoice(again.value, made(answer, now), again.shop);
    if ('ignored' in decision) return { kind: 'too-late', reason: decision.ignored };
    await keepDecision(tx, decision);
    await followUpOn(tx, again, link.shop, now);
    return { kind: 'done' };
  });
}

/** The words are made anew from the offer as it is now: what is kept is what the page said, or nothing. */
async function agree(
  tx: Tx,
  { shop, value }: Found,
  { action, amount }: AgreementAnswer,
  order: OrderSnapshot | null,
  now: Date,
): Promise<Decision> {
  if (order === null) return ignored('We can’t do that at this moment. Please try again later.');
  const offers = offersOf(await situationOf(tx, shop, order, now));
  const { locale } = order.customer;
  const { partFirst, chargeEarly } = offers;
  const words =
    action === 'part-first'
      ? partFirst && partWords(partFirst, locale)
      : chargeEarly && earlyWords(chargeEarly, locale, now, shop.timezone);
  return decideAgreed(
    value,
    { type: 'agreed', at: now, to: action, amount, words: words ?? '' },
    offers,
  );
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
