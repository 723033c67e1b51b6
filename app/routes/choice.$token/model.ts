import type { ChoiceLine, ChoiceView } from '../../domain/choice-view';
import { earlyWords, partWords } from '../../emails/agreement-words';
import { formatDay, messageLocale } from '../../emails/format';
import { moneyFacts, moneySentence } from '../../emails/money-sentence';

/* The customer's page as plain words, so that it can be read and tested without a browser. */

export interface ChoicePage {
  readonly shopName: string;
  readonly orderName: string;
  readonly heading: string;
  readonly intro: string;
  readonly money: string;
  readonly lines: readonly LineWords[];
  readonly canKeep: boolean;
  readonly canCancel: boolean;
  /** The items can't be cancelled one by one, only together. */
  readonly cancelsWhole: boolean;
  /** Each with a button of its own; nothing of it happens without the click. */
  readonly offers: readonly OfferWords[];
}

export interface OfferWords {
  readonly action: 'part-first' | 'charge-early';
  readonly title: string;
  readonly words: string;
  readonly button: string;
  /** What the words name: an answer for another amount is refused. */
  readonly amount: string;
}

export interface LineWords {
  readonly id: string;
  readonly title: string;
  readonly quantity: number;
  readonly tone: 'waiting' | 'good' | 'leaving' | 'gone';
  readonly status: readonly string[];
  readonly choosable: boolean;
  /** Whether the customer can still take a cancellation back; until when is in the status. */
  readonly undo: boolean;
}

const MINUTE = 60_000;
const MONEY_UNKNOWN =
  'We can’t read the state of your payment at this moment, so we won’t guess. Nothing on this page charges you.';

/**
 * - says of the money only what was read from Shopify just now;
 * - offers only what can still be done;
 * - says nothing about what will come that the case doesn't hold.
 */
export function choicePage(view: ChoiceView, now: Date): ChoicePage {
  const lines = view.lines.map((line) => lineWords(line, view, now));
  return {
    shopName: view.shopName,
    orderName: view.orderName,
    ...headline(view, now),
    money: moneyWords(view, now),
    lines,
    canKeep: view.lines.some((line) => line.canKeep),
    canCancel: view.lines.some((line) => line.canCancel),
    cancelsWhole: view.cancelsWhole === true,
    offers: offerWords(view, now),
  };
}

function offerWords({ offers, locale, timezone }: ChoiceView, now: Date): OfferWords[] {
  const { partFirst, chargeEarly } = offers;
  const part: OfferWords[] =
    partFirst === null
      ? []
      : [
          {
            action: 'part-first',
            title: 'Don’t want to wait for all of it?',
            words: `We can send what is here now, and the rest when it comes. ${partWords(partFirst, locale)}`,
            button: 'Send what is here',
            amount: partFirst.amount.amount,
          },
        ];
  const early: OfferWords[] =
    chargeEarly === null
      ? []
      : [
          {
            action: 'charge-early',
            title: 'Be charged before it is here?',
            words: `${earlyWords(chargeEarly, locale, now, timezone)} If you don’t agree, nothing is charged: the money is released, and you pay by a link when your order is here.`,
            button: 'Yes, charge me then',
            amount: chargeEarly.amount.amount,
          },
        ];
  return [...part, ...early];
}

/** What becomes of the money on cancelling is said only where cancelling is possible or still to come. */
function moneyWords({ money, locale, lines }: ChoiceView, now: Date): string {
  if (!money) return MONEY_UNKNOWN;
  const open = lines.some((line) => line.canCancel || line.choice === 'cancel-requested');
  return open ? moneySentence(money, locale, now) : moneyFacts(money, locale, now);
}

