import type { Case } from '../case';
import { refusedEffects } from '../effects';
import { cancelledInDispute, frozenByDispute } from './disputed';
import { leftUnpaid, partLeftUnpaid } from './left-unpaid';
import { extrasLeft } from './only-extras';
import { lateRefund } from './refund-due';
import { moneyToGiveBack } from './refunds';
import type { Situation } from './situation';
import { notGivenBack, stuckCancellation, stuckMoney } from './stuck-money';
import { wayOut } from './way-out';

/** Of a refund of what is paid too much, its own call says how much that is. */
function refusals(situation: Situation, { lines }: Case): string[] {
  return refusedEffects(situation)
    .filter(({ effect }) => effect.kind !== 'refund' || effect.quantity > 0)
    .map(({ effect, reason }) => wayOut(effect, reason, lines));
}

/**
 * What only a person can settle about the order's money or goods as things stand, in words for the merchant. A refund comes
 * first: it has a term by law (P6). The same situation gives the same words, by which it is told whether a call is new.
 */
export function standingCalls(situation: Situation): string[] {
  const { case: value } = situation;
  if (value === null) return [];
  const calls = [
    moneyToGiveBack(situation) ?? lateRefund(situation),
    cancelledInDispute(situation),
    ...refusals(situation, value),
    stuckCancellation(situation),
    partLeftUnpaid(situation),
    frozenByDispute(situation),
    leftUnpaid(situation),
    stuckMoney(situation),
    notGivenBack(situation),
    extrasLeft(situation),
  ];
  return calls.filter((call) => call !== null);
}
