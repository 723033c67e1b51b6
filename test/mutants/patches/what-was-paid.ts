import type { Patch } from './patch';

const HOLDS = 'app/domain/effects/holds.ts';
const GIVEN_BACK = 'app/domain/effects/given-back.ts';
const LAPSE = 'app/domain/effects/lapse.ts';
const PARTS = 'app/domain/effects/parts-of-order.ts';

/** What was paid for goes, and what is no longer there is not counted on. */
export const WHAT_WAS_PAID: readonly Patch[] = [
  {
    promise: 'M',
    file: HOLDS,
    find: 'if (!allowsParts(situation) && !isChargedInPart(situation)) return',
    replace: 'if (!allowsParts(situation)) return',
    why: 'holds a part that was charged for when the shop comes to send whole orders',
  },
  {
    promise: 'M',
    file: PARTS,
    find: 'if (!freeIsSettled(situation)) return 0;',
    replace: 'return 0;',
    why: 'cancels what is paid and free to go along with what was not paid in time',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/cancellations.ts',
    find: '(byRule ? paidAndFree(line.id, situation) : 0)',
    replace: '0',
    why: 'cancels a paid unit along with one of its line that was not paid in time',
  },
  {
    promise: 'M',
    file: 'app/domain/own-money.ts',
    find: 'spent: new Set(captures.filter(({ final }) => final).map(({ target }) => target)),',
    replace: 'spent: new Set(),',
    why: 'counts on an authorization that was captured for good',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: "units.short + units.doubtful > 0 && choice.kind !== 'cancel-requested',",
    replace: 'units.short + units.doubtful > 0,',
    why: 'lets an authorization go for want of what is just being cancelled',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'if (unpaidOfGone(situation) !== null) return [];',
    replace: '',
    why: 'lets go of what would pay for a part that has left',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'picture.authorizations.some((authorization) => isLetGo(authorization, captured));',
    replace: 'false;',
    why: 'keeps a second authorization that does not cover the rest after a single capture',
  },
  {
    promise: 'P3',
    file: 'app/domain/offers.ts',
    find: 'endsAt: first.goodUntil',
    replace: 'endsAt: first.expiresAt',
    why: 'names a day for the early charge after the one on which it charges',
  },
  {
    promise: 'M',
    file: 'app/domain/due-now.ts',
    find: 'return compare(rest, rounding) > 0 ? rest : zero(rest.currencyCode);',
    replace: 'return rest;',
    why: 'asks for a cent that its own rounding left',
  },
  {
    promise: 'P1',
    file: GIVEN_BACK,
    find: 'const spare = atLeastZero(least(ours, minus(paid, dueNow(order, value))));',
    replace: 'const spare = minus(worth, worth);',
    why: 'lets what was charged for a cancelled part pay for what is missing',
  },
  {
    promise: 'M',
    file: GIVEN_BACK,
    find: 'least(ours, minus(paid, dueNow(order, value)))',
    replace: 'minus(paid, dueNow(order, value))',
    why: 'gives back of a gift card what goes on paying for the rest',
  },
  {
    promise: 'P6',
    file: GIVEN_BACK,
    find: 'const missing = atLeastZero(minus(own, given));',
    replace: 'const missing = minus(own, own);',
    why: 'gives back no more than Shopify suggests while a part is not charged',
  },
  {
    promise: 'M',
    file: 'app/domain/money-picture.ts',
    find: 'received: minus(plus(paid, cardPaid), givenBack),',
    replace: 'received: plus(paid, cardPaid),',
    why: 'takes what was given back for the price of what is still to be paid',
  },
  {
    promise: 'M',
    file: GIVEN_BACK,
    find: "choice === undefined || !('by' in choice) || choice.by !== 'rule'",
    replace: 'true',
    why: 'gives back what pays for the unit that stays when another was not paid in time',
  },
  {
    promise: 'P8',
    file: 'app/use-cases/still-true.ts',
    find: "if (isOver(order) && step !== 'cancelled' && step !== 'shipped') return true;",
    replace: '',
    why: 'says that a date has passed of what the merchant has cancelled',
  },
  {
    promise: 'P3',
    file: 'app/domain/authorization.ts',
    find: 'closed: !order.capturable && isPositive(captured) && isZero(capturing),',
    replace: 'closed: false,',
    why: 'says that money is set aside of which somebody took a part for good',
  },
  {
    promise: 'P8',
    file: 'app/domain/decide/order-seen.ts',
    find: ', ...closedAuthorizations(picture, at)]',
    replace: ']',
    why: 'tells as news the end of what somebody took a part of for good',
  },
  {
    promise: 'P10',
    file: 'app/use-cases/queue-up.ts',
    find: 'if (isShort && gone > 0) return',
    replace: 'if (false) return',
    why: 'gives who waits a unit that came back for somebody else',
  },
];
