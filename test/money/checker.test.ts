import { check, INVARIANTS } from './checker/check';

/* A checker that can't fail is no check: each invariant gets a history, made by hand, that it must flag. */

const HOUR = 3600_000;
const START = Date.parse('2026-06-01T14:00:00Z');
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

type Facts = readonly object[];

const told = (hours: number, step: string, claimsNotCharged = false) => ({
  kind: 'said',
  at: at(hours),
  step,
  claimsNotCharged,
  money: { pending: usd('0.00') },
});
const did = <T extends object>(kind: string, hours: number, by: string, more: T) => ({
  kind,
  at: at(hours),
  by,
  ...more,
});
const shelf = (hours: number, toShare: number) => ({
  kind: 'stock-changed',
  at: at(hours),
  item: 'KETTLE',
  toShare,
});
const captured = (hours: number, amount: string, by = 'holdfast') =>
  did('captured', hours, by, { authorization: 'A', amount: usd(amount), final: true });
const voided = (hours: number, by = 'holdfast') => did('voided', hours, by, { authorization: 'A' });
const refunded = (hours: number, amount: string) =>
  did('refunded', hours, 'holdfast', { amount: usd(amount) });
const paid = (hours: number, amount: string) =>
  did('paid', hours, 'customer', { amount: usd(amount) });
const cancelled = (hours: number, by = 'holdfast') => did('order-cancelled', hours, by, {});
const held = (hours: number) => did('held', hours, 'holdfast', { target: 'FO' });
const released = (hours: number, by = 'holdfast') => did('released', hours, by, { target: 'FO' });
const wantsToCancel = (hours: number) => ({
  kind: 'chose',
  at: at(hours),
  lines: ['L'],
  choice: 'cancel',
  undoUntil: at(hours + 0.25),
});
const disputed = (hours: number) => ({ kind: 'disputed', at: at(hours) });
const lapsed = (hours: number) => ({ kind: 'lapsed', at: at(hours), authorization: 'A' });
const authorized = (amount: string) => ({
  kind: 'authorized',
  at: at(0),
  authorization: 'A',
  amount: usd(amount),
  expiresAt: at(168),
  multiCapturable: false,
});
const books = (kept: string, left: string) => ({
  kind: 'books',
  at: at(500),
  kept: usd(kept),
  open: [{ authorization: 'A', left: usd(left) }],
});

/** An order of one kettle at 15.00, authorized for 168 hours, short and held within a minute. */
const WAITING: Facts = [
  { kind: 'shop', at: at(-1), takesAtFulfillment: 'nothing' },
  {
    kind: 'order-placed',
    at: at(0),
    total: usd('15.00'),
    lines: [{ line: 'L', item: 'KETTLE', units: 1, gross: usd('15.00') }],
  },
  authorized('15.00'),
  { kind: 'shortage-found', at: at(0.01) },
  held(0.02),
];

const GOOD: Readonly<Record<string, Facts>> = {
  'the goods come in time': [
    ...WAITING,
    told(0.1, 'first-notice', true),
    shelf(96, 1),
    captured(96, '15.00'),
    released(96),
    told(96, 'ready'),
    books('15.00', '0.00'),
  ],
  'the customer cancels': [
    ...WAITING,
    wantsToCancel(24),
    voided(24.3),
    cancelled(24.3),
    books('0.00', '0.00'),
  ],
  'released in time and paid by link': [
    ...WAITING,
    voided(120),
    told(120, 'money-notice', true),
    shelf(192, 1),
    told(192, 'payment-request', true),
    paid(216, '15.00'),
    released(216),
    books('15.00', '0.00'),
  ],
};

