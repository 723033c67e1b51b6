import { DateTime } from 'luxon';
import { type Facts, parcelsOf, type SeenOrder, waitedUntil } from '../facts';
import type { Letter } from '../witness';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DELAY = ['first-notice', 'follow-up', 'new-date', 'date-passed', 'money-notice'];
const isDelay = (mail: Letter): boolean => DELAY.includes(mail.kind ?? '');
const dayOf = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toISODate() ?? '';

/** P2: who is short hears of it on the day of the order (all are placed before the cut-off). */
export function toldTheSameDay(facts: Facts): string[] {
  return facts.orders.filter(facts.isShort).flatMap((order) => {
    const notice = facts.toldOf(order, 'app').find((mail) => mail.kind === 'first-notice');
    const sameDay =
      notice !== undefined && dayOf(notice.receivedAt, facts.zone) === dayOf(order.at, facts.zone);
    return sameDay ? [] : [`P2 ${order.name} was not told the same day`];
  });
}

/** P3: every message about a delay has the way out and the true state of the money. */
export function alwaysAWayOut(facts: Facts): string[] {
  return facts.orders.flatMap((order) =>
    facts.toldOf(order, 'app').flatMap((mail) => {
      const taken = facts
        .of(order, 'capture')
        .some((row) => row.detail['status'] === 'SUCCESS' && row.at <= mail.receivedAt);
      const claims = /not been charged|not charged/i.test(mail.text);
      return [
        ...(isDelay(mail) && !mail.links.some((link) => link.includes('/choice/'))
          ? [`P3 “${mail.subject}” has no way out`]
          : []),
        ...(claims && taken ? [`P3 “${mail.subject}” says not charged, and it is`] : []),
        ...(isDelay(mail) && !claims && !taken
          ? [`P3 “${mail.subject}” doesn't say that nothing was charged`]
          : []),
      ];
    }),
  );
}

const NAMED_DAY = /ship by \w+, (\w+ \d+)/;

function namedDay(mail: Letter, zone: string): Date | null {
  const day = NAMED_DAY.exec(mail.text)?.[1];
  if (day === undefined) return null;
  const year = DateTime.fromJSDate(mail.receivedAt, { zone }).year;
  const date = DateTime.fromFormat(`${day} ${year}`, 'MMMM d yyyy', { zone });
  return date.isValid ? date.endOf('day').toJSDate() : null;
}

/** P4: a date that was named and is not met is followed by another word before it has passed. */
export function newDelayNewOffer(facts: Facts): string[] {
  return facts.orders.flatMap((order) => {
    const mails = facts.toldOf(order, 'app');
    const end = waitedUntil(facts, order);
    return mails.flatMap((mail) => {
      const day = namedDay(mail, facts.zone);
      if (day === null || (end !== null && end <= day)) return [];
      const next = mails.some(
        (m) => m.receivedAt > mail.receivedAt && m.receivedAt <= day && isDelay(m),
      );
      return next
        ? []
        : [`P4 ${order.name}: the date of “${mail.subject}” passed without a new offer`];
    });
  });
}

/** P5: never more than seven days in silence, and a follow-up in any wait of four days. */
export function neverSilent(facts: Facts): string[] {
  const last = facts.rows.at(-1)?.at ?? new Date(0);
  return facts.orders.filter(facts.isShort).flatMap((order) => {
    const end = waitedUntil(facts, order) ?? last;
    const words = facts
      .toldOf(order, 'app')
      .filter((mail) => isDelay(mail) && mail.receivedAt <= end);
    const times = [order.at, ...words.map((mail) => mail.receivedAt), end];
    const silent = times.some((at, i) => at.getTime() - (times[i - 1] ?? at).getTime() > 7 * DAY);
    const long = end.getTime() - order.at.getTime() >= 4 * DAY;
    const followedUp = words.some((mail) => mail.kind === 'follow-up');
    return [
      ...(silent ? [`P5 ${order.name} heard nothing for more than seven days`] : []),
      ...(long && !followedUp ? [`P5 ${order.name} waited four days without a follow-up`] : []),
    ];
  });
}

/** P7: whoever's parcel leaves hears of it that day, from Shopify or from us, not from both. */
export function toldItShips(facts: Facts): string[] {
  return facts.orders.flatMap((order) =>
    parcelsOf(facts, order).flatMap((parcel) => {
      const told = facts
        .toldOf(order)
        .filter((mail) => ['shipped', 'shipping-confirmation'].includes(mail.kind ?? ''))
        .filter((mail) => dayOf(mail.receivedAt, facts.zone) === dayOf(parcel.at, facts.zone));
      return told.length === 1
        ? []
        : [`P7 ${order.name}: its shipment was told ${told.length} times`];
    }),
  );
}

const CAPPED = ['follow-up'];
const FREE_BY_NIGHT: readonly string[] = [];

/** P8: nothing twice, nothing in the night, nothing after the end, no follow-up within 20 hours of another word. */
export function noNoise(facts: Facts): string[] {
  return facts.orders.flatMap((order) => {
    const mails = facts.toldOf(order, 'app');
    const [cancel] = facts.of(order, 'cancel');
    return mails.flatMap((mail, i) => {
      const before = mails[i - 1];
      const hour = DateTime.fromJSDate(mail.receivedAt, { zone: facts.zone }).hour;
      const gap =
        before === undefined ? Infinity : mail.receivedAt.getTime() - before.receivedAt.getTime();
      const afterEnd =
        cancel !== undefined && mail.receivedAt > cancel.at && mail.kind !== 'cancelled';
      return [
        ...(isTwice(mails, mail, i) ? [`P8 “${mail.subject}” was sent twice`] : []),
        ...((hour >= 21 || hour < 8) && !FREE_BY_NIGHT.includes(mail.kind ?? '')
          ? [`P8 “${mail.subject}” was sent in the night`]
          : []),
        ...(CAPPED.includes(mail.kind ?? '') && gap < 20 * HOUR
          ? [`P8 “${mail.subject}” came too soon`]
          : []),
        ...(afterEnd ? [`P8 “${mail.subject}” was sent after the cancellation`] : []),
      ];
    });
  });
}

const ONCE = ['first-notice', 'money-notice', 'payment-request', 'ready', 'cancelled', 'shipped'];

function isTwice(mails: readonly Letter[], mail: Letter, i: number): boolean {
  return mails
    .slice(0, i)
    .some(
      (m) =>
        m.kind === mail.kind &&
        (ONCE.includes(mail.kind ?? '') ||
          m.text.replace(/\/choice\/\S+/, '') === mail.text.replace(/\/choice\/\S+/, '')),
    );
}

/** A cancellation that the customer asked for is confirmed once; arrival is told once to whoever waited for it. */
export function endIsTold(facts: Facts): string[] {
  const count = (order: SeenOrder, kind: string): number =>
    facts.toldOf(order).filter((mail) => mail.kind === kind).length;
  return facts.orders.filter(facts.isShort).flatMap((order) => {
    const cancelled = facts.of(order, 'cancel').length > 0;
    const paid = facts.of(order, 'capture').length + facts.of(order, 'payment').length > 0;
    return [
      ...(cancelled && count(order, 'cancelled') !== 1
        ? [`END ${order.name}: its cancellation was confirmed ${count(order, 'cancelled')} times`]
        : []),
      ...(paid && count(order, 'ready') !== 1
        ? [`END ${order.name}: its arrival was told ${count(order, 'ready')} times`]
        : []),
    ];
  });
}
