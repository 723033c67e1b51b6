import type { Patch } from './patch';

const AUTHORIZATION = 'app/domain/authorization.ts';
const LATE = 'app/domain/effects/late-money.ts';
const CALLS = 'app/domain/effects/late-calls.ts';
const LAPSE = 'app/domain/effects/lapse.ts';
const PAYMENTS = 'app/domain/effects/payments.ts';

/** Authorizations that Shopify shows as capturable for longer than we count on them, and those whose end is only guessed. */
export const LATE_MONEY: readonly Patch[] = [
  {
    promise: 'M',
    file: LATE,
    find: 'return [...late, ...openAuthorizations(picture, now)].filter(',
    replace: 'return openAuthorizations(picture, now).filter(',
    why: 'asks to pay again though Shopify shows the money as capturable',
  },
  {
    promise: 'M',
    file: LATE,
    find: 'return [...late, ...openAuthorizations(picture, now)].filter((a) => !isGivenUp(value, a));',
    replace: 'return [...late, ...openAuthorizations(picture, now)];',
    why: 'takes money of which the customer was told that it is released',
  },
  {
    promise: 'M',
    file: LATE,
    find: 'if (costsFee(authorization, situation)) return false;',
    replace: '',
    why: 'captures late for a fee that the shop has not accepted',
  },
  {
    promise: 'M',
    file: LATE,
    find: 'return !mayBeVoided(authorization) || !wasRefused(authorization, situation);',
    replace: 'return true;',
    why: 'goes on waiting for a late capture that was refused',
  },
  {
    promise: 'M',
    file: LATE,
    find: 'isZero(captured) && !endIsGuessed;',
    replace: 'isZero(captured);',
    why: 'voids an authorization whose end is only guessed',
  },
  {
    promise: 'M',
    file: AUTHORIZATION,
    find: "if (financialStatus === 'expired') return processedAt;",
    replace: '',
    why: 'counts on an authorization that Shopify shows as expired',
  },
  {
    promise: 'M',
    file: AUTHORIZATION,
    find: 'return refused?.processedAt ?? null;',
    replace: 'return null;',
    why: 'counts on an authorization of which a capture was refused as expired',
  },
  {
    promise: 'M',
    file: AUTHORIZATION,
    find: 'if (compare(rest, left) > 0) break;',
    replace: '',
    why: 'takes what is capturable of one authorization for what is capturable of another',
  },
  {
    promise: 'M',
    file: PAYMENTS,
    find: 'if (!isUnpaidFor(situation) || takeable(situation).length > 0) return [];',
    replace: 'return [];',
    why: 'leaves an authorization standing that keeps the customer from paying',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/captures.ts',
    find: 'lateAuthorizations(moneyOf(situation), situation.now).length > 0;',
    replace: 'false;',
    why: 'leaves a late authorization to the capture that comes with the fulfillment',
  },
  {
    promise: 'P3',
    file: 'app/emails/money-reading.ts',
    find: 'const open = shownAuthorizations(picture, now);',
    replace: 'const open = shownAuthorizations(picture, now).filter((a) => a.goodUntil > now);',
    why: 'does not say that money is set aside that Shopify shows as capturable',
  },
  {
    promise: 'P3',
    file: 'app/domain/money-picture.ts',
    find: 'isIdle(a) && a.goodUntil <= now && !a.isCapturable',
    replace: 'isIdle(a) && a.goodUntil <= now',
    why: 'says that an authorization has run out that Shopify shows as capturable',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'const isLate = lateAuthorizations(picture, now).some(mayBeVoided);',
    replace: 'const isLate = false;',
    why: 'keeps money set aside past its end while the goods are missing',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'const isEnding = endingSoon(situation).some((a) => !a.endIsGuessed);',
    replace: 'const isEnding = endingSoon(situation).length > 0;',
    why: 'cancels an order by a day that is only guessed',
  },
  {
    promise: 'P3',
    file: LAPSE,
    find: 'now).filter((a) => !a.endIsGuessed);',
    replace: 'now);',
    why: 'tells the customer to answer by a day that is only guessed',
  },
  {
    promise: 'P1',
    file: 'app/domain/offers.ts',
    find: 'first.endIsGuessed || ',
    replace: '',
    why: 'asks for a yes to an early charge by a day that is only guessed',
  },
  {
    promise: 'M',
    file: 'app/use-cases/wake-ups.ts',
    find: '    ...late.map(({ goodUntil }) => whileLate(goodUntil, now)),\n',
    replace: '',
    why: 'does not notice that Shopify shows an authorization no more',
  },
  {
    promise: 'M',
    file: CALLS,
    find: 'a.endIsGuessed && actBy(a) <= now && !isTakenNow(a, situation)',
    replace: 'a.endIsGuessed && !isTakenNow(a, situation)',
    why: 'asks for the days of a gateway before they matter',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/left-unpaid.ts',
    find: 'if (late !== undefined && waits(value))',
    replace: 'if (late !== undefined && !waits(value))',
    why: 'calls nobody for a part that left unpaid once its authorization is late',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/left-unpaid.ts',
    find: 'least(plus(outstanding, totalCapturable), currentTotal)',
    replace: 'outstanding',
    why: 'takes what is only authorized for paid when goods have left',
  },
];
