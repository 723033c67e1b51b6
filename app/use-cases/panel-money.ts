import { hasAuthorization, owed } from '../domain/decide/settled';
import { atLeastZero, isPositive, minus, type Money } from '../domain/money';
import type { Authorization } from '../domain/authorization';
import {
  isNotCharged,
  lapsedAuthorizations,
  lateAuthorizations,
  leftOn,
  type MoneyPicture,
  openAuthorizations,
  shownAuthorizations,
} from '../domain/money-picture';
import type { PanelMoney } from '../domain/panel-view';
import { inShopsWords } from '../domain/step-limits';
import { formatMoney } from '../emails/format';

const say = (amount: Money): string => formatMoney(amount, 'en');

/** What of the price no authorization can cover any more: never negative. */
function uncovered(picture: MoneyPicture, now: Date): Money {
  const shown = shownAuthorizations(picture, now);
  return atLeastZero(minus(owed(picture), leftOn(shown, picture.total.currencyCode)));
}

function taken(picture: MoneyPicture): string[] {
  const { charged, chargedAtCheckout, giftCard, pending, refunded } = picture;
  const captured = picture.authorizations.some((a) => isPositive(a.captured));
  return [
    isNotCharged(picture) && !isPositive(refunded) ? 'Nothing has been charged.' : '',
    isPositive(charged)
      ? `${say(charged)} ${chargedAtCheckout && !captured ? 'was charged at checkout' : 'has been charged'}.`
      : '',
    isPositive(giftCard) ? `${say(giftCard)} was paid by gift card.` : '',
    isPositive(pending) ? `A payment of ${say(pending)} is still being processed.` : '',
    isPositive(refunded) ? `${say(refunded)} has been given back.` : '',
  ];
}

/** What is set aside, and until when, as far as anybody knows. */
function setAside(picture: MoneyPicture, now: Date, zone: string): string[] {
  const about = (list: readonly Authorization[], words: (first: Authorization) => string) => {
    const [first] = list;
    if (first === undefined) return [];
    return [`${say(leftOn(list, picture.total.currencyCode))} is authorized ${words(first)}`];
  };
  const isKnown = ({ endIsGuessed }: Authorization): boolean => !endIsGuessed;
  const guessed = shownAuthorizations(picture, now).filter((a) => !isKnown(a));
  return [
    ...about(
      openAuthorizations(picture, now).filter(isKnown),
      ({ expiresAt }) => `until ${inShopsWords(expiresAt, zone)} and not taken.`,
    ),
    ...about(
      guessed,
      ({ gateway }) => `and not taken. How many days ${gateway} keeps it is not known.`,
    ),
    ...about(
      lateAuthorizations(picture, now).filter(isKnown),
      ({ goodUntil }) =>
        `and not taken. Shopify still shows it, though Holdfast counted on it only until ${inShopsWords(goodUntil, zone)}.`,
    ),
  ];
}

function notTaken(picture: MoneyPicture, now: Date, zone: string): string[] {
  const missing = uncovered(picture, now);
  const lapsed = lapsedAuthorizations(picture, now).length > 0;
  return [
    ...setAside(picture, now, zone),
    isPositive(missing) && hasAuthorization(picture)
      ? `${say(missing)} is covered by no authorization${lapsed ? ' any more: it has lapsed' : ''}.`
      : '',
    picture.disputed ? 'The payment is disputed: nothing moves until the bank has decided.' : '',
  ];
}

/** The truth about an order's money, for the merchant. Says only what Shopify's transactions show. */
export function moneyForMerchant(picture: MoneyPicture, now: Date, zone: string): string {
  return [...taken(picture), ...notTaken(picture, now, zone)].filter((s) => s !== '').join(' ');
}

/** The figures behind the sentence; those that are nothing are left out, but for the total. */
export function moneyFigures(picture: MoneyPicture, now: Date): PanelMoney['figures'] {
  const captured = picture.authorizations.some((a) => isPositive(a.captured));
  const figure = (label: string, amount: Money, until: Date | null = null) =>
    isPositive(amount) ? [{ label, amount, until: until?.toISOString() ?? null }] : [];
  return [
    { label: 'Order total', amount: picture.total, until: null },
    ...shownAuthorizations(picture, now).flatMap((a) => {
      const isSure = !a.endIsGuessed && a.goodUntil > now;
      return figure('Authorized', minus(a.authorized, a.captured), isSure ? a.expiresAt : null);
    }),
    ...lapsedAuthorizations(picture, now).flatMap((a) => figure('Lapsed', a.authorized)),
    ...figure(captured ? 'Captured' : 'Charged at checkout', picture.charged),
    ...figure('Gift card', picture.giftCard),
    ...figure('Being processed', picture.pending),
    ...figure('Being given back', picture.refunding),
    ...figure('Refunded', picture.refunded),
  ];
}
