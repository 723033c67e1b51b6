import { HOUR } from './calendar';
import { type Intent, intentKey, wasTried } from './intent';

/** Shopify forgets an idempotency key after 24 hours; an hour of it is left for clocks that differ and calls that take long. */
const KEPT = 23 * HOUR;
/** So many keys are tried; Shopify keeps a failure under each. */
const MOST_KEYS = 3;

/** Shopify keeps its idempotency keys per app and shop: the order's number makes the intent's name unique there. */
export function refundKey(intent: Intent): string {
  const name = `${intentKey(intent)}-of-${intent.orderId.split('/').at(-1) ?? ''}`;
  const spent = intent.effect.kind === 'refund' ? (intent.effect.spentKeys ?? 0) : 0;
  return spent === 0 ? name : `${name}-key-${spent + 1}`;
}

/** Whether another call with the key could be a second refund: Shopify may have forgotten the first one. */
export function isForgotten(intent: Intent, now: Date): boolean {
  const { effect, plannedAt } = intent;
  if (effect.kind !== 'refund') return false;
  // A row of an older release tells no time; it was asked after it was planned.
  const asked = effect.askedAt ?? (wasTried(intent) ? plannedAt : now);
  return now.getTime() - asked.getTime() >= KEPT;
}

/** The intent with its next key, to be used once the order was read; null when too many were tried. */
export function withNextKey(intent: Intent): Intent | null {
  const { effect } = intent;
  if (effect.kind !== 'refund') return null;
  const spentKeys = (effect.spentKeys ?? 0) + 1;
  if (spentKeys >= MOST_KEYS) return null;
  return { ...intent, effect: { ...effect, spentKeys, askedAt: undefined } };
}
