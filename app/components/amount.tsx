import type { Money } from '../domain/money';

/** An amount as the shop's staff read it, from the decimal string itself. */
export function amountInWords({ amount, currencyCode }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode });
  return /^-?\d+(\.\d+)?$/.test(amount)
    ? format.format(amount as `${number}`)
    : `${amount} ${currencyCode}`;
}

export function Amount({ of }: { of: Money }) {
  return <>{amountInWords(of)}</>;
}
