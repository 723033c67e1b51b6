import { Unreachable } from '../errors';
import { addMs, DAY, HOUR } from '../domain/calendar';
import { raiseAttention } from '../domain/decide/attention';
import { decideSaid } from '../domain/decide/said';
import type { Case, Said } from '../domain/case';
import { type Intent, intentKey } from '../domain/intent';
import type { OrderSnapshot } from '../domain/order';
import { leavesAt, nextStep, type PlannedStep } from '../domain/planner';
import type { Shop } from '../domain/settings';
import { fillLinks } from '../emails/links';
import type { MessageInput } from '../emails/message-input';
import { renderMessage } from '../emails/render';
import type { KeptMessage, Mail, MailResult, Tx, Work } from '../ports';
import type { Deps } from './deps';
import { endIntent, isUnmoved, lookSoon, performLater, saveAttempt, saveIntentOf } from './intents';
import { messageFacts } from './message-facts';
import { planNextStep } from './plan-next-step';
import { asHeardSoFar } from './settings-changed';
import { asksForPayment, isUntrueNow } from './still-true';

/** A choice link works for as long as an order can wait, and a season more. */
const LINK_DAYS = 180;

type MessageIntent = Intent & { effect: Extract<Intent['effect'], { kind: 'message' }> };

/**
 * Says one message to one customer, once.
 * - it must still be the case's next step and due, and it doesn't leave in the customer's night unless it must; the order is read again for the words about money;
 * - what was withheld while the shop watched is no word that the customer goes by;
 * - what is about to be said is kept before it is handed over; if the process dies in between, it counts as unclear and
 *   isn't sent a second time (P8);
 * - only the copy that leaves has the link in it, the kept one has a placeholder.
 */
export async function sendMessage(
  deps: Deps,
  work: Work,
  shop: Shop,
  intent: Intent,
): Promise<void> {
  if (!isMessage(intent)) return;
  if (intent.status === 'attempting' || intent.status === 'unclear')
    return conclude(work, shop, intent, unclear('The worker ended while sending.'));
  const order = await deps.shopify.readOrder(work.claim.shop, intent.orderId);
  if (order === null) return endIntent(work, intent, 'dropped', null);
  if (await isUntrueNow(deps.store, intent.effect.step, order, shop))
    return sayLater(work, shop, intent);
  const { email } = order.customer;
  if (email === null)
    return endIntent(
      work,
      intent,
      'failed',
      'The order has no usable e-mail address: call the customer.',
    );

  const link = deps.secrets.newId();
  const ready = await work.keep({ orders: [intent.orderId] }, async (tx) => {
    if (!(await isUnmoved(tx, intent))) return 'in other hands';
    const known = await tx.loadCase(intent.orderId);
    if (known === null) return null;
    const value = await asHeardSoFar(tx, known, shop, work.now);
    if (!(await isDue(tx, value, shop, intent, work.now))) return null;
    const leaves = leavesAt(value, intent.effect.step, work.now, shop);
    if (leaves > work.now) return leaves;
    const prepared = await prepare(deps, tx, {
      value,
      shop,
      order,
      intent,
      email,
      link,
      now: work.now,
    });
    await saveAttempt(tx, work, intent);
    return prepared;
  });
  if (ready === 'in other hands') return;
  if (ready === null) return drop(work, shop, intent);
  if (ready instanceof Date)
    return performLater(work, intent, ready.getTime() - work.now.getTime());

  try {
    await conclude(work, shop, intent, await deps.mailer.send(ready.mail), ready.silence);
  } catch (error) {
    if (error instanceof Unreachable)
      await work.keep({ orders: [intent.orderId] }, (tx) => handBack(tx, work, intent));
    throw error;
  }
}

const SAY_AGAIN_AFTER = HOUR;

/**
 * The look at the order finds out what has become of the payment. What is still to be said then is said later; what isn't
 * any more is dropped.
 */
async function sayLater(work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  const { orderId, effect, generation } = intent;
  await work.finish({ orders: [orderId] }, async (tx) => {
    const value = await tx.loadCase(orderId);
    if (value === null || !(await isDue(tx, value, shop, intent, work.now)))
      return dropIn(tx, work, shop, intent);
    await lookSoon(tx, orderId, work.now);
    const body = {
      kind: 'perform-effect' as const,
      orderId,
      intent: intentKey({ effect, generation }),
    };
    await tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(work.now, SAY_AGAIN_AFTER) }]);
  });
}

/** Nothing was handed over: it is tried again, and counts as no word to the customer meanwhile. */
async function handBack(tx: Tx, work: Work, intent: MessageIntent): Promise<void> {
  await saveIntentOf(tx, work, { ...intent, status: 'planned' });
  const kept = (await tx.messages(intent.orderId)).find(({ key }) => key === intent.effect.target);
  if (kept !== undefined) await tx.keepMessage({ ...kept, outcome: 'refused' });
}

function isMessage(intent: Intent): intent is MessageIntent {
  return intent.effect.kind === 'message';
}

function unclear(reason: string): MailResult {
  return { outcome: 'unclear', reason };
}

