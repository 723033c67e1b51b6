import type { Fact } from '../../app/domain/history';
import {
  at,
  cancelled,
  chose,
  ended,
  MUG,
  ORDER,
  type Pair,
  placed,
  said,
  seesEach,
  settings,
  shipped,
  short,
  TEA,
  two,
  until,
} from './promises-histories';

/* What the checkers must see of what is said, and of what is not. */

const begun: readonly Fact[] = [
  ...placed('02 09:00'),
  short('02 09:10'),
  said('02 09:12', 'first-notice'),
];
/** A mug and a tea, both short. */
const bothShort: readonly Fact[] = [
  ...two,
  {
    kind: 'shortage-found',
    at: at('02 09:10'),
    order: ORDER,
    lines: [
      { line: MUG, units: 1 },
      { line: TEA, units: 1 },
    ],
  },
];
const over = (when: string, ...lines: (typeof MUG)[]): Fact => ({
  kind: 'shortage-ended',
  at: at(when),
  order: ORDER,
  lines,
});
const called = (when: string): Fact => ({ kind: 'person-called', at: at(when), order: ORDER });

const PAIRS: readonly Pair[] = [
  {
    promise: 'P2',
    rule: 'that the mug has come is no word about the tea',
    kept: until('04 12:00', bothShort, over('02 12:00', MUG, TEA)),
    broken: until('04 12:00', bothShort, over('02 12:00', MUG)),
  },
  {
    promise: 'P2',
    rule: 'who cancels the mug still has to hear of the tea',
    kept: until('04 12:00', bothShort, over('02 12:00', TEA), chose('02 12:00', 'cancel')),
    broken: until('04 12:00', bothShort, chose('02 12:00', 'cancel')),
  },
  {
    promise: 'P2',
    rule: 'a call on the list stands in for the word only where there is no address',
    kept: until('04 12:00', placed('02 09:00', ORDER, null), short('02 09:10'), called('02 09:10')),
    broken: until('04 12:00', placed('02 09:00'), short('02 09:10'), called('02 09:10')),
  },
  {
    promise: 'P3',
    rule: 'news of the money in a wait carries the way out, too',
    kept: until('05 12:00', begun, said('04 10:00', 'money-notice', { hasOffer: true })),
    broken: until('05 12:00', begun, said('04 10:00', 'money-notice', { hasOffer: false })),
  },
  {
    promise: 'P5',
    rule: 'who was promised a word every two days has it, also in a wait of three',
    kept: until(
      '05 10:00',
      settings('01 00:00', { followUpDays: 2 }),
      begun,
      said('04 09:00', 'follow-up'),
      ended('05 09:30'),
    ),
    broken: until('05 10:00', settings('01 00:00', { followUpDays: 2 }), begun, ended('05 09:30')),
  },
  {
    promise: 'P8',
    rule: 'that it ships is said when it ships',
    kept: until('06 12:00', begun, shipped('05 10:00', false), said('05 10:01', 'shipped')),
    broken: until('06 12:00', begun, said('05 10:01', 'shipped')),
  },
  {
    promise: 'P8',
    rule: 'that it is cancelled is said when it is',
    kept: until('06 12:00', begun, cancelled('03 10:00'), said('03 10:01', 'cancelled')),
    broken: until('06 12:00', begun, said('03 10:01', 'cancelled')),
  },
  {
    promise: 'P7',
    rule: 'what ships as the night begins, before the news need be here, is told in its first minute of the morning',
    kept: until('09 12:00', begun, shipped('05 20:59', false), said('06 08:00', 'shipped')),
    broken: until('09 12:00', begun, shipped('05 20:59', false), said('06 08:30', 'shipped')),
  },
  {
    promise: 'P7',
    rule: 'what ships earlier than that is told before the night',
    kept: until('09 12:00', begun, shipped('05 20:40', false), said('05 20:59', 'shipped')),
    broken: until('09 12:00', begun, shipped('05 20:40', false), said('06 08:00', 'shipped')),
  },
];

describe('the checkers of the words see that', () => {
  seesEach(PAIRS);
});
