import type { Fact } from '../../app/domain/history';
import { type LineId, TransactionId } from '../../app/domain/ids';
import {
  at,
  AUTHORIZATION,
  authorized,
  here,
  captured,
  chose,
  MUG,
  ORDER,
  type Pair,
  placed,
  released,
  seesEach,
  settings,
  short,
  TEA,
  tried,
  two,
  until,
  usd,
  voided,
} from './promises-histories';

/* What the checkers of the promises about money must see, by histories that differ in one thing. */

const ask = (when: string): Fact => settings(when, { mode: 'ask' });
const yes = (when: string, effect: 'hold' | 'release' | 'capture', target: string): Fact => ({
  kind: 'approved',
  at: at(when),
  order: ORDER,
  effect,
  target,
});
const refunded = (
  when: string,
  amount: string,
  by: 'holdfast' | 'merchant' = 'holdfast',
): Fact => ({
  kind: 'refunded',
  at: at(when),
  order: ORDER,
  amount: usd(amount),
  by,
});
const paid = (when: string, amount: string): Fact => ({
  kind: 'charged-at-checkout',
  at: at(when),
  order: ORDER,
  amount: usd(amount),
});
const costs = (when: string, amount: string, units = 1): Fact => ({
  kind: 'line-changed',
  at: at(when),
  order: ORDER,
  line: MUG,
  units,
  total: usd(amount),
  by: 'merchant',
});
const read = (when: string): Fact => ({ kind: 'order-read', at: at(when), order: ORDER });
const dispute = (when: string, kind: 'disputed' | 'dispute-ended' = 'disputed'): Fact => ({
  kind,
  at: at(when),
  order: ORDER,
});
const OTHER = TransactionId.parse('gid://shopify/OrderTransaction/2');
const held = (when: string): Fact => ({
  kind: 'held',
  at: at(when),
  order: ORDER,
  target: 'fo',
  by: 'holdfast',
  lines: [{ line: MUG, units: 1 }],
});
const both = (when: string, choice: 'cancel', undoUntil: string): Fact => ({
  kind: 'chose',
  at: at(when),
  order: ORDER,
  lines: [MUG, TEA],
  choice,
  by: 'customer',
  undoUntil: at(undoUntil),
});
const leaves = (when: string, line: LineId): Fact => ({
  kind: 'line-changed',
  at: at(when),
  order: ORDER,
  line,
  units: 0,
  total: usd(line === MUG ? '12.00' : '20.00'),
  by: 'holdfast',
});
const PAIRS: readonly Pair[] = [
  {
    promise: 'M',
    rule: 'two captures in the very same instant are two',
    kept: until('03 12:00', here, captured('02 10:00')),
    broken: until('03 12:00', here, captured('02 10:00'), captured('02 10:00')),
  },
  {
    promise: 'M',
    rule: 'an authorization that we gave back in this very instant is done with',
    kept: until('03 12:00', here, voided('02 10:00'), tried('02 10:00', 'done', 'void')),
    broken: until(
      '03 12:00',
      here,
      voided('02 10:00'),
      tried('02 10:00', 'done', 'void'),
      tried('02 10:00', 'refused'),
    ),
  },
  {
    promise: 'M',
    rule: 'only the order’s own authorization is captured',
    kept: until('03 12:00', here, captured('02 10:00')),
    broken: until(
      '03 12:00',
      here,
      captured('02 10:00').map((fact): Fact =>
        fact.kind === 'captured' ? { ...fact, authorization: OTHER } : fact,
      ),
    ),
  },
  {
    promise: 'M',
    rule: 'what the merchant gave back out of goodwill is not taken again',
    kept: until(
      '03 12:00',
      [...here.slice(0, 3), paid('02 09:00', '5.00'), authorized('02 09:00')],
      refunded('02 09:30', '5.00', 'merchant'),
      captured('02 10:00', '15.00'),
    ),
    broken: until(
      '03 12:00',
      [...here.slice(0, 3), paid('02 09:00', '5.00'), authorized('02 09:00')],
      refunded('02 09:30', '5.00', 'merchant'),
      captured('02 10:00', '20.00'),
    ),
  },
  {
    promise: 'M',
    rule: 'a cancellation is refunded once',
    kept: until(
      '03 12:00',
      placed('02 09:00'),
      paid('02 09:00', '20.00'),
      costs('02 10:00', '12.00'),
      refunded('02 10:00', '8.00'),
    ),
    broken: until(
      '03 12:00',
      placed('02 09:00'),
      paid('02 09:00', '20.00'),
      costs('02 10:00', '12.00'),
      refunded('02 10:00', '8.00'),
      refunded('02 10:05', '8.00'),
    ),
  },
  {
    promise: 'M',
    rule: 'no more is given back than was paid',
    kept: until(
      '03 12:00',
      placed('02 09:00'),
      paid('02 09:00', '5.00'),
      costs('02 10:00', '0.00', 0),
      refunded('02 10:00', '5.00'),
    ),
    broken: until(
      '03 12:00',
      placed('02 09:00'),
      paid('02 09:00', '5.00'),
      costs('02 10:00', '0.00', 0),
      refunded('02 10:00', '20.00'),
    ),
  },
  {
    promise: 'M',
    rule: 'after an unclear capture the order is read before its authorization is given back',
    kept: until(
      '03 12:00',
      here,
      tried('02 10:00', 'unclear'),
      read('02 10:01'),
      tried('02 10:02', 'refused', 'void'),
    ),
    broken: until(
      '03 12:00',
      here,
      tried('02 10:00', 'unclear'),
      tried('02 10:02', 'refused', 'void'),
    ),
  },
  {
    promise: 'M',
    rule: 'a yes counts for one time',
    kept: until(
      '05 12:00',
      ask('02 08:00'),
      placed('02 09:00'),
      yes('02 09:15', 'hold', 'fo'),
      tried('02 09:15', 'nothing', 'hold', 'fo'),
      tried('02 09:20', 'done', 'hold', 'fo'),
    ),
    broken: until(
      '05 12:00',
      ask('02 08:00'),
      placed('02 09:00'),
      yes('02 09:15', 'hold', 'fo'),
      tried('02 09:15', 'done', 'hold', 'fo'),
      tried('04 09:20', 'done', 'hold', 'fo'),
    ),
  },
  {
    promise: 'M',
    rule: 'the yes to a release is the yes to one hold after it; which of two came first in an instant nobody knows',
    kept: until(
      '05 12:00',
      ask('02 08:00'),
      [...placed('02 09:00'), short('02 09:10')],
      [yes('03 09:15', 'release', 'fo'), released('03 09:15'), held('03 09:15')],
      tried('03 09:16', 'done', 'hold', 'other'),
    ),
    broken: until(
      '05 12:00',
      ask('02 08:00'),
      [...placed('02 09:00'), short('02 09:10')],
      [yes('03 09:15', 'release', 'fo'), released('03 09:15'), held('03 09:16')],
      tried('03 09:17', 'done', 'hold', 'other'),
    ),
  },
  {
    promise: 'M',
    rule: 'the yes to a release is no yes to a hold days later',
    kept: until(
      '05 12:00',
      ask('02 08:00'),
      [...placed('02 09:00'), short('02 09:10')],
      [yes('03 09:15', 'release', 'fo'), released('03 09:15')],
      [tried('03 09:15', 'done', 'release', 'fo'), held('03 09:16')],
      tried('03 09:16', 'done', 'hold', 'fo'),
    ),
    broken: until(
      '05 12:00',
      ask('02 08:00'),
      [...placed('02 09:00'), short('02 09:10')],
      [yes('03 09:15', 'release', 'fo'), released('03 09:15')],
      [tried('03 09:15', 'done', 'release', 'fo'), held('04 09:16')],
      tried('04 09:16', 'done', 'hold', 'fo'),
    ),
  },
  {
    promise: 'P6',
    rule: 'of two lines that were cancelled together, the one that did not come back leaves',
    kept: until(
      '15 12:00',
      two,
      both('02 10:00', 'cancel', '02 10:15'),
      chose('02 10:05', 'undo'),
      leaves('02 10:16', TEA),
    ),
    broken: until(
      '15 12:00',
      two,
      both('02 10:00', 'cancel', '02 10:15'),
      chose('02 10:05', 'undo'),
    ),
  },
  {
    promise: 'P6',
    rule: 'nothing is taken while a cancellation can still be taken back, be it that it was',
    kept: until(
      '05 12:00',
      here,
      chose('03 10:00', 'cancel', '03 10:15'),
      chose('03 10:05', 'undo'),
      captured('03 10:06'),
    ),
    broken: until(
      '05 12:00',
      here,
      chose('03 10:00', 'cancel', '03 10:15'),
      captured('03 10:04'),
      chose('03 10:05', 'undo'),
    ),
  },
  {
    promise: 'P6',
    rule: 'nothing is taken while a cancellation waits, in a shop that asks, too',
    kept: until('05 12:00', ask('02 08:00'), here, chose('03 10:00', 'cancel', '03 10:15')),
    broken: until(
      '05 12:00',
      ask('02 08:00'),
      here,
      chose('03 10:00', 'cancel', '03 10:15'),
      yes('03 10:20', 'capture', AUTHORIZATION),
      captured('03 10:20'),
    ),
  },
  {
    promise: 'P6',
    rule: 'a cancellation is paid back, whatever a person takes off afterwards',
    kept: until(
      '15 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      [leaves('02 10:16', MUG), refunded('02 10:17', '20.00')],
      { ...costs('04 12:00', '5.00'), by: 'merchant' } as Fact,
    ),
    broken: until(
      '15 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      leaves('02 10:16', MUG),
      { ...costs('04 12:00', '5.00'), by: 'merchant' } as Fact,
    ),
  },
  {
    promise: 'P6',
    rule: 'what is set aside for a cancelled part is let go once the rest is paid',
    kept: until(
      '15 12:00',
      two,
      [paid('02 09:00', '12.00'), authorized('02 09:00', '28 12:00')],
      chose('02 10:00', 'cancel', '02 10:15'),
      [leaves('02 10:16', MUG), voided('02 10:17')],
    ),
    broken: until(
      '15 12:00',
      two,
      [paid('02 09:00', '12.00'), authorized('02 09:00', '28 12:00')],
      chose('02 10:00', 'cancel', '02 10:15'),
      leaves('02 10:16', MUG),
    ),
  },
  {
    promise: 'P6',
    rule: 'nothing is given back of a payment while it is disputed',
    kept: until(
      '15 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      [dispute('02 10:10'), leaves('02 10:16', MUG)],
    ),
    broken: until(
      '15 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      [dispute('12 10:10'), leaves('02 10:16', MUG)],
    ),
  },
  {
    promise: 'P6',
    rule: 'it is given back within seven days of the end of a dispute',
    kept: until(
      '12 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      [dispute('02 10:10'), leaves('02 10:16', MUG), dispute('06 10:00', 'dispute-ended')],
    ),
    broken: until(
      '15 12:00',
      two,
      paid('02 09:00', '32.00'),
      chose('02 10:00', 'cancel', '02 10:15'),
      [dispute('02 10:10'), leaves('02 10:16', MUG), dispute('06 10:00', 'dispute-ended')],
    ),
  },
];

describe('the checkers of money see that', () => {
  seesEach(PAIRS);
});
