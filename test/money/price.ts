import type { Row } from './table';

/* The order that every row is about, in cents: see README.md. */

interface Priced {
  readonly lamp: number;
  readonly kettle: number;
  readonly twoKettles: number;
  readonly shipping: number;
}

const PRICES: Readonly<Record<Row['price'], Priced>> = {
  plain: { lamp: 4000, kettle: 1500, twoKettles: 3000, shipping: 0 },
  taxed: { lamp: 4355, kettle: 1633, twoKettles: 3266, shipping: 595 },
};

export const SHIPPING = { plain: '0.00', taxed: '5.95' } as const;

export function totalCents(price: Row['price']): number {
  const { lamp, twoKettles, shipping } = PRICES[price];
  return lamp + twoKettles + shipping;
}

export const decimal = (cents: number): string => (cents / 100).toFixed(2);

/** Half of the total, down to the cent. */
export const giftCardCents = (price: Row['price']): number => Math.floor(totalCents(price) / 2);
