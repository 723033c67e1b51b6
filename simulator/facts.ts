import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { switches } from './control/inputs';
import type { Switches } from './world/types';

const Facts = z.object({ switches: z.strictObject(switches) });

/**
 * In: the file that SIMULATOR_FACTS names, as `npm run probe` writes it. Out: the switches that were found.
 * A switch that the simulator does not know is an error: it would be played by nobody.
 */
export function loadFacts(file: string | undefined): Partial<Switches> {
  if (file === undefined) return {};
  const parsed = Facts.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data.switches;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`SIMULATOR_FACTS=${file} can't be played. ${faults.join('; ')}`);
}

function jsonOf(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`SIMULATOR_FACTS=${file} is not JSON.`);
  }
}