function headline(view: ChoiceView, now: Date): Pick<ChoicePage, 'heading' | 'intro'> {
  const { lines } = view;
  const all = (is: (line: ChoiceLine) => boolean): boolean => lines.length > 0 && lines.every(is);
  if (all((line) => line.choice === 'cancelled'))
    return { heading: 'This is cancelled', intro: 'There is nothing more for you to do.' };
  if (lines.some((line) => canUndo(line, now)))
    return {
      heading: 'We’re about to cancel',
      intro: 'As you asked. If you think better of it, there is still time to take it back.',
    };
  if (lines.some((line) => line.canKeep)) return question(view);
  if (lines.some((line) => line.canCancel))
    return {
      heading: 'Thank you for waiting',
      intro: 'You told us to go on. If you change your mind, you can still cancel here.',
    };
  return {
    heading: 'Nothing to choose any more',
    intro: 'This is where your order stands now. If you need something else, reply to our mail.',
  };
}

/** Who has cancelled a part already is asked only about what is left. */
function question({ lines, cancelsWhole }: ChoiceView): Pick<ChoicePage, 'heading' | 'intro'> {
  const sorry = 'isn’t here yet, and we’re sorry. We would be glad if you waited.';
  const easy = `If you would rather not, cancel ${cancelsWhole === true ? 'the whole order' : 'it'} here: no reason needed.`;
  const isGone = lines.some(({ choice }) => choice === 'cancelled');
  if (isGone || lines.some(({ choice }) => choice === 'cancel-requested'))
    return {
      heading: 'Wait for what is left, or cancel it?',
      intro: `A part of your order is ${isGone ? 'cancelled' : 'being cancelled'}. Something else ${sorry} ${easy}`,
    };
  return { heading: 'Wait, or cancel?', intro: `Something you ordered ${sorry} ${easy}` };
}

function lineWords(line: ChoiceLine, view: ChoiceView, now: Date): LineWords {
  const common = { id: line.id, title: line.title, quantity: line.quantity };
  const choosable = line.canKeep || line.canCancel;
  if (line.choice === 'cancelled')
    return { ...common, tone: 'gone', status: ['Cancelled.'], choosable: false, undo: false };
  if (line.choice === 'cancel-requested') {
    const undo = canUndo(line, now);
    const status = undo
      ? timeLeft(line.undoUntil, view, now)
      : 'You asked us to cancel this, and we’re doing it now.';
    return { ...common, tone: 'leaving', status: [status], choosable: false, undo };
  }
  const kept = line.choice === 'kept' && line.short > 0 ? ['You chose to wait. Thank you.'] : [];
  const status = [...whereUnitsAre(line, view, now), ...kept];
  return { ...common, tone: line.short > 0 ? 'waiting' : 'good', status, choosable, undo: false };
}

function whereUnitsAre(line: ChoiceLine, view: ChoiceView, now: Date): string[] {
  const rest = line.quantity - line.short - line.ready - line.shipped;
  const counts: [number, string][] = [
    [line.short, `on back order. ${expectation(line.date, view, now)}`],
    [line.ready, 'here and set aside for you.'],
    [rest, 'in stock for you.'],
    [line.shipped, 'on the way to you.'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => {
      if (count < line.quantity) return `${count} of ${line.quantity}: ${words}`;
      return words.charAt(0).toUpperCase() + words.slice(1);
    });
}

function expectation(date: Date | null, view: ChoiceView, now: Date): string {
  if (!date) return 'We don’t have a date for it yet.';
  const day = formatDay(date, now, view.locale, view.timezone);
  return date < now
    ? `It was due by ${day} and is late; we don’t have a new date yet.`
    : `We expect it by ${day}.`;
}

function canUndo(line: ChoiceLine, now: Date): line is ChoiceLine & { undoUntil: Date } {
  return line.choice === 'cancel-requested' && line.undoUntil !== null && line.undoUntil > now;
}

function timeLeft(until: Date, view: ChoiceView, now: Date): string {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / MINUTE);
  const time = new Intl.DateTimeFormat(messageLocale(view.locale), {
    timeZone: view.timezone,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(until);
  return minutes <= 60
    ? `You can take it back for ${minutes} more minute${minutes === 1 ? '' : 's'}, until ${time}.`
    : `You can take it back until ${time}.`;
}
