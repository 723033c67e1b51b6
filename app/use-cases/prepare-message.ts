import { addMs, DAY } from '../domain/calendar';
import type { Case } from '../domain/case';
import { toldAsReleased } from '../domain/effects/late-money';
import type { OrderSnapshot } from '../domain/order';
import type { Shop } from '../domain/settings';
import { fillLinks } from '../emails/links';
import type { MessageInput } from '../emails/message-input';
import { renderMessage } from '../emails/render';
import type { KeptMessage, Mail, Tx } from '../ports';
import type { Deps } from './deps';
import { messageFacts } from './message-facts';
import type { MessageIntent } from './message-intent';

/** A choice link works for as long as an order can wait, and a season more. */
const LINK_DAYS = 180;

interface Preparation {
  readonly value: Case;
  readonly shop: Shop;
  readonly order: OrderSnapshot;
  readonly intent: MessageIntent;
  readonly email: string;
  readonly link: string;
  readonly now: Date;
}

export interface SaidByWords {
  /** What they say of a customer who doesn't answer. */
  readonly silence: MessageInput['silence'];
  /** Authorizations that are no longer set aside, as they say. */
  readonly released: readonly string[];
}

export interface Prepared {
  readonly mail: Mail;
  /** What is kept of the words, for what is decided later. */
  readonly said: SaidByWords;
}

/** Mail comes from our own domain (docs/decisions/0045); answers go straight to the shop. */
function replyToOf({ settings, email }: Shop): string | null {
  return settings.replyTo || settings.senderEmail || email || null;
}

/** The words as they are to leave, kept before they are handed over, and the link that they carry. */
export async function prepareMessage(deps: Deps, tx: Tx, p: Preparation): Promise<Prepared> {
  const { value, shop, order, intent, now } = p;
  const { step, target } = intent.effect;
  const intents = await tx.intents(order.id);
  const facts = messageFacts(step, { case: value, shop, order, intents, now });
  const words = renderMessage(facts);
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
    fromName: shop.settings.senderName || shop.name || deps.defaultSender.name,
    replyTo: replyToOf(shop),
    ...fillLinks(words, { choice: url, payment: order.paymentUrl }),
    messageId,
    references: before.map((message) => message.messageId),
  };
  const released = toldAsReleased(facts.money, now);
  return { mail, said: { silence: facts.silence, released } };
}
