import { hasAuthorization, owed } from '../domain/decide/settled';
import { compare, isPositive, minus, type Money, zero } from '../domain/money';
import {
  heldMoney,
  isNotCharged,
  lapsedAuthorizations,
  type MoneyPicture,
  openAuthorizations,
} from '../domain/money-picture';
import type { PanelMoney } from '../domain/panel-view';
import { inShopsWords } from '../domain/step-limits';
import { formatMoney } from '../emails/format';

const say = (amount: Money): string => formatMoney(amount, 'en');

/** What of the price no authorization can cover any more: never negative. */
function uncovered(picture: MoneyPicture, now: Date): Money {
  const none = zero(picture.total.currencyCode);
  const rest = minus(owed(picture), heldMoney(picture, now) ?? none);
  return compare(rest, none) > 0 ? rest : none;
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

function notTaken(picture: MoneyPicture, now: Date, zone: string): string[] {
  const held = heldMoney(picture, now);
  const missing = uncovered(picture, now);
  const lapsed = lapsedAuthorizations(picture, now).length > 0;
  return [
    held === null
      ? ''
      : `${say(held)} is authorized until ${inShopsWords(held.lapsesAt, zone)} and not taken.`,
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
    ...openAuthorizations(picture, now).flatMap((a) =>
      figure('Authorized', minus(a.authorized, a.captured), a.expiresAt),
    ),
    ...lapsedAuthorizations(picture, now).flatMap((a) => figure('Lapsed', a.authorized)),
    ...figure(captured ? 'Captured' : 'Charged at checkout', picture.charged),
    ...figure('Gift card', picture.giftCard),
    ...figure('Being processed', picture.pending),
    ...figure('Being given back', picture.refunding),
    ...figure('Refunded', picture.refunded),
  ];
}
