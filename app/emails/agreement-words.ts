import { isPositive } from '../domain/money';
import type { EarlyOffer, PartOffer } from '../domain/offers';
import { formatDay, formatMoney } from './format';

/* What the customer says yes to, as they read it and as it is kept. */

export function partWords({ amount, rest, consent }: PartOffer, locale: string): string {
  const now = isPositive(amount)
    ? `You are charged ${formatMoney(amount, locale)} now, for what is here and the shipping.`
    : 'Nothing more is charged for it.';
  if (!isPositive(rest)) return now;
  const later = formatMoney(rest, locale);
  return consent
    ? `${now} The rest of what your bank has set aside is released, and you pay the other ${later} by a link that we send you when the rest is here. Shipping is charged once.`
    : `${now} The other ${later} is charged when the rest is here. Shipping is charged once.`;
}

export function earlyWords(
  { amount, endsAt }: EarlyOffer,
  locale: string,
  now: Date,
  timezone: string,
): string {
  const day = formatDay(endsAt, now, locale, timezone);
  return `What your bank has set aside can be kept only until ${day}. You agree to be charged ${formatMoney(amount, locale)} shortly before, if your order isn’t here by then. You can still cancel until it ships, and get all of it back.`;
}
