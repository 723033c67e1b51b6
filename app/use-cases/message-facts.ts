import type { Case, CaseLine, Step } from '../domain/case';
import { DAY, endOfDayAfter } from '../domain/calendar';
import { silenceEndsAt } from '../domain/effects/lapse';
import { reallyShipped } from '../domain/effects/fulfilled-missing';
import { isOver, passes } from '../domain/decide/said';
import { isHeldByUs, isLive } from '../domain/effects/live-parts';
import { isPaidFirst, owed } from '../domain/decide/settled';
import { isPositive } from '../domain/money';
import { type MoneyPicture, isMoving, shownAuthorizations } from '../domain/money-picture';
import { moneyOf, type Situation } from '../domain/effects/situation';
import { lastDayToPay } from '../domain/payment-days';
import type { MessageInput, MessageLine, MessagePayment } from '../emails/message-input';

/** Bad news and good news of one line are told apart: a line with units in three states is three entries. */
function linesOf(value: Case, line: CaseLine, step: Step, now: Date): MessageLine[] {
  const { units, promise, title } = line;
  const goes =
    isOver(promise.date, now) || (step === 'date-passed' && passes(promise.toldDate, now));
  const entry = (state: MessageLine['state'], quantity: number): MessageLine[] =>
    quantity === 0
      ? []
      : [
          {
            title,
            quantity,
            state,
            date: state === 'short' && !goes ? promise.date : null,
            previousDate: state === 'short' ? promise.toldDate : null,
          },
        ];
  return [
    ...entry('short', units.short + units.doubtful),
    ...entry('ready', units.ready),
    ...entry('clear', units.clear + units.packed),
    ...entry('shipped', reallyShipped(value, line)),
    ...entry('cancelled', units.cancelled),
  ];
}

/** What the words are made of: the case, and the order as just read with what was done about it. */
type Known = Pick<Situation, 'order' | 'shop' | 'intents' | 'now'> & { readonly case: Case };

/** A part of the order is on its way, or free to go while the rest is on hold. */
function goesInPart({ lines }: Case, { fulfillmentOrders }: Situation['order']): boolean {
  const live = fulfillmentOrders.filter(isLive);
  const isFree = live.some(isHeldByUs) && !live.every(isHeldByUs);
  return isFree || lines.some(({ units }) => units.packed + units.shipped > 0);
}

/** What is still to be paid once the goods are here; nothing while an authorization covers it, or it was never to be paid first. */
function paymentOf(step: Step, known: Known, picture: MoneyPicture): MessagePayment | null {
  const { case: value, shop, order, now } = known;
  const due = owed(picture);
  const ended = isPaidFirst(order, picture) && shownAuthorizations(picture, now).length === 0;
  if (!ended || !isPositive(due) || isMoving(picture)) return null;
  const { settings, timezone } = shop;
  const isHere = value.lines.every(({ units }) => units.short + units.doubtful === 0);
  const asked =
    step === 'payment-reminder' ? lastDayToPay(value, now, shop) : (value.payment?.payBy ?? null);
  const payBy = asked ?? (isHere ? endOfDayAfter(now, settings.paymentDays, timezone) : null);
  return {
    way: order.paymentUrl === null ? 'unknown' : 'link',
    due,
    payBy,
    ofRest: goesInPart(value, order),
    last: payBy !== null && payBy.getTime() - now.getTime() < 3 * DAY,
  };
}

/** What it means that no answer comes, and the last whole day for one: the order may end at any hour of the day after it. */
function silenceOf(known: Known): Pick<MessageInput, 'silence' | 'cancelsAt'> {
  const { shop, now } = known;
  const endsAt = silenceEndsAt(known);
  if (endsAt === null) return { silence: 'keeps' };
  const answerBy = endOfDayAfter(endsAt, -1, shop.timezone);
  return { silence: 'cancels', cancelsAt: answerBy > now ? answerBy : null };
}

/** Gathered from the order as just read: the sentence about the money is true at the moment of sending (P3). */
export function messageFacts(step: Step, known: Known): MessageInput {
  const { case: value, shop, order, now } = known;
  const picture = moneyOf(known);
  const payment = paymentOf(step, known, picture);
  const due = value.toTell.map((item) => item.step).filter((other) => other !== step);
  return {
    step,
    also: due.filter(
      (other) =>
        other === 'new-date' ||
        other === 'first-notice' ||
        other === 'money-notice' ||
        (other === 'ready' && step !== 'cancelled'),
    ),
    shop: { name: shop.settings.senderName || shop.name },
    orderName: order.name,
    firstName: order.customer.firstName,
    locale: order.customer.locale,
    // A promised date is a day of the shop's calendar, wherever the customer reads it.
    timezone: shop.timezone,
    lines: value.lines.flatMap((line) => linesOf(value, line, step, now)),
    money: picture,
    ...(payment === null ? {} : { payment }),
    cancelsWhole: value.cancelsWhole,
    undoMinutes: shop.settings.undoMinutes,
    trackingNumbers: order.fulfillments
      .filter((fulfillment) => !fulfillment.cancelled)
      .flatMap((fulfillment) => fulfillment.trackingNumber ?? []),
    ...silenceOf(known),
    now,
  };
}
