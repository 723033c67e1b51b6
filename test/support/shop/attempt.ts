import { addMs } from '../../../app/domain/calendar';
import type { Fact, Tried } from '../../../app/domain/history';
import type { OrderId } from '../../../app/domain/ids';
import type { EffectKind } from '../../../app/domain/intent';
import { OutcomeUnclear } from '../../../app/errors';
import type { EffectResult } from '../../../app/ports';
import { type Faults, type Method, WorkerDied } from './faults';

/** How long a job of Shopify's takes. */
const JOB_MS = 30_000;

export interface Wanted {
  readonly order: OrderId;
  readonly effect: EffectKind;
  readonly target: string;
}

/** Something that happens by itself, later. */
export interface Later {
  readonly at: Date;
  readonly act: () => void;
}

export interface AttemptIo {
  readonly now: () => Date;
  readonly letIn: () => void;
  readonly log: (fact: Fact) => void;
  readonly later: (item: Later) => void;
}

/** Runs one change under its faults, and writes down that it was tried. */
export const createAttempt =
  (faults: Faults, { now, letIn, log, later }: AttemptIo) =>
  async (method: Method, wanted: Wanted, act: () => EffectResult): Promise<EffectResult> => {
    letIn();
    const tried = (outcome: Tried['outcome']): void =>
      log({ kind: 'tried', at: now(), ...wanted, outcome });
    try {
      const result = faults.around(method, act, (run) =>
        later({ at: addMs(now(), JOB_MS), act: run }),
      );
      tried(result.outcome === 'key-spent' ? 'nothing' : result.outcome);
      return result;
    } catch (error) {
      // Whoever takes over from a worker that died can't know either whether it happened.
      const isUnclear = error instanceof OutcomeUnclear || error instanceof WorkerDied;
      tried(isUnclear ? 'unclear' : 'nothing');
      throw error;
    }
  };
export type Attempt = ReturnType<typeof createAttempt>;
