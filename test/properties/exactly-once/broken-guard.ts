import type { OrderSnapshot } from '../../../app/domain/order';
import type { Shopify, Tx, Work } from '../../../app/ports';
import type { Between } from '../../support/harness';

/* The guards of "exactly once", each broken on purpose: the tests must see what they are for. */

/** `attempting` is never written down: whoever comes after a crash knows nothing of the attempt. */
function forgetful(work: Work): Work {
  const forgets = (tx: Tx): Tx => ({
    ...tx,
    saveIntent: (intent) =>
      tx.saveIntent(intent.status === 'attempting' ? { ...intent, status: 'planned' } : intent),
  });
  return {
    ...work,
    keep: (locks, act) => work.keep(locks, (tx) => act(forgets(tx))),
    finish: (locks, act) => work.finish(locks, (tx) => act(forgets(tx))),
  };
}

/**
 * The truth isn't looked up: once something was called for, its order is shown as it was before that, and each call bears a
 * name of its own, by which Shopify would know a repetition.
 */
function blind(port: Shopify, isBroken: () => boolean): Shopify {
  const seen = new Map<string, OrderSnapshot | null>();
  const old = new Set<string>();
  let calls = 0;
  const another = (name: string): string => `${name}-${(calls += 1)}`;
  const close = (): void => {
    if (isBroken()) for (const order of seen.keys()) old.add(order);
  };
  return {
    ...port,
    async readOrder(shop, id) {
      if (!old.has(id)) seen.set(id, await port.readOrder(shop, id));
      return seen.get(id) ?? null;
    },
    hold: (shop, input) => (close(), port.hold(shop, { ...input, handle: another(input.handle) })),
    refund: (shop, input) => (close(), port.refund(shop, { ...input, key: another(input.key) })),
    release: (shop, input) => (close(), port.release(shop, input)),
    requestCancellation: (shop, input) => (close(), port.requestCancellation(shop, input)),
    takeBackRequest: (shop, input) => (close(), port.takeBackRequest(shop, input)),
    capture: (shop, input) => (close(), port.capture(shop, input)),
    void: (shop, input) => (close(), port.void(shop, input)),
    cancelOrder: (shop, input) => (close(), port.cancelOrder(shop, input)),
    removeUnits: (shop, input) => (close(), port.removeUnits(shop, input)),
    askForPayment: (shop, input) => (close(), port.askForPayment(shop, input)),
  };
}

/** What stands between the app and its world, and when it begins to do harm. */
export interface Guard {
  readonly between: Between;
  readonly breaks: () => void;
}

export const unbroken = (): Guard => ({ between: {}, breaks: () => undefined });

export function brokenGuard(): Guard {
  let isBroken = false;
  return {
    between: {
      shopify: (port) => blind(port, () => isBroken),
      work: (work) => (isBroken ? forgetful(work) : work),
    },
    breaks: () => {
      isBroken = true;
    },
  };
}
