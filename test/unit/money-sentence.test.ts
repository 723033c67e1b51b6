import fc from 'fast-check';
import type { TransactionId } from '../../app/domain/ids';
import { money } from '../../app/domain/money';
import { isNotCharged, type MoneyPicture } from '../../app/domain/money-picture';
import { moneyFacts, moneySentence, SAYS_NOT_CHARGED } from '../../app/emails/money-sentence';
import { anAuthorization, aPicture, NOW, usd } from './emails-fixtures';

const say = (picture: MoneyPicture, locale = 'en-US'): string =>
  moneySentence(picture, locale, NOW);

describe('the sentence about the money', () => {
  const told: [what: string, MoneyPicture, sentence: string][] = [
    [
      'authorized only',
      aPicture({ authorizations: [anAuthorization()] }),
      'You have not been charged. Your card is only authorized for $40.00: that amount is set aside, and not taken. Whatever you cancel will never be charged.',
    ],
    [
      'authorized through PayPal',
      aPicture({ authorizations: [anAuthorization({ gateway: 'paypal' })] }),
      'You have not been charged. Your PayPal payment is only authorized for $40.00: that amount is set aside, and not taken. Whatever you cancel will never be charged.',
    ],
    [
      'nothing to pay',
      aPicture({ total: usd('0') }),
      'There is nothing to pay for this order, and you have not been charged.',
    ],
    ['not paid yet', aPicture(), 'You have not been charged.'],
    [
      'charged at checkout',
      aPicture({ charged: usd('40'), chargedAtCheckout: true }),
      'You paid $40.00 when you ordered. Whatever you cancel, we send its money back in full.',
    ],
    [
      'captured in part, the rest still authorized',
      aPicture({ charged: usd('15'), authorizations: [anAuthorization({ captured: usd('15') })] }),
      'So far, $15.00 has been charged. The other $25.00 is only authorized: it is set aside, and not taken. Whatever you cancel, we send its money back in full.',
    ],
    [
      'captured in part, once and for all',
      aPicture({
        charged: usd('15'),
        authorizations: [anAuthorization({ captured: usd('15'), multiCapturable: false })],
      }),
      '$15.00 has been charged. Whatever you cancel, we send its money back in full.',
    ],
    [
      'still being processed',
      aPicture({ pending: usd('40') }),
      'Your payment of $40.00 is still being processed. Whatever you cancel, we send its money back in full.',
    ],
    [
      'a gift card and an authorization',
      aPicture({
        giftCard: usd('10'),
        authorizations: [anAuthorization({ authorized: usd('30') })],
      }),
      '$10.00 was taken from your gift card when you ordered. The other $30.00 is only authorized: it is set aside, and not taken. Whatever you cancel, we send its money back in full.',
    ],
    [
      'all sent back',
      aPicture({ refunded: usd('40'), chargedAtCheckout: true }),
      'The $40.00 that you paid has been sent back to you, so on balance you have not been charged.',
    ],
    [
      'some sent back',
      aPicture({ charged: usd('25'), refunded: usd('15'), chargedAtCheckout: true }),
      'Of what you paid, $15.00 has been sent back to you, and $25.00 stays charged. Whatever you cancel, we send its money back in full.',
    ],
    [
      'released',
      aPicture({ authorizations: [anAuthorization({ voided: true })] }),
      'You have not been charged. The $40.00 that was set aside has been released.',
    ],
    [
      'lapsed',
      aPicture({
        authorizations: [anAuthorization({ expiresAt: new Date('2026-03-06T14:00:00Z') })],
      }),
      'You have not been charged. The $40.00 is no longer set aside: its authorization has run out.',
    ],
    [
      'disputed',
      aPicture({ charged: usd('40'), chargedAtCheckout: true, disputed: true }),
      'You paid $40.00 when you ordered. A question about this payment is open with the bank, and nothing moves until the bank has decided.',
    ],
  ];
  test.each(told)('%s', (_, picture, sentence) => expect(say(picture)).toBe(sentence));

  test('says nothing of cancelling where that is no longer the question', () => {
    const picture = aPicture({ charged: usd('40'), chargedAtCheckout: true });
    expect(moneyFacts(picture, 'en', NOW)).toBe('You paid $40.00 when you ordered.');
  });

  test.each([
    ['JPY', '1500', 'en-US', '¥1,500'],
    ['KWD', '1.5', 'en-US', 'KWD\u00a01.500'],
    ['EUR', '1234.5', 'en-IE', '€1,234.50'],
    ['CAD', '40', 'en-CA', '$40.00'],
    ['CAD', '40', 'en-US', 'CA$40.00'],
    ['USD', '90071992547409.93', 'en-US', '$90,071,992,547,409.93'],
    ['USD', '40', 'not a locale', '$40.00'],
    ['EUR', '40', 'de-AT', '€40.00'],
  ])('writes %s %s for %s as %s', (currency, amount, locale, written) => {
    const total = money(amount, currency);
    expect(say(aPicture({ total, charged: total }), locale)).toContain(
      `${written} has been charged.`,
    );
  });

  test('says "not charged" if and only if nothing is charged, pending or paid by gift card', () => {
    const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');
    const picture = currency.chain((code) => {
      const amount = fc.oneof(
        { weight: 2, arbitrary: fc.constant(money(0, code)) },
        {
          weight: 1,
          arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map((n) => money(n / 1000, code)),
        },
      );
      const authorization = fc.record({
        id: fc.constant('gid://shopify/OrderTransaction/1' as TransactionId),
        gateway: fc.constantFrom('shopify_payments', 'paypal', 'klarna', 'something else'),
        authorized: amount,
        captured: amount,
        capturing: amount,
        voided: fc.boolean(),
        closed: fc.boolean(),
        authorizedAt: fc.constant(new Date('2026-02-20')),
        feeFrom: fc.constant(null),
        expiresAt: fc.constantFrom(new Date('2026-03-01'), new Date('2026-04-01')),
        endIsGuessed: fc.boolean(),
        goodUntil: fc.constantFrom(new Date('2026-03-01'), new Date('2026-04-01')),
        isCapturable: fc.boolean(),
        multiCapturable: fc.boolean(),
      });
      return fc.record({
        total: amount,
        authorizations: fc.array(authorization, { maxLength: 3 }),
        received: amount,
        ours: amount,
        charged: amount,
        chargedAtCheckout: fc.boolean(),
        pending: amount,
        giftCard: amount,
        refunded: amount,
        refunding: fc.constant(usd('0')),
        rounding: fc.constant(usd('0')),
        disputed: fc.boolean(),
      });
    });
    fc.assert(
      fc.property(picture, fc.constantFrom('en', 'en-GB', 'fr', ''), (value, locale) => {
        for (const sentence of [
          moneySentence(value, locale, NOW),
          moneyFacts(value, locale, NOW),
        ]) {
          expect(SAYS_NOT_CHARGED.test(sentence)).toBe(isNotCharged(value));
          expect(sentence).toMatch(/\.$/);
          expect(sentence).not.toMatch(/undefined|NaN| {2}|-\D?\d/);
        }
      }),
      { numRuns: 1000, seed: 20260306 },
    );
  });
});
