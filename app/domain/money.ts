import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** Money as Shopify writes it: an exact decimal string and an ISO 4217 code. Never a float. */
export const Money = z.object({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal amount'),
  currencyCode: z.string().length(3),
});
export type Money = Readonly<z.infer<typeof Money>>;

/** Currencies whose smallest unit is not a hundredth (ISO 4217). */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export function decimalsOf(currencyCode: string): number {
  return DECIMALS[currencyCode] ?? 2;
}

export function money(amount: Decimal.Value, currencyCode: string): Money {
  return { amount: new Decimal(amount).toFixed(decimalsOf(currencyCode)), currencyCode };
}

export function zero(currencyCode: string): Money {
  return money(0, currencyCode);
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currencyCode !== b.currencyCode)
    throw new Error(`Amounts in ${a.currencyCode} and ${b.currencyCode} can't be put together`);
}

/** So many of the currency's smallest unit: cents, or whole yen. */
export function smallest(units: number, currencyCode: string): Money {
  return money(new Decimal(10).pow(-decimalsOf(currencyCode)).times(units), currencyCode);
}

export function plus(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(new Decimal(a.amount).plus(b.amount), a.currencyCode);
}

export function minus(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(new Decimal(a.amount).minus(b.amount), a.currencyCode);
}

export function sum(amounts: readonly Money[], currencyCode: string): Money {
  return amounts.reduce(plus, zero(currencyCode));
}

/** Negative when a is less than b, 0 when equal, positive when more. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return new Decimal(a.amount).comparedTo(b.amount);
}

/** What is above zero of it: debts and rests are never negative. */
export function atLeastZero(a: Money): Money {
  const none = zero(a.currencyCode);
  return compare(a, none) > 0 ? a : none;
}

export function least(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

/** The part's share of an amount that stands for the whole, rounded up to the currency's smallest unit. */
export function shareUp(amount: Money, part: number, whole: number): Money {
  const { currencyCode } = amount;
  if (whole <= 0 || part <= 0) return zero(currencyCode);
  const share = new Decimal(amount.amount).times(Math.min(part, whole)).div(whole);
  const rounded = share.toDecimalPlaces(decimalsOf(currencyCode), Decimal.ROUND_CEIL);
  return money(rounded, currencyCode);
}

export function isZero(a: Money): boolean {
  return new Decimal(a.amount).isZero();
}

export function isPositive(a: Money): boolean {
  return new Decimal(a.amount).greaterThan(0);
}
