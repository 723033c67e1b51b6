import type { Patch } from './patch';

const LEFT_UNPAID = 'app/domain/effects/left-unpaid.ts';
const STUCK = 'app/domain/effects/stuck-money.ts';

/** Orders that nobody would come back to. */
export const LEFT_LYING: readonly Patch[] = [
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'if (rest === null || at === null || at > situation.now) return null;',
    replace: 'return null;',
    why: 'calls nobody when goods have left unpaid',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'if (situation.case?.leftUnpaid === true || ',
    replace: 'if (',
    why: 'calls for goods that left unpaid again and again',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'const PATIENCE = HOUR;',
    replace: 'const PATIENCE = 0;',
    why: 'calls before Shopify’s own capture can have come',
    and: {
      find: "import { addMs, HOUR } from '../calendar';",
      replace: "import { addMs } from '../calendar';",
    },
  },
  {
    promise: 'M',
    file: 'app/domain/effects/captures.ts',
    find: 'if (hasFailedBefore(latest, value)) return',
    replace: 'if (false) return',
    why: 'never tries a capture again that failed when nothing was short',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: ' && !isPaidInPart(situation)',
    replace: '',
    why: 'says nothing when an order leaves that was edited upwards after it was paid',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/settled.ts',
    find: ' || hasFailedAtCheckout(order)',
    replace: '',
    why: 'lets goods go whose payment came to nothing at checkout',
  },
  {
    promise: 'M',
    file: STUCK,
    find: 'if (pendingLateAt(situation).some((at) => at <= now)) return NOT_SETTLED;',
    replace: '',
    why: 'keeps goods that are there on hold for a pending payment, and tells nobody',
  },
  {
    promise: 'M',
    file: 'app/use-cases/wake-ups.ts',
    find: '...pendingLateAt(situation),',
    replace: '',
    why: 'does not come back for a payment that stays pending',
  },
  {
    promise: 'M',
    file: 'app/use-cases/intents.ts',
    find: "'refund', 'capture'];",
    replace: "'refund'];",
    why: 'keeps a refused capture behind what a person was called for before',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/unpaid.ts',
    find: 'if (isPaidAfterAll(situation)) return lines.map(stays);',
    replace: '',
    why: 'keeps an order on hold for a cancellation that its payment has overtaken',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/cancellations.ts',
    find: " &&\n      !(isPaid && line.choice.by === 'rule')",
    replace: '',
    why: 'cancels for want of payment what is paid meanwhile',
  },
  {
    promise: 'M',
    file: 'app/use-cases/panel-payments.ts',
    find: 'untaken: untaken.flatMap(untakenView),',
    replace: 'untaken: [],',
    why: 'shows nobody that the payment of an order in stock was refused',
  },
  {
    promise: 'M',
    file: 'app/use-cases/clear-order-money.ts',
    find: 'if (order.cancelledAt === null && !isZero(owed(moneyOf(situation)))) return;',
    replace: 'if (order.cancelledAt === null) return;',
    why: 'goes on calling for a payment that somebody has taken',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/lapse.ts',
    find: '!isEnding && !isHalfReleased(situation)',
    replace: '!isEnding',
    why: 'keeps an authorization that pays for a part of the order, when the other was released',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'most(owed(picture), outstandingAfterSwap(order, picture))',
    replace: 'owed(picture)',
    why: 'takes what was given back for one line for the price of another',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'isPositive(refunded) && lines.some(({ ordered, current }) => current < ordered)',
    replace: 'isPositive(refunded)',
    why: 'takes a gift for a debt',
  },
  {
    promise: 'P6',
    file: STUCK,
    find: 'if (order.disputed) return hasWaitedFor(0) ? DISPUTED : null;',
    replace: 'if (order.disputed) return null;',
    why: 'says nothing of a cancellation whose payment is disputed',
  },
];
