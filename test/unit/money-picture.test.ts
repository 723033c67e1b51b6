import { TransactionId } from '../../app/domain/ids';
import { money } from '../../app/domain/money';
import {
  isNotCharged,
  lapsedAuthorizations,
  lateAuthorizations,
  openAuthorizations,
  readMoney,
} from '../../app/domain/money-picture';
import type { OrderSnapshot, Transaction } from '../../app/domain/order';
import { NOTHING_DONE } from '../../app/domain/own-money';

const AT = new Date('2026-03-02T15:00:00Z');
const DAY = 24 * 3600 * 1000;
const id = (n: number) => TransactionId.parse(`gid://shopify/OrderTransaction/${n}`);

function transaction(n: number, change: Partial<Transaction>): Transaction {
  return {
    id: id(n),
    kind: 'authorization',
    status: 'success',
    amount: money('40', 'USD'),
    gateway: 'shopify_payments',
    parentId: null,
    processedAt: AT,
    authorizationExpiresAt: null,
    feeFrom: null,
    multiCapturable: false,
    errorCode: null,
    ...change,
  };
}

type Read =
  | 'processedAt'
  | 'lines'
  | 'currentTotal'
  | 'transactions'
  | 'disputed'
  | 'financialStatus'
  | 'capturable'
  | 'totalCapturable';

/** Only what the money picture reads. */
function orderWith(...transactions: Transaction[]): OrderSnapshot {
  const part: Pick<OrderSnapshot, Read> = {
    processedAt: AT,
    lines: [],
    currentTotal: money('40', 'USD'),
    transactions,
    disputed: false,
    financialStatus: 'authorized',
    capturable: true,
    totalCapturable: money('0', 'USD'),
  };
  return part as OrderSnapshot;
}

const picture = (...transactions: Transaction[]) => readMoney(orderWith(...transactions));

describe('the money picture', () => {
  it('an authorization alone is not a charge, and lapses after the gateway’s days', () => {
    const seen = picture(transaction(1, {}));
    expect(isNotCharged(seen)).toBe(true);
    expect(openAuthorizations(seen, new Date(AT.getTime() + 7 * DAY - 1))).toHaveLength(1);
    expect(openAuthorizations(seen, new Date(AT.getTime() + 7 * DAY))).toHaveLength(0);
    expect(lapsedAuthorizations(seen, new Date(AT.getTime() + 7 * DAY))).toHaveLength(1);
  });

  it('PayPal keeps an authorization for 29 days, Klarna for 28, and Shopify’s own word goes before the table', () => {
    const until = new Date('2026-03-20T00:00:00Z');
    const days = (change: Partial<Transaction>) =>
      ((picture(transaction(1, change)).authorizations[0]?.expiresAt.getTime() ?? 0) -
        AT.getTime()) /
      DAY;
    expect(days({ gateway: 'paypal' })).toBe(29);
    expect(days({ gateway: 'klarna' })).toBe(28);
    expect(days({ gateway: 'some_gateway' })).toBe(7);
    expect(
      picture(transaction(1, { authorizationExpiresAt: until })).authorizations[0]?.expiresAt,
    ).toEqual(until);
  });

  it('a capture is a charge and closes its authorization, unless several captures are allowed', () => {
    const captured = transaction(2, {
      kind: 'capture',
      parentId: id(1),
      amount: money('15', 'USD'),
    });
    const once = picture(transaction(1, {}), captured);
    expect(once.charged).toEqual(money('15', 'USD'));
    expect(openAuthorizations(once, AT)).toHaveLength(0);
    expect(
      openAuthorizations(picture(transaction(1, { multiCapturable: true }), captured), AT),
    ).toHaveLength(1);
  });

  it('a capture that somebody made the last closes its authorization: Shopify sees nothing more to take', () => {
    const capture = { kind: 'capture', parentId: id(1), amount: money('15', 'USD') } as const;
    const several = transaction(1, { multiCapturable: true });
    const closed = (status: Transaction['status']) =>
      readMoney({
        ...orderWith(several, transaction(2, { ...capture, status })),
        capturable: false,
      });
    expect(openAuthorizations(closed('success'), AT)).toHaveLength(0);
    expect(closed('success').authorizations[0]?.closed).toBe(true);
    // While it is pending Shopify may say the same, and more can be taken afterwards.
    expect(closed('pending').authorizations[0]?.closed).toBe(false);
  });

  it('of two authorizations, what we took the last of is closed, and the other stays open', () => {
    const several = { multiCapturable: true } as const;
    const order = orderWith(
      transaction(1, several),
      transaction(2, several),
      transaction(3, { kind: 'capture', parentId: id(1), amount: money('15', 'USD') }),
    );
    const own = { ...NOTHING_DONE, spent: new Set([id(1)]) };
    expect(openAuthorizations(readMoney(order, {}, own), AT).map((a) => a.id)).toEqual([id(2)]);
  });

  it('a capture that the provider still works on is pending: neither charged nor to be captured again', () => {
    const seen = picture(
      transaction(1, {}),
      transaction(2, { kind: 'capture', parentId: id(1), status: 'pending' }),
    );
    expect(seen.charged).toEqual(money('0', 'USD'));
    expect(seen.pending).toEqual(money('40', 'USD'));
    expect(isNotCharged(seen)).toBe(false);
    expect(openAuthorizations(seen, AT)).toHaveLength(0);
  });

  it('a failed capture changes nothing, a void closes the authorization', () => {
    const failed = transaction(2, { kind: 'capture', parentId: id(1), status: 'failure' });
    expect(openAuthorizations(picture(transaction(1, {}), failed), AT)).toHaveLength(1);
    expect(
      openAuthorizations(
        picture(transaction(1, {}), transaction(2, { kind: 'void', parentId: id(1) })),
        AT,
      ),
    ).toHaveLength(0);
  });

  it('a sale is charged at checkout, and what was given back is no longer charged', () => {
    const sale = transaction(1, { kind: 'sale' });
    expect(picture(sale)).toMatchObject({ chargedAtCheckout: true, charged: money('40', 'USD') });
    const refunded = picture(sale, transaction(2, { kind: 'refund', parentId: id(1) }));
    expect(isNotCharged(refunded)).toBe(true);
    expect(refunded.refunded).toEqual(money('40', 'USD'));
  });

  it('what was paid by a link days later is charged, and not since the order', () => {
    const later = new Date(AT.getTime() + 5 * DAY);
    const paid = picture(
      transaction(1, {}),
      transaction(2, { kind: 'void', parentId: id(1), processedAt: later }),
      transaction(3, { kind: 'sale', processedAt: later }),
    );
    expect(paid).toMatchObject({ chargedAtCheckout: false, charged: money('40', 'USD') });
  });

  it('a gift card’s part is gone whatever the capture method, and its refund gives back that part alone', () => {
    const card = transaction(1, { kind: 'sale', gateway: 'gift_card', amount: money('10', 'USD') });
    const sale = transaction(2, { kind: 'sale', amount: money('30', 'USD') });
    expect(isNotCharged(picture(card, transaction(3, { amount: money('30', 'USD') })))).toBe(false);
    const back = transaction(4, {
      kind: 'refund',
      gateway: 'gift_card',
      amount: money('10', 'USD'),
      parentId: id(1),
    });
    expect(picture(card, sale, back)).toMatchObject({
      charged: money('30', 'USD'),
      giftCard: money('0', 'USD'),
    });
  });

  it('amounts stay exact, also without and with three decimals', () => {
    const yen = transaction(1, { kind: 'sale', amount: money('4001', 'JPY') });
    expect(
      readMoney({ ...orderWith(yen), currentTotal: money('4001', 'JPY') }).charged.amount,
    ).toBe('4001');
    const tenth = (n: number) => transaction(n, { kind: 'sale', amount: money('0.1', 'USD') });
    expect(picture(tenth(1), tenth(2), tenth(3)).charged.amount).toBe('0.30');
  });
});

