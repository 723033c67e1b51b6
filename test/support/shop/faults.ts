import { OutcomeUnclear, Throttled, Unreachable } from '../../../app/errors';
import type { EffectResult, Shopify } from '../../../app/ports';

/** What goes wrong with the next call of a method. */
export type Fault =
  /** It happens, and the answer gets lost. */
  | 'lost-answer'
  /** It doesn't happen, and nobody can tell. */
  | 'lost-call'
  | 'unreachable'
  | 'throttled'
  /** Accepted as a job that Shopify runs half a minute later. */
  | 'pending'
  | 'refused'
  /** The app's worker dies just before the call, or between the call and its answer. */
  | 'dies-before'
  | 'dies-after';

export type Method = keyof Shopify;

export interface Faults {
  /** Strikes the next call of a method, or the one after so many that go well. */
  add(method: Method, fault: Fault, after?: number): void;
  /** Whatever was still to go wrong goes well. */
  heal(): void;
  /** Throws what must be thrown before anything happens. */
  beforeRead(method: Method): void;
  /** Runs a change under the fault that waits for its method. `later` runs it when a job would. */
  around(method: Method, act: () => EffectResult, later: (act: () => void) => void): EffectResult;
}

/** How a dead worker looks to the task engine: an attempt that ended with nothing written. */
export class WorkerDied extends Error {}

export function createFaults(): Faults {
  const waiting = new Map<Method, (Fault | null)[]>();
  const take = (method: Method): Fault | undefined => waiting.get(method)?.shift() ?? undefined;
  const refuseAtOnce = (fault: Fault | undefined): void => {
    if (fault === 'unreachable') throw new Unreachable('Shopify is not there');
    if (fault === 'throttled') throw new Throttled(2_000);
  };
  return {
    add(method, fault, after = 0) {
      const well = Array.from({ length: after }, () => null);
      waiting.set(method, [...(waiting.get(method) ?? []), ...well, fault]);
    },
    heal: () => waiting.clear(),
    beforeRead: (method) => refuseAtOnce(take(method)),
    around(method, act, later) {
      const fault = take(method);
      refuseAtOnce(fault);
      if (fault === 'dies-before') throw new WorkerDied('before the call');
      if (fault === 'refused') return { outcome: 'refused', reason: 'Shopify refuses', code: null };
      if (fault === 'lost-call') throw new OutcomeUnclear('The line broke before the call');
      if (fault === 'pending') {
        later(() => void act());
        return { outcome: 'pending', reference: null };
      }
      const result = act();
      if (fault === 'dies-after') throw new WorkerDied('after the call');
      if (fault === 'lost-answer') throw new OutcomeUnclear('The line broke after the call');
      return result;
    },
  };
}
