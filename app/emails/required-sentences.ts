import type { Step } from '../domain/case';
import { CHOICE_LINK, type Message, PAYMENT_LINK } from './links';
import { isDelayStep, type MessageInput, stepsOf, tellsOfDelay } from './message-input';
import { moneyFacts, moneySentence } from './money-sentence';
import { oneLine } from './view';

export type Requirement = 'items' | 'money' | 'offer' | 'silence' | 'choice-link' | 'payment-link';

/**
 * What a message of this step may not go out without: P3, and what the delay-notice rules ask of a notice. Of a message
 * in which several steps meet, all their requirements count.
 */
export function requiredSentences(step: Step): readonly Requirement[] {
  if (step === 'payment-request' || step === 'payment-reminder')
    return ['items', 'money', 'choice-link', 'payment-link'];
  return isDelayStep(step)
    ? ['items', 'money', 'offer', 'silence', 'choice-link']
    : ['items', 'money'];
}

const plain = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replaceAll('&amp;', '&');

/** The requirements that the message, as rendered from the input, leaves out in its text or in its html. */
export function missingSentences(input: MessageInput, message: Message): Requirement[] {
  const money = tellsOfDelay(input) ? moneySentence : moneyFacts;
  const items = input.lines.filter((line) => line.quantity > 0);
  const tests: Readonly<Record<Requirement, (words: string) => boolean>> = {
    items: (words) =>
      items.every((line) => words.includes(`${line.quantity} × ${oneLine(line.title)}`)),
    money: (words) => words.includes(money(input.money, input.locale, input.now)),
    offer: (words) =>
      /free to cancel (any item|the whole order) .* in full and at no cost/.test(words),
    silence: (words) =>
      (input.silence === 'keeps'
        ? /we keep your order/
        : /we cancel (what is still waiting|the whole order)/
      ).test(words),
    'choice-link': (words) => words.includes(CHOICE_LINK),
    'payment-link': (words) => words.includes(PAYMENT_LINK),
  };
  const required = new Set(stepsOf(input).flatMap(requiredSentences));
  return [...required].filter(
    (name) => !tests[name](message.text) || !tests[name](plain(message.html)),
  );
}
