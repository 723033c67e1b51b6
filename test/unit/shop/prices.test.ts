import { anOrder } from '../../support/builders';
import { aLoneShop } from '../../support/lone-shop';

async function grossAndTotal(order = anOrder(), currency = 'USD') {
  const shopify = aLoneShop({ currency });
  const { lines, currentTotal } = await shopify.read(shopify.placed(order));
  return [...lines.map((line) => line.gross.amount), currentTotal.amount];
}

describe('what an order costs in the shop', () => {
  it.each([
    ['goods and shipping', anOrder().of('MUG', 2).shippedFor('5.00'), ['40.00', '45.00']],
    ['tax on top', anOrder().of('MUG', 2).withTax('3.20'), ['43.20', '43.20']],
    ['tax within', anOrder().of('MUG').withTax('1.48').taxIncluded(), ['20.00', '20.00']],
    [
      'a discount on the order, spread by price to the last cent',
      anOrder().of('MUG').of('POT', 1, '40.00').discountedBy('10.00'),
      ['16.67', '33.33', '50.00'],
    ],
  ])('%s', async (_, order, expected) => {
    expect(await grossAndTotal(order)).toEqual(expected);
  });

  it.each([
    ['JPY', '1500', ['4500', '4500']],
    ['KWD', '1.255', ['3.765', '3.765']],
  ])('in %s', async (currency, price, expected) => {
    expect(await grossAndTotal(anOrder().of('MUG', 3, price), currency)).toEqual(expected);
  });

  it('a part of a line costs its share, tax included', async () => {
    const shopify = aLoneShop();
    const order = shopify.placed(anOrder().of('MUG', 3, '10.00').withTax('2.50'));
    const [line] = order.lines;
    if (line) shopify.takeOff(order.id, line.id, 1);
    expect((await shopify.read(order)).lines[0]?.gross.amount).toBe('21.67');
  });
});
