import type { Authorization } from '../../app/domain/authorization';
import type { TransactionId } from '../../app/domain/ids';
import { money, type Money } from '../../app/domain/money';
import type { MoneyPicture } from '../../app/domain/money-picture';
import type { MessageInput, MessageLine } from '../../app/emails/message-input';

export const NOW = new Date('2026-03-06T15:00:00Z');
export const usd = (amount: string): Money => money(amount, 'USD');

export function anAuthorization(change: Partial<Authorization> = {}): Authorization {
  const { currencyCode } = change.authorized ?? usd('40');
  const expiresAt = change.expiresAt ?? new Date('2026-03-13T00:00:00Z');
  return {
    id: 'gid://shopify/OrderTransaction/1' as TransactionId,
    gateway: 'shopify_payments',
    authorized: usd('40'),
    captured: money('0', currencyCode),
    capturing: money('0', currencyCode),
    voided: false,
    closed: false,
    authorizedAt: new Date('2026-03-06T00:00:00Z'),
    expiresAt,
    endIsGuessed: false,
    feeFrom: null,
    goodUntil: expiresAt,
    isCapturable: false,
    multiCapturable: true,
    ...change,
  };
}

/** An order of 40 dollars for which nothing has happened yet. */
export function aPicture(change: Partial<MoneyPicture> = {}): MoneyPicture {
  const { currencyCode } = change.total ?? usd('40');
  const none = money('0', currencyCode);
  return {
    total: usd('40'),
    authorizations: [],
    received: none,
    ours: none,
    charged: none,
    chargedAtCheckout: false,
    pending: none,
    giftCard: none,
    refunded: none,
    refunding: none,
    rounding: none,
    disputed: false,
    ...change,
  };
}

export function aLine(change: Partial<MessageLine> = {}): MessageLine {
  return {
    title: 'Copper kettle',
    quantity: 2,
    state: 'short',
    date: null,
    previousDate: null,
    ...change,
  };
}

export function anInput(change: Partial<MessageInput> = {}): MessageInput {
  return {
    step: 'first-notice',
    shop: { name: 'Maple & Tin' },
    orderName: '#1001',
    firstName: 'Anna',
    locale: 'en-US',
    timezone: 'America/New_York',
    lines: [aLine()],
    money: aPicture({ authorizations: [anAuthorization()] }),
    undoMinutes: 15,
    trackingNumbers: [],
    silence: 'keeps',
    now: NOW,
    ...change,
  };
}
