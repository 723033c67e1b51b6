import type { Fact } from '../../app/domain/history';
import {
  at,
  AUTHORIZATION,
  captured,
  here,
  ORDER,
  type Pair,
  said,
  seesEach,
  stock,
  TEA,
  two,
  until,
  usd,
} from './promises-histories';

/* What the checker of P1 must see of a customer's yes, and of what is said about their money. */

const agreed = (when: string, to: 'charge-early' | 'part-first', amount: string): Fact => ({
  kind: 'agreed',
  at: at(when),
  order: ORDER,
  to,
  amount: usd(amount),
});
/** The mug and the tea, authorized together; of both the shop has nothing. */
const noneOf = (multiCapturable: boolean): Fact[] => [
  ...two,
  {
    kind: 'authorized',
    at: at('02 09:00'),
    order: ORDER,
    authorization: AUTHORIZATION,
    amount: usd('32.00'),
    expiresAt: at('08 12:00'),
    multiCapturable,
  },
];
const none = noneOf(false);
/** The mug is here, the tea is not. */
const halfOf = (multiCapturable: boolean): Fact[] => [
  stock('02 08:00', 1),
  ...noneOf(multiCapturable),
];
const half = halfOf(false);
const takes = (when: string, amount: string, final = true): Fact[] =>
  captured(when, amount).map((fact) => (fact.kind === 'captured' ? { ...fact, final } : fact));

/** The mug is here; of three cups for 3.05 one is taken off, and the others are missing. */
const fewerCups: readonly Fact[] = [
  ...halfOf(true).map((fact): Fact =>
    fact.kind === 'order-placed'
      ? {
          ...fact,
          total: usd('23.05'),
          lines: fact.lines.map((line) =>
            line.line === TEA ? { ...line, units: 3, gross: usd('3.05') } : line,
          ),
        }
      : fact,
  ),
  {
    kind: 'line-changed',
    at: at('02 12:00'),
    order: ORDER,
    line: TEA,
    units: 2,
    total: usd('22.03'),
    by: 'merchant',
  },
];

const PAIRS: readonly Pair[] = [
  {
    promise: 'P1',
    rule: 'the part that is here is charged to the cent, however the rest is rounded',
    kept: until('05 12:00', fewerCups, takes('03 11:00', '20.00', false)),
    broken: until('05 12:00', fewerCups, takes('03 11:00', '20.01', false)),
  },
  {
    promise: 'P1',
    rule: 'a yes to be charged early is a yes to that amount',
    kept: until(
      '05 12:00',
      none,
      agreed('03 10:00', 'charge-early', '32.00'),
      takes('03 11:00', '32.00'),
    ),
    broken: until(
      '05 12:00',
      none,
      agreed('03 10:00', 'charge-early', '20.00'),
      takes('03 11:00', '32.00'),
    ),
  },
  {
    promise: 'P1',
    rule: 'a yes counts from when it is given',
    kept: until(
      '05 12:00',
      none,
      agreed('03 10:00', 'charge-early', '32.00'),
      takes('03 10:01', '32.00'),
    ),
    broken: until(
      '05 12:00',
      none,
      agreed('03 10:02', 'charge-early', '32.00'),
      takes('03 10:01', '32.00'),
    ),
  },
  {
    promise: 'P1',
    rule: 'a yes to one capture for a part is a yes to that part',
    kept: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '20.00'),
      takes('03 11:00', '20.00'),
    ),
    broken: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '12.00'),
      takes('03 11:00', '20.00'),
    ),
  },
  {
    promise: 'P1',
    rule: 'a smaller part than the one agreed to lets go of more than the customer knew',
    kept: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '20.00'),
      takes('03 11:00', '20.00'),
    ),
    broken: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '20.00'),
      takes('03 11:00', '12.00'),
    ),
  },
  {
    promise: 'P1',
    rule: 'no yes to a part is a yes to more than what is here',
    kept: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '20.00'),
      takes('03 11:00', '20.00'),
    ),
    broken: until(
      '05 12:00',
      half,
      agreed('03 10:00', 'part-first', '25.00'),
      takes('03 11:00', '25.00'),
    ),
  },
  {
    promise: 'P1',
    rule: 'where one capture is all there is, calling it not the last needs the yes all the same',
    kept: until('05 12:00', halfOf(true), takes('03 11:00', '20.00', false)),
    broken: until('05 12:00', halfOf(false), takes('03 11:00', '20.00', false)),
  },
  {
    promise: 'P1',
    rule: 'two captures for one part in the same instant are two',
    kept: until(
      '05 12:00',
      halfOf(true),
      takes('03 11:00', '12.00', false),
      takes('03 11:00', '8.00', false),
    ),
    broken: until(
      '05 12:00',
      halfOf(true),
      takes('03 11:00', '20.00', false),
      takes('03 11:00', '8.00', false),
    ),
  },
  ...(['giftCard', 'pending', 'charged'] as const).map((way): Pair => ({
    promise: 'P1',
    rule: `no message of any kind says "not charged" while something is ${way}`,
    kept: until('05 12:00', here, said('03 10:00', 'ready', { claimsNotCharged: true })),
    broken: until(
      '05 12:00',
      here,
      said('03 10:00', 'ready', {
        claimsNotCharged: true,
        money: {
          charged: usd('0.00'),
          pending: usd('0.00'),
          giftCard: usd('0.00'),
          named: [],
          [way]: usd('5.00'),
        },
      }),
    ),
  })),
];

describe('the checker of P1 sees that', () => {
  seesEach(PAIRS);
});
