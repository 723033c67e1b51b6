import { LineId, OrderId, ShopId } from '../../app/domain/ids';
import { type Intent, newIntent } from '../../app/domain/intent';
import { isForgotten, refundKey, withNextKey } from '../../app/domain/refund-key';

const AT = new Date('2026-03-02T15:00:00Z');
const later = (hours: number): Date => new Date(AT.getTime() + hours * 3_600_000);
const effect = {
  kind: 'refund' as const,
  target: LineId.parse('gid://shopify/LineItem/7'),
  quantity: 1,
  current: 2,
};

function aRefund(change: Partial<typeof effect & { askedAt: Date }> = {}): Intent {
  return newIntent({
    shop: ShopId.parse('maple.myshopify.com'),
    orderId: OrderId.parse('gid://shopify/Order/9'),
    generation: 1,
    effect: { ...effect, ...change },
    plannedAt: AT,
  });
}

describe("a refund's key", () => {
  it('is the same for each try, and another one once Shopify keeps a failure under it', () => {
    const first = aRefund({ askedAt: AT });
    const second = withNextKey(first);
    const third = second && withNextKey(second);
    expect(refundKey(first)).toBe('refund-7-1-of-9');
    expect(second && refundKey(second)).toBe('refund-7-1-of-9-key-2');
    expect(third && refundKey(third)).toBe('refund-7-1-of-9-key-3');
    expect(third && withNextKey(third)).toBeNull();
  });

  it('is counted on for less than the 24 hours that Shopify keeps it', () => {
    const asked = aRefund({ askedAt: later(30) });
    expect(isForgotten(asked, later(30 + 22))).toBe(false);
    expect(isForgotten(asked, later(30 + 23))).toBe(true);
  });

  it('is not forgotten before it was used, however long ago the refund was planned', () => {
    expect(isForgotten(aRefund(), later(100))).toBe(false);
    expect(isForgotten({ ...aRefund(), status: 'unclear' }, later(100))).toBe(true);
  });

  it('counts anew from the first call with another key', () => {
    const anew = withNextKey(aRefund({ askedAt: AT }));
    expect(anew && isForgotten(anew, later(22))).toBe(false);
    expect(anew?.effect).not.toHaveProperty('askedAt', AT);
  });
});
