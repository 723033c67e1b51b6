import { allCombinations, isChargedAtOnce, pairsOf, whyImpossible } from './factors';
import { decimal, giftCardCents, totalCents } from './price';
import { readTable, type Row } from './table';

const ROWS = readTable();

const WORDS = [
  /^held$/,
  /^lapsed$/,
  /^released( by merchant)?$/,
  /^voided( by merchant)?$/,
  /^cancelled( by merchant)?$/,
  /^captured \d+\.\d\d( by merchant| by shopify)?$/,
  /^refunded \d+\.\d\d( by merchant)?$/,
  /^paid \d+\.\d\d$/,
  /^line now \d( by merchant)?$/,
];

function paidAtCheckout({ price, gateway, ...row }: Row): number {
  if (isChargedAtOnce({ gateway, ...row })) return totalCents(price);
  return gateway === 'half-gift-card' ? giftCardCents(price) : 0;
}

function moved(expected: readonly string[]): number {
  return expected.reduce((sum, event) => {
    const [, word, amount] = /^(captured|paid|refunded) (\d+\.\d\d)/.exec(event) ?? [];
    const cents = Math.round(Number(amount ?? 0) * 100);
    return word === 'refunded' ? sum - cents : sum + cents;
  }, 0);
}

describe('the table of money', () => {
  it('has at least eighty rows, each with a name of its own', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(ROWS.map((row) => row.id)).size).toBe(ROWS.length);
  });

  it('plays no combination twice, and none that can’t be', () => {
    const played = ROWS.map((row) => pairsOf(row).join());
    expect(new Set(played).size).toBe(played.length);
    expect(ROWS.filter((row) => whyImpossible(row) !== null).map((row) => row.id)).toEqual([]);
  });

  it('brings every two levels together that can meet', () => {
    const met = new Set(ROWS.flatMap(pairsOf));
    const missing = new Set(allCombinations().flatMap(pairsOf));
    for (const pair of met) missing.delete(pair);
    expect([...missing]).toEqual([]);
  });

  it('speaks in the words that its page explains', () => {
    const strange = ROWS.flatMap((row) =>
      row.expected
        .filter((event) => !WORDS.some((word) => word.test(event)))
        .map((event) => `${row.id}: ${event}`),
    );
    expect(strange).toEqual([]);
  });

  it.each(ROWS)('$id adds up: what is charged in the end is what its ledger moved', (row) => {
    expect(decimal(paidAtCheckout(row) + moved(row.expected))).toBe(row.charged);
  });

  it('has tax and shipping in a third of its rows', () => {
    const taxed = ROWS.filter((row) => row.price === 'taxed').length;
    expect(Math.abs(taxed / ROWS.length - 1 / 3)).toBeLessThan(0.05);
  });
});
