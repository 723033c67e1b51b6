import { type Case, stageOf } from '../domain/case';
import { isHeld } from '../domain/decide/by-hand';
import { canCancel } from '../domain/decide/choices';
import { isPromised } from '../domain/decide/steps';
import type { OrderId, ShopId } from '../domain/ids';
import { type Intent, intentKey } from '../domain/intent';
import type { PanelCase, PanelIntent, PanelLine } from '../domain/panel-view';
import { nextStep } from '../domain/planner';
import { latestFor } from '../domain/step-limits';
import { showLinks } from '../emails/links';
import type { KeptMessage, Tx } from '../ports';
import type { Deps } from './deps';
import { caseMoney } from './panel-case-money';
import { iso, stepView } from './panel-rows';
import { entryInWords } from './panel-timeline';
import { effectInWords, stepInWords } from './panel-words';

async function load(tx: Tx, orderId: OrderId) {
  const value = await tx.loadCase(orderId);
  const shop = await tx.loadShop();
  if (value === null || shop === null) return null;
  return {
    value,
    shop,
    intents: await tx.intents(orderId),
    timeline: await tx.timeline(orderId),
    messages: await tx.messages(orderId),
    links: await tx.choiceLinks(orderId),
    demand: await tx.demandOfOrder(orderId),
    lastWord: value.customerKey === null ? null : await tx.lastWordTo(value.customerKey),
  };
}

const intentView = (intent: Intent): PanelIntent => ({
  key: intentKey(intent),
  what: effectInWords(intent.effect),
  status: intent.status,
  plannedAt: intent.plannedAt.toISOString(),
  error: intent.error,
});

function lineView(line: Case['lines'][number], now: Date): PanelLine {
  const { id, title, sku, units, promise, choice } = line;
  const undo =
    choice.kind === 'cancel-requested' && choice.undoUntil > now ? choice.undoUntil : null;
  return {
    id,
    title,
    sku,
    units,
    date: iso(promise.date),
    toldDate: iso(promise.toldDate),
    choice: choice.kind,
    undoUntil: iso(undo),
    canCancel: canCancel(line),
  };
}

const messageView = ({ key, step, to, subject, text, at, outcome }: KeptMessage) => ({
  key,
  what: stepInWords(step),
  to,
  subject,
  text: showLinks(text),
  at: at.toISOString(),
  outcome,
});

/** One case with all that is known of it; null for an order that isn't this shop's, or that has no case. */
export async function panelCase(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
): Promise<PanelCase | null> {
  const found = await deps.store.read(shopId, (tx) => load(tx, orderId));
  if (found === null) return null;
  const { value, shop, intents, timeline, messages, links, lastWord } = found;
  const now = deps.clock.now();
  const order = await deps.shopify.readOrder(shopId, orderId).catch(() => null);
  const step = nextStep(value, shop, lastWord);
  const titles = new Map<string, string>(value.lines.map((line) => [line.id, line.title]));
  const known = { titles, intents, timezone: shop.timezone };
  return {
    orderId,
    orderName: value.orderName,
    version: value.version,
    timezone: shop.timezone,
    now: now.toISOString(),
    openedAt: value.openedAt.toISOString(),
    closedAt: iso(value.closedAt),
    stage: stageOf(value),
    attention: value.attention,
    money: caseMoney(order, found, now),
    lines: value.lines.map((line) => lineView(line, now)),
    cancelsWhole: value.cancelsWhole,
    held: isHeld(value, order, intents),
    intents: intents.map(intentView),
    messages: messages.map(messageView),
    hasLink: links.some(
      ({ generation, expiresAt }) => generation === value.generation && expiresAt > now,
    ),
    // What is planned stands among the effects; here is what happened.
    timeline: timeline
      .filter((entry) => entry.kind !== 'effect-planned')
      .map((entry) => entryInWords(entry, known)),
    nextStep:
      step === null
        ? null
        : {
            ...stepView(value, step),
            latest: latestFor(value, step, shop, lastWord).toISOString(),
            promised: isPromised(step.step),
          },
  };
}
