import { addMs, DAY, latest } from '../calendar';
import type { CallOf } from '../calls/call';
import { namedUnits } from './named-units';
import { kept, splitOf } from './parts-of-order';
import { restWaitsUntil } from './rest-waits';
import { releasable } from './releases';
import { lastOf, type Situation } from './situation';

const PATIENCE = DAY;

/** The release was refused, or waits for a yes: a person is called for that. */
function isCalledFor(target: string, { intents }: Situation): boolean {
  const release = lastOf(intents, 'release', target);
  return release?.status === 'failed' || release?.status === 'awaiting-approval';
}

/** Units that are here and paid and still on our hold after a day; null when there are none. */
export function readyOnHold(situation: Situation): CallOf<'paid-units-on-hold'> | null {
  const at = readyOnHoldAt(situation);
  if (at === null || at > situation.now) return null;
  const ready = releasable(situation).filter(({ id }) => !isCalledFor(id, situation));
  const units = namedUnits(
    ready.flatMap((fo) => splitOf(fo, situation)),
    (part) => part.line.remaining - kept(part),
    situation,
  );
  if (units.length === 0) return null;
  const until = ready
    .map((fo) => restWaitsUntil(fo, situation))
    .reduce(
      (last, one) => (last === null || one === null ? (last ?? one) : latest(last, one)),
      null,
    );
  return { kind: 'paid-units-on-hold', units, until: until?.toISOString() ?? null };
}

/** When it would be said; null while nothing is here and paid and on hold. */
export function readyOnHoldAt({ case: value }: Situation): Date | null {
  return value?.readyHeld == null ? null : addMs(value.readyHeld.since, PATIENCE);
}

/** When the rest no longer waits for the free part. */
export function restGoesAt(situation: Situation): Date[] {
  return releasable(situation)
    .map((fo) => restWaitsUntil(fo, situation))
    .filter((at) => at !== null);
}