describe('what Shopify shows as capturable', () => {
  const at = (days: number) => new Date(AT.getTime() + days * DAY);
  const shown = (amount: string, ...transactions: Transaction[]) =>
    readMoney({ ...orderWith(...transactions), totalCapturable: money(amount, 'USD') });
  const ids = (list: readonly { readonly id: TransactionId }[]) => list.map((a) => a.id);

  it('is late once its time is over, and has run out only when Shopify shows it no more', () => {
    const late = shown('40', transaction(1, {}));
    expect(ids(lateAuthorizations(late, at(8)))).toEqual([id(1)]);
    expect(lapsedAuthorizations(late, at(8))).toEqual([]);
    expect(lateAuthorizations(late, at(6))).toEqual([]);
    const gone = shown('0', transaction(1, {}));
    expect(lateAuthorizations(gone, at(8))).toEqual([]);
    expect(ids(lapsedAuthorizations(gone, at(8)))).toEqual([id(1)]);
  });

  it('belongs to the authorization that lasts longest first: a sum for one is none for the other', () => {
    const two = [transaction(1, {}), transaction(2, { gateway: 'paypal' })];
    expect(lateAuthorizations(shown('40', ...two), at(8))).toEqual([]);
    expect(ids(lateAuthorizations(shown('80', ...two), at(8)))).toEqual([id(1)]);
    const smaller = transaction(3, { amount: money('15', 'USD') });
    expect(lateAuthorizations(shown('15', two[1] ?? smaller, smaller), at(8))).toEqual([]);
  });

  it('an order that Shopify shows as expired has nothing to count on, whatever the calendar says', () => {
    const order = orderWith(transaction(1, {}));
    const expired = readMoney({ ...order, financialStatus: 'expired', capturable: false });
    expect(openAuthorizations(expired, at(1))).toEqual([]);
    expect(ids(lapsedAuthorizations(expired, at(1)))).toEqual([id(1)]);
  });

  it('a capture that was refused as expired ends it, and its end is no guess any more', () => {
    const refused = transaction(2, {
      kind: 'capture',
      status: 'failure',
      parentId: id(1),
      processedAt: at(3),
      errorCode: 'AUTHORIZATION_EXPIRED',
    });
    const seen = shown('40', transaction(1, { gateway: 'some_gateway' }), refused);
    expect(seen.authorizations[0]).toMatchObject({ goodUntil: at(3), endIsGuessed: false });
    expect(ids(lateAuthorizations(seen, at(4)))).toEqual([id(1)]);
  });

  it('the end of a gateway that nobody knows is a guess, until the merchant tells its days', () => {
    const order = orderWith(transaction(1, { gateway: 'some_gateway' }));
    expect(readMoney(order).authorizations[0]?.endIsGuessed).toBe(true);
    const told = readMoney(order, { days: { some_gateway: 14 } }).authorizations[0];
    expect(told).toMatchObject({ endIsGuessed: false, goodUntil: at(14) });
  });

  it('is counted on to where a fee begins, unless the shop accepts it', () => {
    const order = orderWith(transaction(1, { feeFrom: at(7), authorizationExpiresAt: at(30) }));
    expect(readMoney(order).authorizations[0]?.goodUntil).toEqual(at(7));
    const accepted = readMoney(order, { acceptsFee: true });
    expect(accepted.authorizations[0]?.goodUntil).toEqual(at(30));
  });
});
