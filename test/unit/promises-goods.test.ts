import type { Fact } from '../../app/domain/history';
import type { LineId } from '../../app/domain/ids';
import {
  at,
  ended,
  LATER,
  MUG,
  ORDER,
  type Pair,
  placed,
  released,
  seesEach,
  settings,
  short,
  stock,
  TEA,
  two,
  usd,
  until,
} from './promises-histories';

/* What the checkers must see of who is given what. */

const held = (when: string, line: LineId, target: string): Fact => ({
  kind: 'held',
  at: at(when),
  order: ORDER,
  target,
  by: 'holdfast',
  lines: [{ line, units: 1 }],
});
const askedBack = (when: string, line: LineId, target: string): Fact => ({
  kind: 'cancellation-requested',
  at: at(when),
  order: ORDER,
  target,
  lines: [{ line, units: 1 }],
});
const givenBack = (when: string, target: string): Fact => ({
  kind: 'given-back',
  at: at(when),
  order: ORDER,
  target,
});
const parcel = (kind: 'packed' | 'unpacked', when: string): Fact => ({
  kind,
  at: at(when),
  order: ORDER,
  lines: [{ line: MUG, units: 1 }],
});
/** A mug and a tea, of which one comes, in a shop that sends what is ready first. */
const partly: readonly Fact[] = [
  settings('01 00:00', { partOrders: 'ready-first' }),
  ...two,
  short('02 09:10'),
  stock('03 10:00', 1),
];
/** The mug is packed, and another customer waits for one. */
const packed: readonly Fact[] = [
  stock('02 08:00', 1),
  ...placed('02 09:00'),
  parcel('packed', '02 09:30'),
  stock('02 09:30', 0),
  ...placed('02 10:00', LATER),
  short('02 10:05', LATER),
];

/** The mug is short, and only a feed says how many there are. */
const fed: readonly Fact[] = [
  settings('01 00:00', { feedLocations: ['gid://shopify/Location/1'] }),
  stock('02 08:00', 0),
  ...placed('02 09:00'),
  short('02 09:10'),
];
const changed = (when: string, units: number): Fact => ({
  kind: 'line-changed',
  at: at(when),
  order: ORDER,
  line: MUG,
  units,
  total: usd(units === 0 ? '0.00' : '20.00'),
  by: 'merchant',
});

const PAIRS: readonly Pair[] = [
  {
    promise: 'P10',
    rule: 'of a part that goes first, what stays on hold is what is missing',
    kept: until('05 12:00', partly, [released('03 10:02'), held('03 10:03', TEA, 'rest')]),
    broken: until('05 12:00', partly, [released('03 10:02'), held('03 10:03', MUG, 'rest')]),
  },
  {
    promise: 'P10',
    rule: 'what a person let go need not be on hold when a part that was free is free again',
    kept: until(
      '05 12:00',
      partly,
      [released('03 10:02'), held('03 10:03', TEA, 'rest')],
      { ...released('03 12:00'), target: 'rest', by: 'merchant' } as Fact,
      [held('04 09:00', MUG, 'part'), { ...released('04 09:10'), target: 'part' } as Fact],
    ),
    broken: until(
      '05 12:00',
      partly,
      [released('03 10:02'), held('03 10:03', TEA, 'rest')],
      { ...released('03 12:00'), target: 'rest' } as Fact,
      [held('04 09:00', MUG, 'part'), { ...released('04 09:10'), target: 'part' } as Fact],
    ),
  },
  {
    promise: 'P10',
    rule: 'what a third party has accepted can’t be on hold: it was asked for, until they give it back',
    kept: until('05 12:00', partly, [askedBack('02 09:11', TEA, 'theirs'), released('03 10:02')]),
    broken: until(
      '05 12:00',
      partly,
      [askedBack('02 09:11', TEA, 'theirs'), givenBack('02 12:00', 'theirs')],
      [released('03 10:02')],
    ),
  },
  {
    promise: 'P10',
    rule: 'a mug that is unpacked goes back to whom it belonged to, and to nobody in between',
    kept: until(
      '05 12:00',
      packed,
      [stock('03 10:00', 1), parcel('unpacked', '03 10:00'), stock('03 10:04', 2)],
      [ended('03 10:05', LATER), released('03 10:05', LATER)],
    ),
    broken: until(
      '05 12:00',
      packed,
      [stock('03 10:00', 1), parcel('unpacked', '03 10:00')],
      [ended('03 10:05', LATER), released('03 10:05', LATER)],
    ),
  },
  {
    promise: 'P10',
    rule: 'a mug that is packed takes itself off the shelf, in whichever order that is told',
    kept: until(
      '05 12:00',
      [...placed('02 09:00'), ...placed('02 10:00', LATER), short('02 10:05', LATER)],
      [stock('03 10:00', 2), parcel('packed', '03 10:00'), stock('03 10:00', 1)],
      [ended('03 10:05', LATER), released('03 10:05', LATER)],
    ),
    broken: until(
      '05 12:00',
      [...placed('02 09:00'), ...placed('02 10:00', LATER), short('02 10:05', LATER)],
      [stock('03 09:00', 1), parcel('packed', '03 10:00'), stock('03 10:00', 0)],
      [ended('03 10:05', LATER), released('03 10:05', LATER)],
    ),
  },
  {
    promise: 'P10',
    rule: 'what a feed says is no arrival for a mug that waits, but counts for one that is ordered anew',
    kept: until(
      '05 12:00',
      fed,
      [changed('02 12:00', 0), stock('03 10:00', 5), changed('03 11:00', 1)],
      [released('04 11:02')],
    ),
    broken: until('05 12:00', fed, [stock('03 10:00', 5)], [released('04 11:02')]),
  },
];

describe('the checkers of the goods see that', () => {
  seesEach(PAIRS);
});
