import { recordError, takeStrayErrors } from './console';

/* A stray `console.error` is a fault that nobody asked about: it fails the test that caused it. */
console.error = recordError;

afterEach(() => {
  const stray = takeStrayErrors();
  if (stray.length > 0) throw new Error(`console.error was called:\n${stray.join('\n')}`);
});
