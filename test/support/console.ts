import { format } from 'node:util';

const state: { said: string[]; expected: boolean } = { said: [], expected: false };

export function recordError(...parts: unknown[]): void {
  state.said.push(format(...parts));
}

/** Call it in a test that wants `console.error` to be used; the returned list fills as the test goes on. */
export function expectConsoleErrors(): readonly string[] {
  state.expected = true;
  return state.said;
}

/** What was said in the test that ends here and should not have been. */
export function takeStrayErrors(): string[] {
  const stray = state.expected ? [] : state.said;
  state.said = [];
  state.expected = false;
  return stray;
}
