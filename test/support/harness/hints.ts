import { addMs } from '../../../app/domain/calendar';
import { type TaskBody, taskKey } from '../../../app/domain/task';
import type { Chance } from './random';

/** How badly webhooks behave. */
export interface Weather {
  readonly delayMs: readonly [number, number];
  readonly duplicatePercent: number;
  /** Lost, but only when a later hint of the same thing is on its way: Shopify's retries bring the last one. */
  readonly lostPercent: number;
  /** Lost for good, whatever comes after it: Shopify has given it up. */
  readonly goneForGoodPercent?: number;
}

export const FAIR: Weather = { delayMs: [2_000, 2_000], duplicatePercent: 0, lostPercent: 0 };
export const ROUGH: Weather = { delayMs: [200, 240_000], duplicatePercent: 8, lostPercent: 15 };

/** Webhooks on their way: late, twice, out of order, sometimes lost. */
export function createHints(weather: Weather, random: Chance) {
  let travelling: { readonly at: Date; readonly body: TaskBody; readonly key: string }[] = [];
  const [soonest, latest] = weather.delayMs;
  return {
    /** Whether Shopify's next webhook never arrives. */
    isGone: (): boolean => random.percent(weather.goneForGoodPercent ?? 0),
    send(now: Date, body: TaskBody): void {
      const key = taskKey(body);
      travelling = travelling.filter(
        (hint) => hint.key !== key || !random.percent(weather.lostPercent),
      );
      const copies = random.percent(weather.duplicatePercent) ? 2 : 1;
      for (let i = 0; i < copies; i += 1)
        travelling.push({ at: addMs(now, random.between(soonest, latest)), body, key });
    },
    nextAt: (): Date | null =>
      travelling.reduce<Date | null>(
        (first, { at }) => (first !== null && first <= at ? first : at),
        null,
      ),
    arrived(now: Date): TaskBody[] {
      const here = travelling.filter((hint) => hint.at <= now);
      travelling = travelling.filter((hint) => hint.at > now);
      return here.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((hint) => hint.body);
    },
  };
}
