import { DateTime } from 'luxon';
import type { SimulatorClient } from '../../../simulator/stack/client';

export const ZONE = 'America/New_York';

/** What happens in one shop. It yields the shops' time at which it goes on: "2026-03-07 13:00". */
export type Story = AsyncGenerator<string, void, void>;

interface Waiting {
  readonly name: string;
  readonly story: Story;
  readonly from: string;
}

/**
 * Plays all stories on one clock, so that a week passes once and not once for each. What went wrong in one is kept
 * under its name and doesn't stop the others.
 */
export async function playTogether(
  sim: SimulatorClient,
  stories: Readonly<Record<string, Story>>,
  ended: (name: string) => Promise<void>,
): Promise<ReadonlyMap<string, unknown>> {
  const faults = new Map<string, unknown>();
  let waiting: Waiting[] = Object.entries(stories).map(([name, story]) => ({
    name,
    story,
    from: '',
  }));
  const next = async ({ name, story }: Waiting): Promise<void> => {
    const step = await story.next().catch((error: unknown) => {
      faults.set(name, error);
      return { done: true } as const;
    });
    if (step.done === true) await ended(name);
    else waiting.push({ name, story, from: step.value });
  };
  while (waiting.length > 0) {
    const [first = ''] = waiting.map(({ from }) => from).toSorted();
    if (first !== '') await sim.post('/_sim/clock', { now: instant(first) });
    const now = waiting.filter(({ from }) => from === first);
    waiting = waiting.filter(({ from }) => from !== first);
    for (const one of now) await next(one);
  }
  return faults;
}

function instant(local: string): string {
  const at = DateTime.fromSQL(local, { zone: ZONE });
  if (!at.isValid) throw new Error(`“${local}” is no time`);
  return at.toUTC().toISO();
}
