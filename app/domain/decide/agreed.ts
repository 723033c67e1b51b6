import type { Case } from '../case';
import type { Offers } from '../offers';
import { type Decision, entry, ignored } from './decision';

/** The customer's yes to an offer, with the words that they were shown and the amount in them. */
export interface Agreed {
  readonly type: 'agreed';
  readonly at: Date;
  readonly to: 'part-first' | 'charge-early';
  readonly amount: string;
  readonly words: string;
}

const CHANGED = 'This has changed since you opened the page. Please look again.';

/**
 * - only to what is offered at this moment, and for the amount that they saw;
 * - kept with its words: what is charged before goods, or in one capture for a part, is charged by this alone (P1).
 */
export function decideAgreed(current: Case, agreed: Agreed, offers: Offers): Decision {
  const { at, to, words, amount } = agreed;
  const offer = to === 'part-first' ? offers.partFirst : offers.chargeEarly;
  if (offer?.amount.amount !== amount) return ignored(CHANGED);
  const agreements = [...(current.agreements ?? []), { to, at, words, upTo: offer.upTo }];
  const partFirst = to === 'part-first' ? { at, by: 'customer' as const } : current.partFirst;
  return {
    case: { ...current, agreements, partFirst },
    timeline: [
      ...(to === 'part-first' ? [entry(at, 'part-first', 'customer')] : []),
      entry(at, 'agreed', 'customer', { to, reason: words }),
    ],
  };
}
