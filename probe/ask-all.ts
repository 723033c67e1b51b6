import type { Bench } from './bench';
import type { Findings } from './findings';
import type { Notes, Question } from './questions/question';
import { Stopped } from './stop';

/** Asks one question after the other. One that fails is a finding, and the next is asked all the same. */
export async function askAll(
  questions: readonly Question[],
  bench: Bench,
  findings: Findings,
  check: () => void,
): Promise<void> {
  for (const question of questions) {
    const { number } = question;
    bench.parts.print(`\n${number}. ${question.title}`);
    const notes: Notes = {
      look: (look) => findings.look(number, look),
      set: (name, value) => findings.set(name, value),
      missed: (name, why) => findings.missed(name, why),
    };
    try {
      check();
      await question.ask(bench, notes);
      findings.missedAll(number, 'it was not seen');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      findings.look(number, {
        what: 'the question',
        expected: 'asked to its end',
        found: why,
        change: 'Read the last raw replies, mend the question, and ask it again with --only.',
      });
      findings.missedAll(number, why);
      if (error instanceof Stopped) return;
    }
  }
}
