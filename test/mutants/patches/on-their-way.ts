import type { Patch } from './patch';

/** Money that is on its way back, and disputes. */
export const ON_THEIR_WAY: readonly Patch[] = [
  {
    promise: 'M',
    file: 'app/domain/has-happened.ts',
    find: "if (payments.length > 0 && isMade) return 'yes';",
    replace: '',
    why: 'asks for a refund again and again while it is on its way',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/given-back.ts',
    find: 'const paid = minus(plus(charged, giftCard), refunding);',
    replace: 'const paid = plus(charged, giftCard);',
    why: 'gives back what a person has given back and is on its way',
  },
  {
    promise: 'M',
    file: 'app/domain/own-money.ts',
    find: 't.parentId === parentId && compare(t.amount, amount) === 0',
    replace: 't.parentId === parentId',
    why: 'takes the gift of a person for its own refund',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/cancellations.ts',
    find: 'if (isMoving(moneyOf(situation))) return [];',
    replace: 'if (isPositive(moneyOf(situation).pending)) return [];',
    why: 'has a cancellation refused while a refund is on its way',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/refunds.ts',
    find: 'return isPositive(owedBack) && !order.disputed ? owedBack : null;',
    replace: 'return null;',
    why: 'says nothing of a refund that did not arrive',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/refund-due.ts',
    find: 'if (situation.order.disputed) return null;',
    replace: '',
    why: 'has a person refund what the bank may give back',
  },
  {
    promise: 'P8',
    file: 'app/domain/planner.ts',
    find: 'value.disputed === true ? null : nextReminder(value)',
    replace: 'nextReminder(value)',
    why: 'goes on asking for money while a payment is disputed',
  },
  {
    promise: 'P8',
    file: 'app/use-cases/still-true.ts',
    find: 'isShown || order.disputed;',
    replace: 'isShown;',
    why: 'asks for money in a dispute of which it has not heard',
  },
  {
    promise: 'P6',
    file: 'app/domain/decide/money-seen.ts',
    find: 'const isWon = before.disputed === true && !picture.disputed;',
    replace: 'const isWon = false;',
    why: 'cancels for want of payment as soon as a dispute is over',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/attention.ts',
    find: 'calls: [...standing] }',
    replace: 'calls: [...made, ...standing] }',
    why: 'says nothing of a second parcel that leaves unpaid',
  },
  {
    promise: 'P6',
    file: 'app/domain/decide/attention.ts',
    find: '!over.includes(call) && !standing.includes(call)',
    replace: '!standing.includes(call)',
    why: 'goes on telling a person to refund what has gone back',
  },
];
