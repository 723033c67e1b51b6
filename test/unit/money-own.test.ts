import { LineId, OrderId, ShopId, TransactionId } from '../../app/domain/ids';
import { type Effect, type Intent, newIntent } from '../../app/domain/intent';
import { money } from '../../app/domain/money';
import { ownMoney } from '../../app/domain/own-money';

const AT = new Date('2026-03-02T15:00:00Z');
const FIRST = TransactionId.parse('gid://shopify/OrderTransaction/1');
const SECOND = TransactionId.parse('gid://shopify/OrderTransaction/2');
const usd = (amount: string) => money(amount, 'USD');

const capture = (target: TransactionId, final: boolean): Effect => ({
  kind: 'capture',
  target,
  amount: usd('13.64'),
  final,
  authorized: usd('35.24'),
  before: usd('0.00'),
});
const refund: Effect = {
  kind: 'refund',
  target: LineId.parse('gid://shopify/LineItem/1'),
  quantity: 1,
  current: 1,
  payments: [{ parentId: SECOND, amount: usd('8.64') }],
};

const intents = (status: Intent['status'], ...effects: Effect[]): Intent[] =>
  effects.map((effect) => ({
    ...newIntent({
      shop: ShopId.parse('maple.myshopify.com'),
      orderId: OrderId.parse('gid://shopify/Order/1'),
      generation: 1,
      effect,
      plannedAt: AT,
    }),
    status,
  }));

const askedBack = [{ parentId: SECOND, amount: usd('8.64') }];

describe('what we did with the money ourselves', () => {
  it('is what was captured, what of it was the last, and what was asked back', () => {
    expect(ownMoney(intents('done', capture(FIRST, true), capture(SECOND, false), refund))).toEqual(
      { spent: new Set([FIRST]), taken: [usd('13.64'), usd('13.64')], askedBack },
    );
  });

  it.each([
    ['planned', []],
    ['attempting', askedBack],
    ['unclear', askedBack],
    ['failed', []],
    ['dropped', []],
  ] as const)(
    'is nothing taken while it is %s; of a refund it is what was tried',
    (status, back) => {
      const own = ownMoney(intents(status, capture(FIRST, true), refund));
      expect(own).toEqual({ spent: new Set(), taken: [], askedBack: back });
    },
  );
});