/** In the order of the invariants: what breaks each of them. */
const BAD: readonly (readonly [says: string, history: Facts])[] = [
  [
    'of an authorization no more is captured than was authorized',
    [...WAITING, shelf(96, 1), captured(96, '15.01')],
  ],
  [
    'nothing is captured or voided after a final capture, a void or the end',
    [...WAITING, shelf(96, 1), voided(95), captured(96, '15.00')],
  ],
  [
    'nothing is captured or voided after a final capture, a void or the end',
    [...WAITING, shelf(169, 1), captured(169, '15.00')],
  ],
  ['each authorization is captured, voided or lapsed in the end', WAITING],
  ['no authorization lapses in silence while the order waits', [...WAITING, lapsed(168)]],
  [
    'Shopify’s books and what was seen to happen tell the same',
    [...WAITING, voided(120), books('15.00', '0.00')],
  ],
  [
    'Holdfast captures no more than the order costs',
    [
      ...WAITING,
      did('line-changed', 24, 'merchant', { line: 'L', units: 1, total: usd('10.00') }),
      shelf(96, 1),
      captured(96, '15.00'),
    ],
  ],
  [
    'the customer is not charged twice',
    [...WAITING, shelf(96, 1), captured(96, '15.00'), paid(97, '15.00')],
  ],
  [
    'nobody is asked to pay while Shopify shows money as capturable',
    [...WAITING, shelf(192, 1), told(192, 'payment-request', true)],
  ],
  ['the customer is not charged twice', [...WAITING, shelf(96, 1), told(96, 'payment-request')]],
  ['Holdfast releases nothing that is not settled', [...WAITING, shelf(96, 1), released(96)]],
  [
    'Holdfast releases nothing that is not settled',
    // Two kettles of which one is there: what Shopify takes with the whole order isn't taken with a part.
    [
      { kind: 'shop', at: at(0), takesAtFulfillment: 'the whole' },
      {
        kind: 'order-placed',
        at: at(0),
        total: usd('30.00'),
        lines: [{ line: 'L', item: 'KETTLE', units: 2, gross: usd('30.00') }],
      },
      authorized('30.00'),
      held(0.02),
      shelf(24, 1),
      released(24),
    ],
  ],
  [
    'once the goods are there the order goes out paid, or it is cancelled',
    [...WAITING, voided(120), shelf(192, 1), told(192, 'payment-request')],
  ],
  [
    'once the goods are there the order goes out paid, or it is cancelled',
    [...WAITING, shelf(96, 1), captured(96, '15.00')],
  ],
  [
    'Holdfast captures nothing for a unit that is neither there nor agreed on',
    [...WAITING, captured(24, '15.00')],
  ],
  [
    'from its first shortage on the order is held until the goods are there',
    [...WAITING.slice(0, -1), told(1, 'first-notice')],
  ],
  [
    'after a cancellation by Holdfast nothing stays charged or authorized',
    [...WAITING, wantsToCancel(24), cancelled(24.3)],
  ],
  [
    'what the customer cancelled before it shipped leaves the order, and its money goes back',
    [...WAITING, wantsToCancel(24), voided(120)],
  ],
  [
    'Holdfast cancels an order only when the customer wants it or didn’t pay in time',
    [...WAITING, voided(24), cancelled(24)],
  ],
  [
    'Holdfast gives money back only for a cancellation',
    [...WAITING, captured(24, '15.00', 'merchant'), refunded(25, '15.00')],
  ],
  [
    'a hold that another took off is not put on again',
    [...WAITING, released(24, 'merchant'), held(25)],
  ],
  [
    'nothing more is done to an order that another cancelled',
    [...WAITING, cancelled(24, 'merchant'), released(25)],
  ],
  [
    'what another captured or voided is captured or voided no more',
    [...WAITING, voided(24, 'merchant'), shelf(96, 1), captured(96, '15.00')],
  ],
  [
    'while a payment is disputed everything stands still',
    [...WAITING, disputed(24), wantsToCancel(25), voided(26)],
  ],
  [
    '“not charged” is said only when nothing is charged, pending or paid by gift card',
    [...WAITING, captured(24, '15.00', 'merchant'), told(25, 'follow-up', true)],
  ],
];

const flaggedBy = (history: Facts): string[] =>
  [...check(history)].flatMap(([says, { findings }]) => (findings.length > 0 ? [says] : []));

describe('the checker of money', () => {
  it.each(Object.entries(GOOD))('has nothing to say when %s', (_name, history) => {
    expect(flaggedBy(history)).toEqual([]);
  });

  it.each(BAD)('can tell that this is broken: %s', (says, history) => {
    expect(flaggedBy(history)).toContain(says);
  });

  it('has a broken history for each of its invariants', () => {
    expect(new Set(BAD.map(([says]) => says))).toEqual(new Set(INVARIANTS.map((i) => i.says)));
  });

  it('does not take a fact that it can’t read for one that it doesn’t need', () => {
    expect(() => check([{ kind: 'captured', at: at(0) }])).toThrow();
  });
});
