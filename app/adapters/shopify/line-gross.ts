import { Decimal } from 'decimal.js';
import { type Money, money, plus } from '../../domain/money';
import { type Bag, readMoney } from './presentment';

interface PricedLine {
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly priceAfterAllDiscountsBeforeTaxesSet: Bag;
  readonly taxLines: readonly { readonly priceSet: Bag }[];
}

/**
 * What the current units cost with tax. Shopify's price before taxes is that of the current units, whether the shop's
 * prices include tax or not; its tax lines are those of all units that were ever ordered, so the current ones get their
 * share. For a line of which nothing was removed this is exact to the cent.
 */
export function grossOf(line: PricedLine): Money {
  const net = readMoney(line.priceAfterAllDiscountsBeforeTaxesSet);
  if (line.quantity === 0) return net;
  const tax = line.taxLines
    .map(({ priceSet }) => new Decimal(readMoney(priceSet).amount))
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  const share = tax.times(line.currentQuantity).div(line.quantity);
  return plus(net, money(share, net.currencyCode));
}
