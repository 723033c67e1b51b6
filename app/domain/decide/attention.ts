import type { Case } from '../case';
import { type Decision, entry, ignored } from './decision';

export const NO_ADDRESS = 'The order has no usable e-mail address: call the customer.';

/** Something that only a person can settle, in words that a merchant can act on. The first one stays until settled. */
export function raiseAttention(current: Case, at: Date, reason: string): Decision {
  if (current.attention !== null) return ignored('the case already needs attention');
  return {
    case: { ...current, attention: reason },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** A refund has a term by law (P6): it is said first, whatever else waits for a person. Its amount is the newest. */
export function raiseRefund(current: Case, at: Date, reason: string): Decision {
  const others = (current.attention ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('Refund '));
  const attention = [reason, ...others].filter((line) => line !== '').join('\n');
  if (attention === current.attention) return ignored('the refund is on the list already');
  return {
    case: { ...current, attention },
    timeline: [entry(at, 'attention-raised', 'holdfast', { reason })],
  };
}

/** A call that was made has told the customer: nothing of it is left to say. */
export function resolveAttention(current: Case, at: Date): Decision {
  if (current.attention === null) return ignored('nothing needs attention');
  return {
    case: {
      ...current,
      attention: null,
      toTell: current.attention.includes(NO_ADDRESS) ? [] : current.toTell,
    },
    timeline: [entry(at, 'attention-resolved', 'merchant', { reason: current.attention })],
  };
}

/** After `watch`, whoever was never really told hears it now: a late first notice is better than silence (P2, P5). */
export function tellAfterWatching(current: Case, at: Date): Decision {
  const short = current.lines.some((line) => line.units.short + line.units.doubtful > 0);
  if (current.closedAt !== null || !short) return ignored('nobody waits');
  if (current.said.some((said) => said.outcome !== 'withheld'))
    return ignored('the customer was told');
  if (current.toTell.some((item) => item.step === 'first-notice'))
    return ignored('the notice is on its way');
  return {
    case: {
      ...current,
      said: [],
      toTell: [...current.toTell, { step: 'first-notice', since: at }],
    },
    timeline: [],
  };
}
