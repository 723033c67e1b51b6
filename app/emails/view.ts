import type { Step } from '../domain/case';
import { isPositive } from '../domain/money';
import { isNotCharged, isPartlyPaid } from '../domain/money-picture';
import { CHOICE_LINK, PAYMENT_LINK } from './links';
import { formatDay, formatMoney, messageLocale } from './format';
import { type MessageInput, type MessageLine, stepsOf, tellsOfDelay } from './message-input';
import { moneyFacts, moneySentence } from './money-sentence';

interface LineView {
  readonly title: string;
  readonly quantity: number;
  readonly date: string | null;
  readonly before: string | null;
  /** The date has gone by, so that it must not be told as an expectation. */
  readonly passed: boolean;
}

type Group = 'waiting' | 'here' | 'shipped' | 'cancelled';

const DELAY: readonly Group[] = ['waiting', 'here', 'shipped', 'cancelled'];
const HERE: readonly Group[] = ['here', 'waiting', 'shipped', 'cancelled'];
const ORDER: Readonly<Record<Step, readonly Group[]>> = {
  'first-notice': DELAY,
  'follow-up': DELAY,
  'new-date': DELAY,
  'date-passed': DELAY,
  'money-notice': DELAY,
  'payment-request': HERE,
  'payment-reminder': HERE,
  ready: HERE,
  shipped: ['shipped', 'here', 'waiting', 'cancelled'],
  cancelled: ['cancelled', 'here', 'waiting', 'shipped'],
};

/**
 * One line of plain words, whoever wrote them: a blank line would break the layout, a bidi override could turn the text
 * around, and a placeholder would become a link.
 */
export const oneLine = (value: string): string =>
  value
    .replace(/[\u202A-\u202E\u2066-\u2069]|%%/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Bots order with an advertisement for a name, so that the shop mails it to a stranger: then there is no name. */
const givenName = (value: string | null): string | null => {
  const name = oneLine(value ?? '');
  return name === '' || name.length > 40 || /[@/\\<>]|www\.|\.\w{2,}/i.test(name) ? null : name;
};

const hasMoved = ({ date, previousDate }: MessageLine): boolean =>
  previousDate !== null && previousDate.getTime() !== date?.getTime();

function lineView(line: MessageLine, input: MessageInput): LineView {
  const day = (date: Date): string => formatDay(date, input.now, input.locale, input.timezone);
  return {
    title: oneLine(line.title),
    quantity: line.quantity,
    date: line.date === null ? null : day(line.date),
    before: hasMoved(line) && line.previousDate !== null ? day(line.previousDate) : null,
    passed: line.date !== null && line.date < input.now,
  };
}

/** What the templates see. Everything here is plain text; the html engine escapes it. */
export function viewOf(input: MessageInput) {
  const told = (...states: MessageLine['state'][]): LineView[] =>
    input.lines
      .filter((l) => l.quantity > 0 && states.includes(l.state))
      .map((l) => lineView(l, input));
  const waiting = told('short');
  const here = told('ready', 'clear');
  const shipped = told('shipped');
  const cancelled = told('cancelled');
  const movedLines = input.lines.filter(
    (l) => l.state === 'short' && l.quantity > 0 && hasMoved(l),
  );
  const sooner = ({ date, previousDate }: MessageLine): boolean =>
    date !== null && previousDate !== null && date < previousDate;
  const [lead, ...also] = stepsOf(input);
  const groups = { waiting, here, shipped, cancelled };
  const offers = tellsOfDelay(input);
  const say = offers ? moneySentence : moneyFacts;
  return {
    lead,
    also,
    lang: messageLocale(input.locale),
    shopName: oneLine(input.shop.name),
    orderName: oneLine(input.orderName),
    firstName: givenName(input.firstName),
    waiting,
    here,
    shipped,
    /** What the message is about comes first. */
    groups: ORDER[lead]
      .map((key) => ({ key, lines: groups[key] }))
      .filter((group) => group.lines.length > 0),
    /** Some of it is not waiting, so "your order" would say too much. */
    partlyWaiting: here.length + shipped.length > 0,
    dated: waiting.some((line) => line.date !== null && !line.passed),
    undated: waiting.some((line) => line.date === null || line.passed),
    /** A date that the customer went by is another one now, or gone. */
    moved: movedLines.length > 0,
    sooner: movedLines.length > 0 && movedLines.every(sooner),
    money: say(input.money, input.locale, input.now),
    nothingTaken: isNotCharged(input.money) && !isPositive(input.money.refunded),
    paysForRest: isPartlyPaid(input.money),
    offers,
    choiceLink: CHOICE_LINK,
    paymentLink: PAYMENT_LINK,
    payment: paymentView(input),
    cancelsWhole: input.cancelsWhole === true,
    undo: undoTime(input.undoMinutes),
    silenceKeeps: input.silence === 'keeps',
    cancelsAt: input.cancelsAt
      ? formatDay(input.cancelsAt, input.now, input.locale, input.timezone)
      : null,
    trackingNumbers: input.trackingNumbers.map(oneLine).filter((number) => number !== ''),
  };
}

function paymentView({ payment, money, now, locale, timezone }: MessageInput) {
  if (payment === undefined) return null;
  const { way, due, payBy, ofRest, last } = payment;
  return {
    byLink: way === 'link',
    due: formatMoney(due, locale),
    payBy: payBy === null ? null : formatDay(payBy, now, locale, timezone),
    ofRest,
    /** If it isn’t paid, the whole order ends, and what was paid of it goes back. */
    goesBack: !ofRest && (isPositive(money.charged) || isPositive(money.giftCard)),
    last,
  };
}
export type MessageView = ReturnType<typeof viewOf>;

function undoTime(minutes: number): string | null {
  if (minutes <= 0) return null;
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
