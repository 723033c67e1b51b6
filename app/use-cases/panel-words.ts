import { assertUnreachable } from '../domain/assert-unreachable';
import type { Step, TimelineEntry, TimelineKind } from '../domain/case';
import type { Effect } from '../domain/intent';

/* The panel's words for steps, effects and what has happened. */

const STEPS: Readonly<Record<Step, string>> = {
  'first-notice': 'First notice of the delay',
  'follow-up': 'Follow-up while they wait',
  'new-date': 'New date, with a new offer to cancel',
  'date-passed': 'The promised date is passing',
  ready: 'The goods are here',
  shipped: 'It has shipped',
  cancelled: 'Cancellation confirmed',
};

export function stepInWords(step: Step): string {
  return STEPS[step];
}

export function effectInWords(effect: Effect): string {
  switch (effect.kind) {
    case 'hold':
      return 'Put the fulfillment on hold';
    case 'release':
      return 'Release our fulfillment hold';
    case 'capture':
      return `Capture ${effect.amount.amount} ${effect.amount.currencyCode}`;
    case 'void':
      return 'Void the authorization';
    case 'cancel-order':
      return 'Cancel the order';
    case 'remove-units':
      return `Take ${effect.quantity} off the order`;
    case 'message':
      return `Send: ${stepInWords(effect.step)}`;
    default:
      return assertUnreachable(effect);
  }
}

const ENTRIES: Readonly<Record<TimelineKind, string>> = {
  'case-opened': 'A shortage was found',
  'units-moved': 'Units moved',
  'date-changed': 'The promised date was changed',
  kept: 'The customer chose to wait',
  'cancel-requested': 'A cancellation was asked for',
  'cancel-undone': 'The cancellation was taken back',
  'line-cancelled': 'The line was cancelled',
  'message-sent': 'A message was sent',
  'message-unclear': 'A message may not have arrived',
  'message-withheld': 'A message would have been sent',
  'step-moved': 'The next message was moved',
  'step-skipped': 'A message was left out',
  'effect-planned': 'An effect was planned',
  'effect-withheld': 'An effect would have taken place',
  'effect-approved': 'An effect was approved',
  'effect-done': 'An effect took place',
  'effect-failed': 'An effect was refused',
  'effect-unclear': 'The outcome of an effect is not clear',
  'hold-released-by-other': 'Someone else released the hold',
  'hold-released-by-hand': 'The hold was released by hand',
  'attention-raised': 'A person is needed',
  'attention-resolved': 'A person has dealt with it',
  'case-closed': 'The case was closed',
};

const DETAILS = ['intent', 'step', 'reason', 'to'] as const;

export function entryInWords(entry: TimelineEntry): string {
  const details = DETAILS.flatMap((name) => {
    const value = entry.detail[name];
    return typeof value === 'string' ? [value] : [];
  });
  return [ENTRIES[entry.kind], ...details].join(': ');
}
