import type { Scheduler } from 'fast-check';
import type { Shopify } from '../../../app/ports';
import type { Between, Pool } from '../../support/harness';

/**
 * Two workers whose every call to Shopify waits for its turn, as does what a person does meanwhile: so a capture can meet a
 * cancellation, an edit or another's capture at any point between a read and the act that follows from it.
 */
export function createRaces(scheduler: Scheduler, guard: Between = {}) {
  let isRunning = false;
  let isCalm = false;
  let acts: (() => Promise<unknown> | void)[] = [];
  const turn = (): Promise<void> =>
    isRunning ? scheduler.schedule(Promise.resolve(), 'turn') : Promise.resolve();
  const pool: Pool = {
    get size() {
      return isCalm ? 1 : 2;
    },
    turn,
    async run(workers) {
      if (isCalm) return void (await workers);
      isRunning = true;
      const people = acts.map((act) => turn().then(act));
      acts = [];
      await scheduler.waitFor(Promise.all([workers, ...people]));
      isRunning = false;
    },
  };
  /** From now on nothing waits for its turn any more: who still meant to act has done so. */
  const calm = async (): Promise<void> => {
    isCalm = true;
    for (const act of acts) await act();
    acts = [];
  };
  const between: Between = {
    ...guard,
    pool,
    shopify: (port) => inTurn(guard.shopify?.(port) ?? port, turn),
  };
  return {
    between,
    calm,
    /** A person acts while the next tasks are performed. */
    meanwhile: (act: () => Promise<unknown> | void): void => void acts.push(act),
  };
}
export type Races = ReturnType<typeof createRaces>;

function inTurn(port: Shopify, turn: () => Promise<void>): Shopify {
  const wait =
    <Args extends unknown[], R>(call: (...args: Args) => Promise<R>) =>
    async (...args: Args): Promise<R> => {
      await turn();
      return call(...args);
    };
  return {
    ...port,
    readOrder: wait(port.readOrder),
    readStock: wait(port.readStock),
    suggestRefund: wait(port.suggestRefund),
    hold: wait(port.hold),
    requestCancellation: wait(port.requestCancellation),
    release: wait(port.release),
    capture: wait(port.capture),
    void: wait(port.void),
    cancelOrder: wait(port.cancelOrder),
    removeUnits: wait(port.removeUnits),
    refund: wait(port.refund),
    askForPayment: wait(port.askForPayment),
  };
}
