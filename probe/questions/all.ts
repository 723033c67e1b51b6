import { finalCapture } from './01-final-capture';
import { partCapture } from './02-part-capture';
import { afterAVoid } from './03-after-a-void';
import { releaseMerges } from './04-release-merges';
import { holdsAndCaptures } from './05-holds-and-captures';
import { pendingCaptures } from './06-pending-captures';
import { shelfArithmetic } from './07-shelf';
import { fulfillmentService } from './08-fulfillment-service';
import { firstMinutes } from './09-first-minutes';
import { sentences } from './10-sentences';
import type { Question } from './question';

/** The ten questions, in the order in which they are asked. The last one deactivates a location. */
export const QUESTIONS: readonly Question[] = [
  finalCapture,
  partCapture,
  afterAVoid,
  releaseMerges,
  holdsAndCaptures,
  pendingCaptures,
  shelfArithmetic,
  fulfillmentService,
  firstMinutes,
  sentences,
];
