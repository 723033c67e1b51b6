import { spawn } from 'node:child_process';
import type { Hands } from './hands';

/**
 * A command does the steps by hand: it gets the step as JSON on its standard input, and its output is the answer. An
 * empty output means that the step was skipped.
 */
export function commandHands(command: string): Hands {
  return {
    do: (step) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
        let output = '';
        child.stdout.setEncoding('utf8');
        child.stdout.on('data', (part: string) => (output += part));
        child.once('error', reject);
        child.once('close', (code) => {
          if (code !== 0) reject(new Error(`"${command}" ended with ${String(code)}.`));
          else resolve(output.trim() === '' ? null : output.trim());
        });
        child.stdin.end(JSON.stringify(step));
      }),
  };
}
