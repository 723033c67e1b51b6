import { createInterface } from 'node:readline/promises';
import { wordsFor, type Hands } from './hands';

/** A person at the terminal. */
export function terminalHands(): Hands {
  return {
    async do(step) {
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      try {
        const typed = (await terminal.question(`\n>> ${wordsFor(step)}\n>> `)).trim();
        return typed.toLowerCase() === 'skip' ? null : typed;
      } finally {
        terminal.close();
      }
    },
  };
}
