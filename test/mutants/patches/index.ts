import { AWAY } from './away';
import { GOODS } from './goods';
import { LAPSES } from './lapse';
import { LATE_MONEY } from './late-money';
import { LEFT_LYING } from './left-lying';
import { LET_GO_UNITS } from './let-go';
import { MONEY } from './money';
import { OTHERS } from './others';
import { PARTS } from './parts';
import { ON_THEIR_WAY } from './on-their-way';
import type { Patch } from './patch';
import { TELLING } from './telling';
import { TURNS } from './turns';
import { UNDONE } from './undone';
import { WHAT_WAS_PAID } from './what-was-paid';

/** At least one for each promise and each rule about money. */
export const PATCHES: readonly Patch[] = [
  ...GOODS,
  ...TELLING,
  ...MONEY,
  ...LAPSES,
  ...LATE_MONEY,
  ...PARTS,
  ...LET_GO_UNITS,
  ...LEFT_LYING,
  ...WHAT_WAS_PAID,
  ...TURNS,
  ...ON_THEIR_WAY,
  ...OTHERS,
  ...UNDONE,
  ...AWAY,
];
