import { addMs, HOUR, isNight } from '../calendar';
import { type Case, DELAYS, type Step } from '../case';
import { lastWord, leavesAt, nextStep, nightOf, type PlannedStep } from '../planner';
import type { Shop } from '../settings';
import { inShopsWords, latestFor } from '../step-limits';
import { type Decision, entry, ignored } from './decision';
import { decideSaid, passes } from './said';

/** A person's act on the next message of a case. */
export interface StepAct {
  readonly at: Date;
  /** The message that they saw planned: another one is not theirs to move. */
  readonly key: string;
  readonly lastToCustomer: Date | null;
}

/** What the customer is promised to hear: it may be told by a person instead, but not left out. */
const PROMISED: readonly Step[] = [...DELAYS, 'payment-request', 'payment-reminder', 'shipped'];

export function isPromised(step: Step): boolean {
  return PROMISED.includes(step);
}

function asSeen(current: Case, act: StepAct, shop: Shop): PlannedStep | null {
  const step = nextStep(current, shop, act.lastToCustomer);
  return step?.key === act.key ? step : null;
}

/** That a date has passed is said on its day: before that it is a date that doesn't hold, which is changed. */
function isTooEarly({ lines }: Case, { step }: PlannedStep, at: Date): boolean {
  return step === 'date-passed' && !lines.some(({ promise }) => passes(promise.toldDate, at));
}

const NOT_PASSED = ignored(
  'The date that the customer goes by has not passed. If it doesn’t hold, set another one or take it back: they are told at once.',
);
const OVERTAKEN = ignored('That is no longer what happens next.');

function moved(current: Case, act: StepAct, step: PlannedStep, dueAt: Date): Decision {
  return {
    case: { ...current, moved: { key: act.key, dueAt, at: act.at } },
    timeline: [
      entry(act.at, 'step-moved', 'merchant', {
        step: step.step,
        from: step.dueAt.toISOString(),
        to: dueAt.toISOString(),
      }),
    ],
  };
}

/** The next message goes out now: not in the customer's night, a follow-up not within the cap (P8), no date as passed before it has. */
export function decideStepNow(current: Case, act: StepAct, shop: Shop): Decision {
  const step = asSeen(current, act, shop);
  if (step === null) return OVERTAKEN;
  if (step.dueAt <= act.at) return ignored('It is on its way already.');
  if (isTooEarly(current, step, act.at)) return NOT_PASSED;
  const leaves = leavesAt(current, step.step, act.at, shop);
  if (leaves > act.at)
    return ignored(
      `It is night where the customer lives. The earliest is ${inShopsWords(leaves, shop.timezone)} by your clock.`,
    );
  const heard = lastWord(current, act.lastToCustomer);
  if (step.step === 'follow-up' && addMs(heard, shop.settings.capHours * HOUR) > act.at)
    return ignored(
      `The customer heard from you less than ${shop.settings.capHours} hours ago. Another follow-up would be noise.`,
    );
  return moved(current, act, step, act.at);
}

/** The next message goes out later, but not after what the law or a promise allows, and not in the customer's night. */
export function decideStepLater(current: Case, act: StepAct & { to: Date }, shop: Shop): Decision {
  const step = asSeen(current, act, shop);
  if (step === null) return OVERTAKEN;
  if (act.to <= step.dueAt)
    return ignored('Choose a time after the planned one, or send it now instead.');
  const limit = latestFor(current, step, shop, act.lastToCustomer);
  if (act.to > limit)
    return ignored(
      `The customer is promised this message by ${inShopsWords(limit, shop.timezone)}: it can't go out later than that.`,
    );
  if (isNight(act.to, nightOf(shop, current.customerZone)))
    return ignored('It would be night where the customer lives. Choose a time by day.');
  return moved(current, act, step, act.to);
}

/**
 * The next message is left out.
 * - what the customer is promised must have been told by a person instead, and how is on record (P2 to P5, P7);
 * - it counts as said, so that what follows is planned from here.
 */
export function decideStepSkipped(
  current: Case,
  act: StepAct & { told: string },
  shop: Shop,
): Decision {
  const step = asSeen(current, act, shop);
  if (step === null) return OVERTAKEN;
  if (isTooEarly(current, step, act.at)) return NOT_PASSED;
  const told = act.told.trim();
  if (told === '' && isPromised(step.step))
    return ignored(
      'The customer is promised this message. If you have told them yourself, write down how, and it can be left out.',
    );
  const outcome = told === '' ? ('skipped' as const) : ('by-person' as const);
  const said = { step: step.step, key: step.key, at: act.at, outcome };
  const decision = decideSaid(current, { type: 'message-said', at: act.at, said }, shop);
  if ('ignored' in decision || told === '') return decision;
  const timeline = decision.timeline.map((item) =>
    item.kind === 'step-skipped' ? { ...item, detail: { ...item.detail, told } } : item,
  );
  return { case: decision.case, timeline };
}
