import type { Book } from './book';
import type { Moment } from './keep-book';

/** What a rule says of one moment: it has nothing to do with it, it was kept, or how it was broken. */
export type Judgement = 'no-occasion' | 'kept' | { readonly broken: string };

export interface Verdict {
  /** How often the rule had something to judge: one that never has proves nothing. */
  readonly occasions: number;
  readonly findings: readonly string[];
}

export interface Invariant {
  readonly says: string;
  readonly judge: (history: readonly Moment[]) => Verdict;
}

export const judged = (isKept: boolean, otherwise: string): Judgement =>
  isKept ? 'kept' : { broken: otherwise };

function verdictOf(judgements: readonly Judgement[]): Verdict {
  const heard = judgements.filter((judgement) => judgement !== 'no-occasion');
  return {
    occasions: heard.length,
    findings: heard.flatMap((judgement) => (judgement === 'kept' ? [] : [judgement.broken])),
  };
}

/** A rule that each moment can be judged by, with what came before it and what came later in sight. */
export function always(
  says: string,
  judge: (moment: Moment, history: readonly Moment[]) => Judgement,
): Invariant {
  return {
    says,
    judge: (history) => verdictOf(history.map((moment) => judge(moment, history))),
  };
}

/** A rule on how the story ends. */
export function inTheEnd(
  says: string,
  judge: (end: Book, at: number, history: readonly Moment[]) => readonly Judgement[],
): Invariant {
  return {
    says,
    judge: (history) => {
      const last = history.at(-1);
      return verdictOf(last === undefined ? [] : judge(last.after, last.fact.at, history));
    },
  };
}

export const amount = (cents: number): string => (cents / 100).toFixed(2);
