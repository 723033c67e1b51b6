import { grossOf } from '../../../app/adapters/shopify/line-gross';
import { aLine, euros } from './shopify-order';

const gross = (change: Parameters<typeof aLine>[0]) => grossOf(aLine(change)).amount;

describe('what the current units of a line cost with tax', () => {
  it('is the price and all of its taxes while nothing was removed', () => {
    const taxLines = [{ priceSet: euros('3.33') }, { priceSet: euros('1.01') }];
    const price = euros('59.7');
    expect(
      gross({ currentQuantity: 3, priceAfterAllDiscountsBeforeTaxesSet: price, taxLines }),
    ).toBe('64.04');
  });

  it('leaves out the tax of units that were removed', () => {
    const taxLines = [{ priceSet: euros('10.00') }];
    const price = euros('19.9');
    expect(
      gross({ currentQuantity: 1, priceAfterAllDiscountsBeforeTaxesSet: price, taxLines }),
    ).toBe('23.23');
  });

  it('is nothing for a line of which nothing is left', () => {
    const nothing = { priceAfterAllDiscountsBeforeTaxesSet: euros('0.0'), currentQuantity: 0 };
    expect(gross(nothing)).toBe('0.00');
    expect(gross({ ...nothing, quantity: 0 })).toBe('0.00');
  });

  it('keeps the digits of the currency', () => {
    const yen = (amount: string) => ({
      presentmentMoney: { amount, currencyCode: 'JPY' as const },
    });
    expect(
      gross({
        currentQuantity: 2,
        priceAfterAllDiscountsBeforeTaxesSet: yen('2000.0'),
        taxLines: [{ priceSet: yen('301.0') }],
      }),
    ).toBe('2201');
  });
});
