import type { Bench } from '../bench';
import type { Look } from '../findings';
import type { SwitchName } from '../switches';

export interface Question {
  readonly number: number;
  readonly title: string;
  /** What it writes into the store, in one line, for the person who is asked to agree. */
  readonly writes: string;
  ask(bench: Bench, notes: Notes): Promise<void>;
}

/** The findings of one question. */
export interface Notes {
  look(look: Look): void;
  set(name: SwitchName, value: boolean): void;
  missed(name: SwitchName, why: string): void;
}
