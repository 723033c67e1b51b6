import { paidBeyondPrice } from '../../../app/adapters/shopify/beyond-price';
import { TransactionId } from '../../../app/domain/ids';
import type { Transaction } from '../../../app/domain/order';

const id = (n: number) => TransactionId.parse(`gid://shopify/OrderTransaction/${n}`);
const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

function transaction(n: number, change: Partial<Transaction> & { amount: Transaction['amount'] }) {
  return {
    id: id(n),
    kind: 'sale' as const,
    status: 'success' as const,
    gateway: 'shopify_payments',
    parentId: null,
    processedAt: new Date(`2026-03-0${n}T10:00:00Z`),
    authorizationExpiresAt: null,
    feeFrom: null,
    multiCapturable: false,
    errorCode: null,
    ...change,
  };
}

const beyond = (price: string, ...transactions: Transaction[]) =>
  paidBeyondPrice({ currentTotal: euros(price), transactions });

describe('what was paid beyond the price', () => {
  it('goes back to the newest payment first, and no more to it than it brought', () => {
    expect(
      beyond(
        '50.00',
        transaction(1, { amount: euros('60.00') }),
        transaction(2, { amount: euros('15.00') }),
      ),
    ).toEqual([
      { parentId: id(2), amount: euros('15.00') },
      { parentId: id(1), amount: euros('10.00') },
    ]);
  });

  it('is nothing while the price is not reached', () => {
    expect(beyond('60.00', transaction(1, { amount: euros('40.00') }))).toEqual([]);
  });

  it.each(['success', 'pending'] as const)('counts a refund that is %s as given back', (status) => {
    const paid = transaction(1, { amount: euros('60.00') });
    const back = { kind: 'refund', parentId: id(1), amount: euros('15.00'), status } as const;
    expect(beyond('40.00', paid, transaction(2, back))).toEqual([
      { parentId: id(1), amount: euros('5.00') },
    ]);
  });

  it('counts neither what is only authorized, nor what failed', () => {
    expect(
      beyond(
        '0.00',
        transaction(1, { kind: 'authorization', amount: euros('60.00') }),
        transaction(2, { kind: 'capture', status: 'failure', amount: euros('60.00') }),
        transaction(3, { kind: 'capture', status: 'pending', amount: euros('60.00') }),
      ),
    ).toEqual([]);
  });
});
