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

/** So many formatters are kept; locales come from checkouts, and there is no end to what those send. */
const KEPT = 500;

/** Making a formatter costs a thousand times what using it does, and a message uses ten. */
function remembered<T>(make: (...parts: string[]) => T): (...parts: string[]) => T {
  const made = new Map<string, T>();
  return (...parts) => {
    const key = parts.join(' ');
    const value = made.get(key) ?? make(...parts);
    if (made.size >= KEPT) made.clear();
    made.set(key, value);
    return value;
  };
}

const isDecimal = (value: string): value is `${number}` => /^-?\d+(\.\d+)?$/.test(value);

const moneyFormat = remembered((locale, currency) => {
  const digits = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
});

/** From the decimal string itself, never by way of a float. */
export function formatMoney(amount: Money, locale: string): string {
  return isDecimal(amount.amount)
    ? moneyFormat(messageLocale(locale), amount.currencyCode).format(amount.amount)
    : `${amount.amount} ${amount.currencyCode}`;
}

const knownZone = remembered((zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
});

const yearFormat = remembered(
  (timeZone) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }),
);

const dayFormat = remembered(
  (locale, timeZone, withYear) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(withYear === 'year' ? { year: 'numeric' } : {}),
    }),
);

/** A day as one would say it, "Friday, March 20"; with the year when that isn't the present one. */
export function formatDay(day: Date, now: Date, locale: string, zone: string): string {
  const timeZone = knownZone(zone);
  const years = yearFormat(timeZone);
  const withYear = years.format(day) === years.format(now) ? 'day' : 'year';
  return dayFormat(messageLocale(locale), timeZone, withYear).format(day);
}
