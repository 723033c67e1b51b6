import { decimalsOf, type Money } from '../domain/money';

/** Languages that have words. A message in any other language is written in English, numbers and dates included. */
const LANGUAGES: readonly string[] = ['en'];
const FALLBACK = 'en';

/** The locale in which a message is written: the customer's, if there are words for its language. */
export function messageLocale(locale: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(locale);
    return canonical && LANGUAGES.includes(new Intl.Locale(canonical).language)
      ? canonical
      : FALLBACK;
  } catch {
    return FALLBACK; // Shopify passes on whatever the checkout sent, also what is no locale at all
  }
}

const isDecimal = (value: string): value is `${number}` => /^-?\d+(\.\d+)?$/.test(value);

/** From the decimal string itself, never by way of a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = decimalsOf(amount.currencyCode);
  const format = new Intl.NumberFormat(messageLocale(locale), {
    style: 'currency',
    currency: amount.currencyCode,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return isDecimal(amount.amount)
    ? format.format(amount.amount)
    : `${amount.amount} ${amount.currencyCode}`;
}

const knownZone = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** A day as one would say it, "Friday, March 20"; with the year when that isn't the present one. */
export function formatDay(day: Date, now: Date, locale: string, zone: string): string {
  const timeZone = knownZone(zone);
  const year = (at: Date): string =>
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at);
  return new Intl.DateTimeFormat(messageLocale(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year(day) === year(now) ? {} : { year: 'numeric' }),
  }).format(day);
}
