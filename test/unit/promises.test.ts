import type { Fact } from '../../app/domain/history';
import { checkPromises, judgePromises, PROMISES } from '../../app/domain/promises';
import {
  at,
  AUTHORIZATION,
  authorized,
  cancelled,
  captured,
  chose,
  ended,
  history,
  LATER,
  MUG,
  ORDER,
  type Pair,
  placed,
  released,
  said,
  seesEach,
  settings,
  shipped,
  short,
  stock,
  tried,
  until,
  usd,
  voided,
} from './promises-histories';

const paid = {
  charged: usd('20.00'),
  pending: usd('0.00'),
  giftCard: usd('0.00'),
  named: ['20.00'],
};
/** Placed at nine, found short at ten past, told at once. */
const begun: readonly Fact[] = [
  ...placed('02 09:00'),
  authorized('02 09:00'),
  short('02 09:10'),
  said('02 09:12', 'first-notice'),
];
const date = (when: string, day: string | null) =>
  ({
    kind: 'date-given',
    at: at(when),
    order: ORDER,
    line: MUG,
    date: day === null ? null : at(day),
  }) as const;
const named = (day: string) => ({ dates: [{ line: MUG, date: at(day) }] });

const PAIRS: readonly Pair[] = [
  {
    promise: 'P1',
    rule: 'a capture comes after the goods',
    kept: until('05 12:00', begun, stock('03 10:00', 1), ended('03 10:01'), captured('03 10:02')),
    broken: until('05 12:00', begun, captured('03 10:02')),
  },
  {
    promise: 'P1',
    rule: 'a capture waits for the routing',
    kept: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00'),
      authorized('02 09:00'),
      captured('02 09:10'),
    ),
    broken: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00').slice(0, 1),
      authorized('02 09:00'),
      captured('02 09:10'),
    ),
  },
  {
    promise: 'P1',
    rule: 'who paid at checkout is never told otherwise',
    kept: until(
      '03 12:00',
      placed('02 09:00'),
      { kind: 'charged-at-checkout', at: at('02 09:00'), order: ORDER, amount: usd('20.00') },
      said('02 09:12', 'first-notice', { claimsNotCharged: false, money: paid }),
    ),
    broken: until(
      '03 12:00',
      placed('02 09:00'),
      { kind: 'charged-at-checkout', at: at('02 09:00'), order: ORDER, amount: usd('20.00') },
      said('02 09:12', 'first-notice', { claimsNotCharged: true, money: paid }),
    ),
  },
  {
    promise: 'P2',
    rule: 'found before the cut-off, told that day',
    kept: until(
      '04 12:00',
      placed('02 09:00'),
      short('02 17:50'),
      said('02 20:30', 'first-notice'),
    ),
    broken: until(
      '04 12:00',
      placed('02 09:00'),
      short('02 17:50'),
      said('03 08:00', 'first-notice'),
    ),
  },
  {
    promise: 'P2',
    rule: 'found after the cut-off, told in the next day’s first permitted minute',
    kept: until(
      '04 12:00',
      placed('02 09:00'),
      short('02 18:10'),
      said('03 08:00', 'first-notice'),
    ),
    broken: until(
      '04 12:00',
      placed('02 09:00'),
      short('02 18:10'),
      said('03 10:00', 'first-notice'),
    ),
  },
  {
    promise: 'P2',
    rule: 'without an address a person is called by the same time',
    kept: until('04 12:00', placed('02 09:00', ORDER, null), short('02 09:10'), {
      kind: 'person-called',
      at: at('02 09:10'),
      order: ORDER,
    }),
    broken: until('04 12:00', placed('02 09:00', ORDER, null), short('02 09:10')),
  },
  {
    promise: 'P2',
    rule: 'a shortage that can be seen is found',
    kept: until('03 12:00', stock('02 08:00', 0), begun),
    broken: until('03 12:00', stock('02 08:00', 0), placed('02 09:00')),
  },
  {
    promise: 'P3',
    rule: 'a message about a delay has a way out',
    kept: until('03 12:00', begun),
    broken: until(
      '03 12:00',
      begun.slice(0, 4),
      said('02 09:12', 'first-notice', { hasOffer: false }),
    ),
  },
  {
    promise: 'P3',
    rule: 'the state of the money is true',
    kept: until(
      '03 12:00',
      begun.slice(0, 4),
      said('02 09:12', 'follow-up', { claimsNotCharged: false, money: paid }),
    ),
    broken: until(
      '03 12:00',
      begun.slice(0, 4),
      said('02 09:12', 'follow-up', {
        money: { ...paid, charged: usd('0.00'), pending: usd('20.00') },
      }),
    ),
  },
  {
    promise: 'P4',
    rule: 'a date that slips brings a new offer before it passes',
    kept: until(
      '09 12:00',
      begun,
      date('03 10:00', '06 23:59'),
      said('03 10:01', 'new-date', named('06 23:59')),
      date('06 12:00', '20 23:59'),
      said('06 12:01', 'new-date', named('20 23:59')),
    ),
    broken: until(
      '09 12:00',
      begun,
      date('03 10:00', '06 23:59'),
      said('03 10:01', 'new-date', named('06 23:59')),
      date('06 12:00', '20 23:59'),
      said('07 08:00', 'new-date', named('20 23:59')),
    ),
  },
  {
    promise: 'P4',
    rule: 'a date doesn’t pass with no word',
    kept: until(
      '09 12:00',
      begun,
      said('03 10:01', 'new-date', named('06 23:59')),
      said('06 18:00', 'date-passed'),
    ),
    broken: until('09 12:00', begun, said('03 10:01', 'new-date', named('06 23:59'))),
  },
  {
    promise: 'P5',
    rule: 'a wait of four days has a follow-up',
    kept: until('07 12:00', begun, said('05 10:00', 'follow-up')),
    broken: until('07 12:00', begun),
  },
  {
    promise: 'P5',
    rule: 'no more than the agreed days go by in silence',
    kept: until('14 12:00', begun, said('05 10:00', 'follow-up'), said('11 10:00', 'follow-up')),
    broken: until('14 12:00', begun, said('05 10:00', 'follow-up'), said('12 12:00', 'follow-up')),
  },
  {
    promise: 'P6',
    rule: 'a cancellation is carried out',
    kept: until(
      '15 12:00',
      begun,
      chose('03 10:00', 'cancel', '03 10:15'),
      cancelled('03 10:16'),
      voided('03 10:16'),
    ),
    broken: until('15 12:00', begun, chose('03 10:00', 'cancel', '03 10:15')),
  },
  {
    promise: 'P6',
    rule: 'the money is given back',
    kept: until(
      '15 12:00',
      begun,
      chose('03 10:00', 'cancel', '03 10:15'),
      cancelled('03 10:16'),
      voided('03 10:16'),
    ),
    broken: until(
      '15 12:00',
      [...begun.slice(0, 2), authorized('02 09:00', '20 12:00'), ...begun.slice(3)],
      chose('03 10:00', 'cancel', '03 10:15'),
      cancelled('03 10:16'),
    ),
  },
  {
    promise: 'P6',
    rule: 'nothing is taken while a cancellation waits',
    kept: until(
      '05 12:00',
      begun,
      stock('03 09:00', 1),
      chose('03 10:00', 'cancel', '03 10:15'),
      chose('03 10:05', 'undo'),
      captured('03 10:06'),
    ),
    broken: until(
      '05 12:00',
      begun,
      stock('03 09:00', 1),
      chose('03 10:00', 'cancel', '03 10:15'),
      captured('03 10:06'),
      cancelled('03 10:16'),
    ),
  },
  {
    promise: 'P7',
    rule: 'a shipment is told on its day',
    kept: until('09 12:00', begun, shipped('05 10:00', false), said('05 15:00', 'shipped')),
    broken: until('09 12:00', begun, shipped('05 10:00', false), said('06 08:30', 'shipped')),
  },
  {
    promise: 'P8',
    rule: 'nothing is sent twice',
    kept: until('04 12:00', begun),
    broken: until('04 12:00', begun, said('02 15:00', 'first-notice')),
  },
  {
    promise: 'P8',
    rule: 'Shopify and we don’t both tell',
    kept: until('09 12:00', begun, shipped('05 10:00', true)),
    broken: until('09 12:00', begun, shipped('05 10:00', true), said('05 10:01', 'shipped')),
  },
  {
    promise: 'P8',
    rule: 'nothing comes in the night that can wait',
    kept: until('06 12:00', begun, said('05 20:59', 'follow-up')),
    broken: until('06 12:00', begun, said('05 21:30', 'follow-up')),
  },
  {
    promise: 'P8',
    rule: 'a follow-up keeps the cap',
    kept: until('04 12:00', begun, said('03 08:00', 'follow-up')),
    broken: until('04 12:00', begun, said('02 20:00', 'follow-up')),
  },
  {
    promise: 'P8',
    rule: 'after a cancellation only its confirmation',
    kept: until('06 12:00', begun, cancelled('03 10:00'), said('03 10:01', 'cancelled')),
    broken: until('06 12:00', begun, cancelled('03 10:00'), said('05 10:01', 'follow-up')),
  },
  {
    promise: 'P10',
    rule: 'arriving units go to the oldest',
    kept: until(
      '05 12:00',
      begun,
      placed('02 10:00', LATER),
      stock('03 10:00', 1),
      ended('03 10:01'),
      released('03 10:02'),
    ),
    broken: until(
      '05 12:00',
      begun,
      placed('02 10:00', LATER),
      short('02 10:05', LATER),
      stock('03 10:00', 1),
      ended('03 10:01', LATER),
      released('03 10:02', LATER),
    ),
  },
  {
    promise: 'P10',
    rule: 'a jump of the queue has a name and a reason on it',
    kept: until('03 12:00', begun, {
      kind: 'put-first',
      at: at('02 12:00'),
      order: ORDER,
      who: 'the owner',
      why: 'a wedding',
    }),
    broken: until('03 12:00', begun, {
      kind: 'put-first',
      at: at('02 12:00'),
      order: ORDER,
      who: 'the owner',
      why: '',
    }),
  },
  {
    promise: 'P10',
    rule: 'a part that staff send first has a name and a reason on it',
    kept: until('03 12:00', begun, {
      kind: 'part-asked',
      at: at('02 12:00'),
      order: ORDER,
      who: 'Jo',
      why: 'Anna called: it is a present',
    }),
    broken: until('03 12:00', begun, {
      kind: 'part-asked',
      at: at('02 12:00'),
      order: ORDER,
      who: '',
      why: 'no idea',
    }),
  },
  {
    promise: 'M',
    rule: 'no more is captured than is owed',
    kept: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00'),
      authorized('02 09:00'),
      captured('02 10:00'),
    ),
    broken: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00'),
      authorized('02 09:00'),
      {
        kind: 'line-changed',
        at: at('02 09:30'),
        order: ORDER,
        line: MUG,
        units: 1,
        total: usd('15.00'),
        by: 'merchant',
      },
      captured('02 10:00'),
    ),
  },
  {
    promise: 'M',
    rule: 'no more is captured than was authorized',
    kept: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00'),
      authorized('02 09:00'),
      captured('02 10:00'),
    ),
    broken: until(
      '03 12:00',
      stock('02 08:00', 1),
      placed('02 09:00'),
      authorized('02 09:00'),
      captured('02 10:00', '20.01'),
    ),
  },
  {
    promise: 'M',
    rule: 'an authorization that is done with is left alone',
    kept: until('03 12:00', begun, stock('02 10:00', 1), captured('02 10:02')),
    broken: until('03 12:00', begun, voided('02 10:00'), tried('02 10:02', 'refused')),
  },
  {
    promise: 'M',
    rule: 'an unclear outcome is looked up before anything is tried again',
    kept: until(
      '03 12:00',
      begun,
      tried('02 10:00', 'unclear', 'hold'),
      { kind: 'order-read', at: at('02 10:01'), order: ORDER },
      tried('02 10:01', 'done', 'hold'),
    ),
    broken: until(
      '03 12:00',
      begun,
      tried('02 10:00', 'unclear', 'hold'),
      tried('02 10:01', 'done', 'hold'),
    ),
  },
  {
    promise: 'M',
    rule: 'a shop that watches moves nothing',
    kept: until('03 12:00', settings('02 08:00', { mode: 'watch' }), begun.slice(0, 4)),
    broken: until(
      '03 12:00',
      settings('02 08:00', { mode: 'watch' }),
      begun.slice(0, 4),
      tried('02 09:11', 'done', 'hold'),
    ),
  },
  {
    promise: 'M',
    rule: 'a shop that asks is asked',
    kept: until(
      '03 12:00',
      settings('02 08:00', { mode: 'ask' }),
      begun.slice(0, 4),
      { kind: 'approved', at: at('02 09:15'), order: ORDER, effect: 'hold', target: AUTHORIZATION },
      tried('02 09:15', 'done', 'hold'),
    ),
    broken: until(
      '03 12:00',
      settings('02 08:00', { mode: 'ask' }),
      begun.slice(0, 4),
      tried('02 09:15', 'done', 'hold'),
    ),
  },
  {
    promise: 'M',
    rule: 'after an uninstall nothing is said',
    kept: until('06 12:00', begun, { kind: 'uninstalled', at: at('03 10:00') }),
    broken: until(
      '06 12:00',
      begun,
      { kind: 'uninstalled', at: at('03 10:00') },
      said('05 10:00', 'follow-up'),
    ),
  },
];

describe('the checkers', () => {
  seesEach(PAIRS);

  it('have a history for each promise', () => {
    expect(new Set(PAIRS.map((pair) => pair.promise))).toEqual(new Set(PROMISES));
  });

  it('say when, of which order and in what way', () => {
    const [violation] = checkPromises(until('04 12:00', placed('02 09:00'), short('02 17:50')));
    expect(violation).toEqual({
      promise: 'P2',
      at: at('02 17:50'),
      order: ORDER,
      says: 'a shortage was not told in time',
    });
  });

  it('find nothing to judge in an empty history', () => {
    const findings = judgePromises(history());
    for (const name of PROMISES) expect(findings[name]).toEqual({ judged: 0, violations: [] });
  });
});
