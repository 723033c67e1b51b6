import { Decimal } from 'decimal.js';
import { minus, type Money, money, plus, sum, zero } from '../../../app/domain/money';
import type { FakeLine, FakeOrder } from './state';
import type { Checkout, CheckoutLine } from './store';

/*
 * What things cost. A discount on the whole order is spread over the lines by their price; tax comes on top or is within.
 * A part of a line costs its share of the line, rounded to the currency's smallest unit.
 */

const listPrice = (line: CheckoutLine): Decimal =>
  new Decimal(line.price ?? '20.00').times(line.quantity).minus(line.discount ?? 0);

export interface Priced {
  readonly unitPrice: Money;
  readonly gross: Money;
}

/** The lines of a checkout, priced. The last line takes what rounding leaves of the order's discount. */
export function priceLines(checkout: Checkout, currency: string): Priced[] {
  const { lines } = checkout;
  const prices = lines.map(listPrice);
  const all = prices.reduce((total, price) => total.plus(price), new Decimal(0));
  let left = money(checkout.orderDiscount ?? '0', currency);
  const whole = left;
  return lines.map((line, i) => {
    const price = prices[i] ?? new Decimal(0);
    const share = all.isZero()
      ? zero(currency)
      : money(price.times(whole.amount).div(all), currency);
    const discount = i === lines.length - 1 ? left : share;
    left = minus(left, discount);
    const goods = minus(money(price, currency), discount);
    const tax = checkout.taxesIncluded ? zero(currency) : money(line.tax ?? '0', currency);
    return {
      unitPrice: money(new Decimal(goods.amount).div(line.quantity), currency),
      gross: plus(goods, tax),
    };
  });
}

/** What so many units of a line cost the customer: after discounts, with tax. */
export function grossOf(line: FakeLine, units: number): Money {
  const { units: of, gross } = line.priced;
  return money(new Decimal(gross.amount).times(units).div(of), gross.currencyCode);
}

/** What the order costs now. */
export function totalOf(order: FakeOrder): Money {
  const { currencyCode } = order.shipping;
  if (order.cancelledAt !== null) return zero(currencyCode);
  return sum(
    [order.shipping, ...order.lines.map((line) => grossOf(line, line.current))],
    currencyCode,
  );
}
