import type { Patch } from './patch';

const LAPSE = 'app/domain/effects/lapse.ts';
const PAYMENT_DAYS = 'app/domain/payment-days.ts';
const PAYMENTS = 'app/domain/effects/payments.ts';

/** Authorizations that end before the goods come, and orders that are paid anew. */
export const LAPSES: readonly Patch[] = [
  {
    promise: 'M',
    file: LAPSE,
    find: 'const NOTICE = 48 * HOUR;',
    replace: 'const NOTICE = 24 * HOUR;',
    why: 'releases an authorization a day late',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'window < SHORT_WINDOW ? window / 2 : NOTICE',
    replace: 'NOTICE',
    why: 'gives up a short authorization as soon as it is there',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: ': earliest(feeFrom, expiresAt);',
    replace: ': expiresAt;',
    why: 'runs into the fee of an extended authorization',
  },
  {
    promise: 'P1',
    file: LAPSE,
    find: 'if (yes === undefined) return false;',
    replace: 'if (yes === undefined) return value !== null;',
    why: 'charges before the goods are there without the yes of the customer',
  },
  {
    promise: 'P1',
    file: LAPSE,
    find: 'return yes.upTo === undefined || compare(order.currentTotal, yes.upTo) <= 0;',
    replace: 'return true;',
    why: 'charges more than the customer had agreed to when the order has grown',
  },
  {
    promise: 'P1',
    file: LAPSE,
    find: "if (shop.settings.beforeLapse !== 'charge-if-agreed') return false;",
    replace: '',
    why: 'charges before the goods are there in a shop that does not want it any more',
  },
  {
    promise: 'P1',
    file: 'app/domain/effects/captures.ts',
    find: 'const early = isChargedEarly(situation) && aboutToLapse(situation).length > 0;',
    replace: 'const early = isChargedEarly(situation);',
    why: 'charges with the yes of the customer, but days before it has to',
  },
  {
    promise: 'M',
    file: LAPSE,
    find: 'return !chose && !gone && !charged;',
    replace: 'return !gone && !charged;',
    why: 'cancels the order of a customer who chose to wait',
  },
  {
    promise: 'P6',
    file: LAPSE,
    find: 'if (!cancelled || !isZero(picture.pending) || !isZero(owed(picture))) return [];',
    replace: 'return [];',
    why: 'keeps money set aside for what was cancelled',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/order-seen.ts',
    find: 'const newlyEnded = over.filter((id) => !(base.endedAuthorizations ?? []).includes(id));',
    replace: 'const newlyEnded = over;',
    why: 'tells of the same lapse at every look',
  },
  {
    promise: 'M',
    file: 'app/use-cases/wake-ups.ts',
    find: '...open.map(({ expiresAt }) => addMs(expiresAt, MINUTE)),',
    replace: '',
    why: 'does not notice that an authorization has run out',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/what-to-tell.ts',
    find: 'if (canBePaid(after) && before.payment == null)',
    replace: 'if (canBePaid(after))',
    why: 'asks for the same payment again',
  },
  {
    promise: 'M',
    file: PAYMENTS,
    find: 'const nothingOpen = !isCoveredByOpen(rest, picture, now) && !anyOpen(situation);',
    replace: 'const nothingOpen = !isCoveredByOpen(rest, picture, now);',
    why: 'asks to pay by link while a part is still authorized',
  },
  {
    promise: 'M',
    file: PAYMENT_DAYS,
    find: ' || nextReminder(value) !== null)',
    replace: ')',
    why: 'cancels an unpaid order without having reminded anybody',
  },
  {
    promise: 'M',
    file: PAYMENT_DAYS,
    find: 'value.payment == null || value.payment.payBy > now || ',
    replace: 'value.payment == null || ',
    why: 'cancels an unpaid order before the last day for paying',
  },
  {
    promise: 'M',
    file: PAYMENT_DAYS,
    find: "return !outcomes.includes('withheld') && ",
    replace: 'return ',
    why: 'cancels for want of payment after reminders that nobody got',
  },
  {
    promise: 'M',
    file: PAYMENT_DAYS,
    find: 'return late <= NIGHT ? payBy : ',
    replace: 'return true ? payBy : ',
    why: 'names a last day for paying that is over',
  },
  {
    promise: 'P6',
    file: 'app/domain/decide/unpaid.ts',
    find: 'if (!isUnpaidForGood(situation)) return [...lines];',
    replace: 'return [...lines];',
    why: 'keeps goods for ever for somebody who does not pay',
  },
  {
    promise: 'M',
    file: PAYMENTS,
    find: "return last?.status === 'done' || last?.status === 'failed';",
    replace: 'return false;',
    why: 'calls nobody when the order cannot be paid',
  },
];