async function isDue(
  tx: Tx,
  value: Case,
  shop: Shop,
  intent: MessageIntent,
  now: Date,
): Promise<boolean> {
  const last = value.customerKey === null ? null : await tx.lastWordTo(value.customerKey);
  const step: PlannedStep | null = nextStep(value, shop, last);
  return step !== null && step.key === intent.effect.target && step.dueAt <= now;
}

interface Preparation {
  readonly value: Case;
  readonly shop: Shop;
  readonly order: OrderSnapshot;
  readonly intent: MessageIntent;
  readonly email: string;
  readonly link: string;
  readonly now: Date;
}

interface Prepared {
  readonly mail: Mail;
  /** What the words say of a customer who doesn't answer. */
  readonly silence: MessageInput['silence'];
}

async function prepare(deps: Deps, tx: Tx, p: Preparation): Promise<Prepared> {
  const { value, shop, order, intent, now } = p;
  const { step, target } = intent.effect;
  const intents = await tx.intents(order.id);
  const facts = messageFacts(step, { case: value, shop, order, intents, now });
  const words = renderMessage(facts);
  const sender = {
    name: shop.settings.senderName || shop.name || deps.defaultSender.name,
    email: shop.settings.senderEmail || deps.defaultSender.email,
  };
  const host = new URL(deps.appUrl).hostname;
  const tail = intent.orderId.split('/').at(-1) ?? '';
  const messageId = `${target}.${tail}.${p.link}@${host}`;
  const before = (await tx.messages(intent.orderId)).filter(
    (message) => message.outcome !== 'refused',
  );
  const kept: KeptMessage = {
    orderId: intent.orderId,
    key: target,
    step,
    customerKey: value.customerKey ?? '',
    to: p.email,
    ...words,
    messageId,
    at: now,
    outcome: 'attempting',
  };
  await tx.keepMessage(kept);
  await tx.addChoiceLink({
    id: p.link,
    orderId: intent.orderId,
    generation: value.generation,
    expiresAt: addMs(now, LINK_DAYS * DAY),
  });
  const url = `${deps.appUrl}/choice/${deps.secrets.signChoice({ shop: shop.id, id: p.link })}`;
  const mail: Mail = {
    shop: shop.id,
    step,
    to: p.email,
    from: sender,
    replyTo: shop.settings.replyTo || null,
    ...fillLinks(words, { choice: url, payment: order.paymentUrl }),
    messageId,
    references: before.map((message) => message.messageId),
  };
  return { mail, silence: facts.silence };
}

/** Overtaken by what happened since it was planned: nothing is said, and the plan is made anew. */
async function drop(work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  await work.finish({ orders: [intent.orderId] }, (tx) => dropIn(tx, work, shop, intent));
}

async function dropIn(tx: Tx, work: Work, shop: Shop, intent: MessageIntent): Promise<void> {
  await saveIntentOf(tx, work, { ...intent, status: 'dropped', finishedAt: work.now });
  const value = await tx.loadCase(intent.orderId);
  if (value !== null) await planNextStep(tx, value, shop);
}

async function conclude(
  work: Work,
  shop: Shop,
  intent: MessageIntent,
  result: MailResult,
  silence: MessageInput['silence'] = 'keeps',
): Promise<void> {
  const { orderId } = intent;
  await work.finish({ orders: [orderId] }, async (tx) => {
    const kept = (await tx.messages(orderId)).find(
      (message) => message.key === intent.effect.target,
    );
    if (kept !== undefined) await tx.keepMessage({ ...kept, outcome: result.outcome });
    const value = await tx.loadCase(orderId);
    if (result.outcome === 'refused') {
      await saveIntentOf(tx, work, {
        ...intent,
        status: 'failed',
        finishedAt: work.now,
        error: result.reason,
      });
      const reason = `The customer's mail server refused our message (${result.reason}): call the customer.`;
      const decision = value === null ? null : raiseAttention(value, work.now, reason);
      if (decision !== null && !('ignored' in decision)) {
        await tx.saveCase(decision.case);
        await tx.addTimeline(orderId, decision.timeline);
      }
      return;
    }
    const reference = result.outcome === 'sent' ? result.reference : null;
    const error = result.outcome === 'unclear' ? result.reason : null;
    // An unclear message has ended too: it is never sent again.
    const status = result.outcome === 'sent' ? 'done' : 'unclear';
    await saveIntentOf(tx, work, { ...intent, status, finishedAt: work.now, reference, error });
    if (value === null) return;
    const said: Said = {
      step: intent.effect.step,
      key: intent.effect.target,
      at: kept?.at ?? work.now,
      outcome: result.outcome,
      ...(result.outcome === 'sent' && silence === 'cancels' ? { silence } : {}),
    };
    const decision = decideSaid(value, { type: 'message-said', at: work.now, said }, shop);
    if ('ignored' in decision) return;
    await tx.saveCase(decision.case);
    await tx.addTimeline(orderId, decision.timeline);
    const saved = await tx.loadCase(orderId);
    if (saved !== null) await planNextStep(tx, saved, shop);
    // From now on a day runs for the payment: the look at the order sees to its end.
    if (asksForPayment(intent.effect.step)) await lookSoon(tx, orderId, work.now);
  });
}
