import type { Patch } from './patch';

const LET_GO = 'app/domain/effects/let-go-units.ts';
const PARTS = 'app/domain/effects/parts-of-order.ts';
const ELSEWHERE = 'app/domain/decide/released-elsewhere.ts';
const RELEASES = 'app/domain/effects/releases.ts';
const REST = 'app/domain/effects/rest-waits.ts';

/** What was let go, by line and units, and the rest that waits for a free part. */
export const LET_GO_UNITS: readonly Patch[] = [
  {
    promise: 'M',
    file: PARTS,
    find: 'Math.max(0, waiting - letGo);',
    replace: 'waiting;',
    why: 'holds a missing unit again that a person has let go, where parts may go',
  },
  {
    promise: 'M',
    file: ELSEWHERE,
    find: 'const count = Math.min(units, free);',
    replace: 'const count = 0;',
    why: 'fights a person who released a hold in Shopify',
  },
  {
    promise: 'M',
    file: LET_GO,
    find: 'return left < entry.units ? [{ ...entry, units: entry.units - left }] : [];',
    replace: 'return [entry];',
    why: 'never forgets what was let go, though it has left',
  },
  {
    promise: 'M',
    file: LET_GO,
    find: 'const units = Math.min(left, slot.line.remaining - slot.hand - slot.others);',
    replace: 'const units = slot.line.remaining - slot.hand - slot.others;',
    why: 'frees every unit of a line of which one was let go',
  },
  {
    promise: 'P6',
    file: LET_GO,
    find: 'const handCounts = !leaves(value);',
    replace: 'const handCounts = true;',
    why: 'leaves free what a person let go and the customer cancels',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/holds.ts',
    find: "return allowsParts(situation) && situation.shop.settings.mode !== 'ask';",
    replace: 'return false;',
    why: 'shows the missing units to every automation before it holds them anew',
  },
  {
    promise: 'M',
    file: RELEASES,
    find: 'isLetGoByHand(situation, fo) || restWaitsUntil(fo, situation) === null',
    replace: 'true',
    why: 'merges a free part away under whoever packs it',
  },
  {
    promise: 'M',
    file: REST,
    find: 'earliest(longest, ...datesOf(fo, value))',
    replace: 'longest',
    why: 'keeps paid goods on hold beyond their date',
  },
  {
    promise: 'M',
    file: REST,
    find: 'return mergesWith(fo, order).filter(({ id }) => behind.includes(id));',
    replace: 'return mergesWith(fo, order);',
    why: 'lets parts wait for each other that become free together',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/missing-open.ts',
    find: 'return units.length > 0 ? ',
    replace: 'return units.length < 0 ? ',
    why: 'calls nobody when missing units could not be held anew',
  },
];
