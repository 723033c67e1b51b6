import { Decimal } from 'decimal.js';
import type { Bag } from './types';

const DECIMALS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  VND: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
};

/** What both currencies of an order are, and how they hang together. */
export interface Currencies {
  readonly currency: string;
  readonly presentmentCurrency: string;
  readonly rate: string;
}

export const ZERO: Bag = { shop: '0', presentment: '0' };

/** Rounded half up to what the currency can express. */
export function round(amount: Decimal.Value, currency: string): string {
  return new Decimal(amount).toFixed(DECIMALS[currency] ?? 2, Decimal.ROUND_HALF_UP);
}

/** A shop amount seen from both sides. */
export function bagOf(shopAmount: Decimal.Value, order: Currencies): Bag {
  return {
    shop: round(shopAmount, order.currency),
    presentment: round(new Decimal(shopAmount).times(order.rate), order.presentmentCurrency),
  };
}

/** An amount that the customer pays, seen from both sides; a whole stays whole in both currencies. */
export function bagOfPresentment(amount: Decimal.Value, order: Currencies, whole?: Bag): Bag {
  const presentment = round(amount, order.presentmentCurrency);
  if (whole && new Decimal(whole.presentment).equals(presentment)) return whole;
  return { presentment, shop: round(new Decimal(presentment).div(order.rate), order.currency) };
}

function places(amount: string): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

/** Up to here a double counts the smallest units exactly. */
const COUNTABLE = 1e15;

/** Exact, and written with as many decimals as the parts had. */
function side(x: string, y: string, sign: 1 | -1): string {
  if (y === '0') return x;
  const decimals = Math.max(places(x), places(y));
  const scale = 10 ** decimals;
  const units = Math.round(Number(x) * scale) + sign * Math.round(Number(y) * scale);
  return Math.abs(units) < COUNTABLE
    ? (units / scale).toFixed(decimals)
    : new Decimal(x).plus(new Decimal(y).times(sign)).toFixed(decimals);
}

/** Both sides; in a shop's own currency they are the same and worked out once. */
function combine(a: Bag, b: Bag, sign: 1 | -1): Bag {
  const shop = side(a.shop, b.shop, sign);
  const isSame = a.shop === a.presentment && b.shop === b.presentment;
  return { shop, presentment: isSame ? shop : side(a.presentment, b.presentment, sign) };
}

export const add = (a: Bag, b: Bag): Bag => combine(a, b, 1);
export const subtract = (a: Bag, b: Bag): Bag => combine(a, b, -1);
export const sum = (bags: readonly Bag[]): Bag => bags.reduce(add, ZERO);

export function times(bag: Bag, n: number): Bag {
  const of = (amount: string): string => new Decimal(amount).times(n).toFixed(places(amount));
  if (n === 1) return bag;
  const shop = of(bag.shop);
  return { shop, presentment: bag.shop === bag.presentment ? shop : of(bag.presentment) };
}

/** n parts of `of`; taking all parts gives back the whole, to the last cent. */
export function portion(bag: Bag, n: number, of: number, order: Currencies): Bag {
  if (of === 0) return ZERO;
  if (n === of && bag !== ZERO) return bag;
  return {
    shop: round(new Decimal(bag.shop).times(n).div(of), order.currency),
    presentment: round(new Decimal(bag.presentment).times(n).div(of), order.presentmentCurrency),
  };
}

export const compare = (a: Bag, b: Bag): number =>
  new Decimal(a.presentment).comparedTo(b.presentment);
export const isPositive = (bag: Bag): boolean => compare(bag, ZERO) > 0;
export const least = (a: Bag, b: Bag): Bag => (compare(a, b) <= 0 ? a : b);
export const atLeastZero = (bag: Bag): Bag => (isPositive(bag) ? bag : ZERO);
