import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Written = z.object({
  now: z.coerce.date(),
  at: z.number(),
  rate: z.union([z.literal(0), z.literal(1)]),
});

/** The simulator's time in another process: it is read from the file that the simulator keeps, at every look. */
export function createFileClock(file: string): { now(): Date } {
  return {
    now() {
      const { now, at, rate } = Written.parse(JSON.parse(readFileSync(file, 'utf8')));
      return rate === 0 ? now : new Date(now.getTime() + Date.now() - at);
    },
  };
}
