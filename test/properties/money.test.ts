import fc from 'fast-check';
import { compare, isZero, minus, money, plus, sum, zero } from '../../app/domain/money';

const cents = fc.bigInt({ min: -100_000_000_000_000n, max: 100_000_000_000_000n });
const written = (n: bigint): string => {
  const digits = (n < 0n ? -n : n).toString().padStart(3, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const usd = (n: bigint) => money(written(n), 'USD');

describe('money', () => {
  it('is summed to the cent, however much and however many', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (amounts) => {
        const total = amounts.reduce((a, b) => a + b, 0n);
        expect(compare(sum(amounts.map(usd), 'USD'), usd(total))).toBe(0);
      }),
      { seed: 7 },
    );
  });

  it('comes back when what was added is taken away', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(minus(plus(usd(a), usd(b)), usd(b))).toEqual(usd(a));
        expect(isZero(minus(usd(a), usd(a)))).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('of two currencies is never put together', () => {
    expect(() => plus(zero('USD'), zero('EUR'))).toThrow('USD and EUR');
  });
});
