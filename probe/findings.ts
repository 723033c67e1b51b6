import { FOUND_BY, type SwitchName } from './switches';

/** One thing that was looked at. `same` is null where nothing was expected, or nothing could be seen. */
export interface Observation {
  readonly question: number;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly same: boolean | null;
  /** What to change where it differs. */
  readonly change: string;
}

export interface Look {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  /** Left out: the two texts are compared. */
  readonly same?: boolean | null;
  readonly change: string;
}

/** Everything that the questions found. Each finding is printed as it comes. */
export class Findings {
  readonly observations: Observation[] = [];
  readonly switches = new Map<SwitchName, boolean>();
  readonly notFound = new Map<SwitchName, string>();

  constructor(private readonly print: (line: string) => void) {}

  look(question: number, look: Look): void {
    const same = look.same === undefined ? look.expected === look.found : look.same;
    this.observations.push({ question, ...look, same });
    const verdict = same === null ? 'seen   ' : same ? 'as said' : 'DIFFERS';
    this.print(`   ${verdict}  ${look.what}: ${look.found}`);
    if (same !== false) return;
    this.print(`            expected: ${look.expected}`);
    this.print(`            to do:    ${look.change}`);
  }

  /** Sets the switch of the simulator that plays what was seen. */
  set(name: SwitchName, value: boolean): void {
    this.switches.set(name, value);
    this.notFound.delete(name);
    this.print(`   switch   ${name} = ${String(value)}`);
  }

  /** The question was asked, and its answer could not be seen. */
  missed(name: SwitchName, why: string): void {
    if (this.switches.has(name)) return;
    this.notFound.set(name, why);
    this.print(`   switch   ${name}: not found, ${why}`);
  }

  /** After a question: its switches that were neither set nor explained. */
  missedAll(question: number, why: string): void {
    for (const name of switchesOf(question))
      if (!this.switches.has(name) && !this.notFound.has(name)) this.missed(name, why);
  }
}

export const isSwitch = (name: string): name is SwitchName => Object.hasOwn(FOUND_BY, name);

export const switchesOf = (question: number): SwitchName[] =>
  Object.keys(FOUND_BY)
    .filter(isSwitch)
    .filter((name) => FOUND_BY[name] === question);
