import type { Combination } from './factors';

/* When what happens, by the shop's clock: see README.md. No change to or from daylight saving falls into it. */

export const OPENS = '2026-06-01 09:30';
export const ORDERED = '2026-06-01 10:00';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** The authorization's end, in days after the order; the seventh where there is none. */
export function endInDays({ gateway }: Combination): number {
  if (gateway === 'paypal') return 29;
  return gateway === 'klarna' ? 28 : 7;
}

function arrival(combination: Combination): number | null {
  const end = endInDays(combination) * DAY;
  switch (combination.stock) {
    case 'before':
      return 4 * DAY;
    case 'window':
      return end - DAY;
    case 'after-paid':
    case 'after-unpaid':
      return end + DAY;
    case 'never':
      return null;
  }
}

/** So much longer the provider keeps the authorization, or Shopify shows it. */
export const LATE_FOR = 10 * DAY;

/** All in milliseconds after the order. */
export interface Calendar {
  readonly actor: number;
  readonly partFirst: number;
  readonly reaction: number;
  readonly arrival: number | null;
  readonly firstShipping: number;
  /** The authorization's end. */
  readonly end: number;
  readonly ends: number;
}

/**
 * The table's calendar; with the customer first, they and the actor change places. `late`: the authorization is shown for
 * longer than it lives, so that payment may be asked for only then, and its last day is later, too.
 */
export function calendarOf(
  combination: Combination & { readonly late?: unknown },
  first: 'actor' | 'customer',
): Calendar {
  const longer = combination.late === undefined ? 0 : LATE_FOR;
  const [actor, reaction] = first === 'actor' ? [DAY, 2 * DAY] : [2 * DAY, DAY];
  return {
    actor: combination.actor === 'flow-captures' ? 5 * 60_000 : actor,
    partFirst: DAY + 4 * HOUR,
    reaction,
    arrival: arrival(combination),
    firstShipping: 6 * HOUR,
    end: endInDays(combination) * DAY,
    ends: (endInDays(combination) + 14) * DAY + longer,
  };
}

/** A shop that sleeps is paused from so long before the authorization's end to so long after it. */
export const SLEEPS = { before: 3 * DAY, after: 12 * HOUR };
export const SHIPS_EVERY = DAY;
export const PAYS_AFTER = DAY;
