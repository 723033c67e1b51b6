import type { History } from './history';
import { openBook } from './promises/book';
import { type Finding, type PromiseName, PROMISES, type Violation } from './promises/finding';
import { checkMoneyOnce } from './promises/m-money-once';
import { checkFirstCome } from './promises/p10-first-come';
import { checkNoChargeBeforeGoods } from './promises/p1-no-charge-before-goods';
import { checkSameDay } from './promises/p2-same-day';
import { checkWayOut } from './promises/p3-way-out';
import { checkNewOffer } from './promises/p4-new-delay-new-offer';
import { checkNeverSilent } from './promises/p5-never-silent';
import { checkCancelMeansCancel } from './promises/p6-cancel-means-cancel';
import { checkTellItShips } from './promises/p7-tell-it-ships';
import { checkNoNoise } from './promises/p8-no-noise';
import { readShelf } from './promises/shelf';

export { PROMISES, type Finding, type PromiseName, type Violation };

/**
 * Holds a history against the promises. Each checker's docstring states the exact rule that it checks.
 * - what could not be known in time is judged with the history's grace, never more mildly;
 * - where rules meet: the law's deadline, then P2 and P4, then the night, then the cap;
 * - promises to do something are judged where the shop let us act freely; promises to refrain always.
 */
export function judgePromises(history: History): Readonly<Record<PromiseName, Finding>> {
  const book = openBook(history);
  const shelf = readShelf(book);
  return {
    P1: checkNoChargeBeforeGoods(book, shelf),
    P2: checkSameDay(book, shelf),
    P3: checkWayOut(book),
    P4: checkNewOffer(book),
    P5: checkNeverSilent(book),
    P6: checkCancelMeansCancel(book),
    P7: checkTellItShips(book),
    P8: checkNoNoise(book),
    P10: checkFirstCome(book, shelf),
    M: checkMoneyOnce(book),
  };
}

/** The broken promises of a history, in the order of time. */
export function checkPromises(history: History): Violation[] {
  const findings = judgePromises(history);
  return PROMISES.flatMap((name) => findings[name].violations).toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}
