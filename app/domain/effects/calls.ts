import { eachOnce, type StandingCall } from '../calls/call';
import { cancelledInDispute, frozenByDispute } from './disputed';
import { joinedParts } from './joined-parts';
import { authorizedNotTaken, daysUnknown } from './late-calls';
import { leftUnpaid, partLeftUnpaid } from './left-unpaid';
import { fulfilledMissing } from './fulfilled-missing';
import { missingOpen } from './missing-open';
import { extrasLeft } from './only-extras';
import { readyOnHold } from './ready-on-hold';
import { lateRefund } from './refund-due';
import { moneyToGiveBack } from './refunds';
import { refundedToShip } from './refunded-call';
import { refusals } from './refusals';
import { notRestocked } from './restock';
import type { Situation } from './situation';
import { stockUnknown } from './stock-unknown';
import { requestAtService } from './take-back';
import { notGivenBack, stuckCancellation, stuckMoney } from './stuck-money';

/**
 * What only a person can settle about the order's money or goods as things stand. A refund comes first: it has a term by
 * law (P6). The same situation gives the same calls, by which it is told whether a call is new. New calls are typed, with
 * their sentence in `app/words/calls.ts`; the older ones are their own sentence.
 */
export function standingCalls(situation: Situation): StandingCall[] {
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
    authorizedNotTaken(situation),
    daysUnknown(situation),
    notGivenBack(situation),
    extrasLeft(situation),
    requestAtService(situation),
    refundedToShip(situation),
    fulfilledMissing(situation),
    stockUnknown(situation),
    notRestocked(situation),
    missingOpen(situation),
    ...joinedParts(situation),
    readyOnHold(situation),
  ];
  return eachOnce(calls.filter((call) => call !== null));
}
