import type { TimelineEntry } from '../../app/domain/case';
import { LineId, OrderId, ShopId, TransactionId } from '../../app/domain/ids';
import { newIntent } from '../../app/domain/intent';
import { money } from '../../app/domain/money';
import type { Authorization } from '../../app/domain/authorization';
import type { MoneyPicture } from '../../app/domain/money-picture';
import { moneyFigures, moneyForMerchant } from '../../app/use-cases/panel-money';
import { entryInWords } from '../../app/use-cases/panel-timeline';

const usd = (amount: string) => money(amount, 'USD');
const NOW = new Date('2026-03-02T15:00:00Z');
const ZONE = 'America/New_York';
const AUTHORIZED: Authorization = {
  id: TransactionId.parse('gid://shopify/OrderTransaction/7'),
  gateway: 'shopify_payments',
  authorized: usd('40.00'),
  captured: usd('0.00'),
  capturing: usd('0.00'),
  voided: false,
  closed: false,
  authorizedAt: NOW,
  expiresAt: new Date('2026-03-09T15:00:00Z'),
  endIsGuessed: false,
  feeFrom: null,
  goodUntil: new Date('2026-03-09T15:00:00Z'),
  isCapturable: true,
  multiCapturable: false,
};
const aPicture = (changes: Partial<MoneyPicture>): MoneyPicture => ({
  total: usd('40.00'),
  authorizations: [],
  received: usd('0.00'),
  ours: usd('0.00'),
  charged: usd('0.00'),
  chargedAtCheckout: false,
  pending: usd('0.00'),
  giftCard: usd('0.00'),
  refunded: usd('0.00'),
  refunding: usd('0.00'),
  rounding: usd('0.00'),
  disputed: false,
  ...changes,
});
const OVER = new Date('2026-03-01T15:00:00Z');
const lapsed = { ...AUTHORIZED, expiresAt: OVER, goodUntil: OVER, isCapturable: false };

describe('the money of an order, for the merchant', () => {
  it.each<[string, Partial<MoneyPicture>, string]>([
    [
      'authorized',
      { authorizations: [AUTHORIZED] },
      'Nothing has been charged. $40.00 is authorized until Mon 9 Mar, 11:00 and not taken.',
    ],
    [
      'lapsed',
      { authorizations: [lapsed] },
      'Nothing has been charged. $40.00 is covered by no authorization any more: it has lapsed.',
    ],
    [
      'edited upwards',
      { total: usd('55.00'), authorizations: [AUTHORIZED] },
      'Nothing has been charged. $40.00 is authorized until Mon 9 Mar, 11:00 and not taken. $15.00 is covered by no authorization.',
    ],
    [
      'late: Shopify still shows what Holdfast counts on no more',
      { authorizations: [{ ...AUTHORIZED, expiresAt: OVER, goodUntil: OVER }] },
      'Nothing has been charged. $40.00 is authorized and not taken. Shopify still shows it, though Holdfast counted on it only until Sun 1 Mar, 10:00.',
    ],
    [
      'through a gateway whose days nobody knows',
      { authorizations: [{ ...AUTHORIZED, gateway: 'authorize_net', endIsGuessed: true }] },
      'Nothing has been charged. $40.00 is authorized and not taken. How many days authorize_net keeps it is not known.',
    ],
    [
      'charged at checkout',
      { charged: usd('40.00'), chargedAtCheckout: true },
      '$40.00 was charged at checkout.',
    ],
    [
      'captured, and a part given back',
      {
        authorizations: [{ ...AUTHORIZED, captured: usd('40.00') }],
        received: usd('40.00'),
        charged: usd('30.00'),
        refunded: usd('10.00'),
        total: usd('30.00'),
      },
      '$30.00 has been charged. $10.00 has been given back.',
    ],
    [
      'paid in part by gift card',
      {
        received: usd('15.00'),
        giftCard: usd('15.00'),
        authorizations: [{ ...AUTHORIZED, authorized: usd('25.00') }],
      },
      '$15.00 was paid by gift card. $25.00 is authorized until Mon 9 Mar, 11:00 and not taken.',
    ],
    ['pending', { pending: usd('40.00') }, 'A payment of $40.00 is still being processed.'],
    [
      'disputed',
      { charged: usd('40.00'), chargedAtCheckout: true, disputed: true },
      '$40.00 was charged at checkout. The payment is disputed: nothing moves until the bank has decided.',
    ],
  ])('%s', (_name, changes, words) => {
    expect(moneyForMerchant(aPicture(changes), NOW, ZONE)).toBe(words);
  });

  it('as figures: those that are nothing are left out', () => {
    const figures = moneyFigures(aPicture({ authorizations: [AUTHORIZED] }), NOW);
    expect(figures).toEqual([
      { label: 'Order total', amount: usd('40.00'), until: null },
      { label: 'Authorized', amount: usd('40.00'), until: '2026-03-09T15:00:00.000Z' },
    ]);
  });
});

describe('what happened, in words', () => {
  const LAMP = LineId.parse('gid://shopify/LineItem/1');
  const capture = newIntent({
    shop: ShopId.parse('north.myshopify.com'),
    orderId: OrderId.parse('gid://shopify/Order/1'),
    generation: 1,
    effect: { kind: 'capture', target: AUTHORIZED.id, amount: usd('40.00'), final: true },
    plannedAt: NOW,
  });
  const known = { titles: new Map([[LAMP as string, 'Lamp']]), intents: [capture], timezone: ZONE };
  const said = (entry: Partial<TimelineEntry>) =>
    entryInWords({ at: NOW, kind: 'kept', by: 'merchant', detail: {}, ...entry }, known);

  it.each<[Partial<TimelineEntry>, string]>([
    [{ kind: 'attention-resolved', by: 'merchant' }, 'Said that it is taken care of'],
    [{ kind: 'attention-resolved', by: 'holdfast' }, 'No longer asks for it'],
    [
      { kind: 'units-moved', detail: { line: LAMP, from: null, to: { short: 2, clear: 1 } } },
      'Lamp: 1 in stock, 2 short',
    ],
    [
      { kind: 'date-changed', detail: { line: LAMP, to: '2026-03-21T03:59:59.999Z' } },
      'Lamp: promised for Fri 20 Mar',
    ],
    [
      { kind: 'date-changed', detail: { line: LAMP, to: null } },
      'Lamp: no date can be given any more',
    ],
    [{ kind: 'effect-done', detail: { intent: 'capture-7-1' } }, 'Done: Capture $40.00'],
    [{ kind: 'message-sent', detail: { step: 'ready' } }, 'Sent: The goods are here'],
    [{ kind: 'kept', detail: { line: 'gone' } }, 'Chose to wait for an item'],
  ])('%j', (entry, words) => {
    expect(said(entry).what).toBe(words);
  });

  it('names who of the staff did it, and their note', () => {
    const entry = said({ kind: 'step-skipped', detail: { person: 'staff 7', told: 'by phone' } });
    expect(entry).toMatchObject({ by: 'Your staff (user 7)', note: 'by phone' });
    expect(said({ detail: { person: 'staff' } }).by).toBe('Your staff');
    expect(said({ by: 'holdfast' }).by).toBe('Holdfast');
  });
});
