import { cancelledInDispute, frozenByDispute } from './disputed';
import { leftUnpaid, partLeftUnpaid } from './left-unpaid';
import { extrasLeft } from './only-extras';
import { lateRefund } from './refund-due';
import { moneyToGiveBack } from './refunds';
import { refusals } from './refusals';
import type { Situation } from './situation';
import { notGivenBack, stuckCancellation, stuckMoney } from './stuck-money';

/**
 * What only a person can settle about the order's money or goods as things stand, in words for the merchant. A refund comes
 * first: it has a term by law (P6). The same situation gives the same words, by which it is told whether a call is new.
 */
export function standingCalls(situation: Situation): string[] {
  if (situation.case === null) return [];
  const late = lateRefund(situation);
  const calls = [
    late ?? moneyToGiveBack(situation),
    cancelledInDispute(situation),
    ...refusals(situation, { refunds: late === null }),
    stuckCancellation(situation),
    partLeftUnpaid(situation),
    frozenByDispute(situation),
    leftUnpaid(situation),
    stuckMoney(situation),
    notGivenBack(situation),
    extrasLeft(situation),
  ];
  return [...new Set(calls.filter((call) => call !== null))];
}
