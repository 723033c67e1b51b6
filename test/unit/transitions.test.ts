import { readFileSync } from 'node:fs';
import { ENTRY_STATE, TRANSITIONS, UNIT_STATES } from '../../app/domain/transitions';
import { withStates } from '../../scripts/readme';
import { isLegalMove, NO_UNITS } from '../../app/domain/units';

describe("the table of a unit's moves", () => {
  it('reaches every state from the one in which units enter', () => {
    const seen = new Set([ENTRY_STATE]);
    for (let grown = true; grown;) {
      const before = seen.size;
      for (const state of [...seen]) for (const next of TRANSITIONS[state].to) seen.add(next);
      grown = seen.size > before;
    }
    expect([...seen].toSorted()).toEqual([...UNIT_STATES].toSorted());
  });

  it('leads nowhere outside of itself, and to no state from itself', () => {
    for (const state of UNIT_STATES)
      for (const next of TRANSITIONS[state].to) {
        expect(UNIT_STATES).toContain(next);
        expect(next).not.toBe(state);
      }
  });

  it('stands in the README as it is in the code', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('| `short` |');
    expect(withStates(readme)).toBe(readme);
  });

  it('a shortage never turns clear again, and what is cancelled stays cancelled', () => {
    const units = (part: Partial<typeof NO_UNITS>) => ({ ...NO_UNITS, ...part });
    expect(isLegalMove(units({ short: 1 }), units({ ready: 1 }))).toBe(true);
    expect(isLegalMove(units({ short: 1 }), units({ clear: 1 }))).toBe(false);
    expect(isLegalMove(units({ cancelled: 1 }), units({ shipped: 1 }))).toBe(false);
    expect(
      isLegalMove(units({ clear: 1, cancelled: 1 }), units({ shipped: 1, cancelled: 1 })),
    ).toBe(true);
    expect(isLegalMove(units({ ready: 2 }), units({ clear: 1, shipped: 1 }))).toBe(false);
  });
});
