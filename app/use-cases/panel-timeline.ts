import { z } from 'zod';
import { Step, type TimelineEntry, type TimelineKind, Units } from '../domain/case';
import { type Intent, intentKey } from '../domain/intent';
import { Money } from '../domain/money';
import type { PanelEntry } from '../domain/panel-view';
import { formatMoney } from '../emails/format';
import { inShopsWords } from '../domain/step-limits';
import { UNIT_STATES, type UnitState } from '../domain/transitions';
import { agreementInWords, doerInWords, effectInWords, stepInWords } from './panel-words';

/** What an entry's details may hold. Old entries lack what came later: whatever doesn't fit is left out. */
const Detail = z.object({
  line: z.string().optional().catch(undefined),
  from: z.union([z.string(), Units]).nullish().catch(null),
  to: z.union([z.string(), Units]).nullish().catch(null),
  step: Step.optional().catch(undefined),
  intent: z.string().optional().catch(undefined),
  reason: z.string().nullish().catch(null),
  what: z.string().optional().catch(undefined),
  amount: Money.optional().catch(undefined),
  told: z.string().optional().catch(undefined),
  why: z.string().optional().catch(undefined),
});
type Detail = z.infer<typeof Detail>;

/** What the entries' ids stand for. */
export interface Known {
  readonly titles: ReadonlyMap<string, string>;
  readonly intents: readonly Intent[];
  readonly timezone: string;
}

const STATES: Readonly<Record<UnitState, string>> = {
  clear: 'in stock',
  doubtful: 'doubtful',
  short: 'short',
  ready: 'ready',
  packed: 'packed',
  shipped: 'shipped',
  cancelled: 'cancelled',
};

function unitsInWords(units: Detail['to']): string {
  if (units == null || typeof units === 'string') return 'units moved';
  return UNIT_STATES.filter((state) => units[state] > 0)
    .map((state) => `${units[state]} ${STATES[state]}`)
    .join(', ');
}

const MOVED: Readonly<Record<string, string>> = {
  capture: 'Somebody else captured',
  void: 'Somebody else let the authorization go:',
  refund: 'Somebody else refunded',
  sale: 'Paid',
};

function movedInWords({ what, amount }: Detail): string {
  return `${MOVED[what ?? ''] ?? 'Somebody else moved'} ${amount === undefined ? '' : formatMoney(amount, 'en')}`.trim();
}

interface Told {
  readonly line: string;
  readonly step: string;
  readonly effect: string;
  /** An instant of the details as a day and time by the shop's clock. */
  when(at: Detail['from']): string;
  readonly detail: Detail;
  readonly by: TimelineEntry['by'];
}

const WORDS: Readonly<Record<TimelineKind, (told: Told) => string>> = {
  'case-opened': () => 'A shortage was found',
  'units-moved': ({ line, detail }) => `${line}: ${unitsInWords(detail.to)}`,
  'date-changed': ({ line, detail, when }) =>
    detail.to == null
      ? `${line}: no date can be given any more`
      : `${line}: promised for ${when(detail.to).replace(/,.*/, '')}`,
  kept: ({ line }) => `Chose to wait for ${line}`,
  'cancel-requested': ({ line }) => `Asked to cancel ${line}`,
  'cancel-undone': ({ line }) => `Took back the cancellation of ${line}`,
  'line-cancelled': ({ line }) => `${line} was cancelled`,
  'message-sent': ({ step }) => `Sent: ${step}`,
  'message-unclear': ({ step }) => `May or may not have arrived: ${step}`,
  'message-withheld': ({ step }) => `Would have been sent: ${step}`,
  'step-moved': ({ step, detail, when }) => `${step}: moved to ${when(detail.to)}`,
  'step-skipped': ({ step }) => `Left out: ${step}`,
  'effect-planned': ({ effect }) => `Planned: ${effect}`,
  'effect-withheld': ({ effect }) => `Would have been done: ${effect}`,
  'effect-approved': ({ effect }) => `Said yes: ${effect}`,
  'effect-done': ({ effect }) => `Done: ${effect}`,
  'effect-failed': ({ effect }) => `Refused: ${effect}`,
  'effect-unclear': ({ effect }) => `Not clear whether it happened: ${effect}`,
  'money-moved-by-other': ({ detail }) => movedInWords(detail),
  'authorization-ended': () => 'The authorization is over, and nothing of it was taken',
  agreed: ({ detail }) =>
    agreementInWords(detail.to === 'charge-early' ? 'charge-early' : 'part-first'),
  'part-first': () => 'Asked for the part that is here first',
  'hold-released-by-other': () => 'Somebody else released the hold',
  'hold-released-by-hand': () => 'Released the hold before the goods were here',
  'links-stopped': () => 'The links that were mailed so far stopped working',
  'attention-raised': () => 'Asked a person to look',
  'attention-resolved': ({ by }) =>
    by === 'holdfast' ? 'No longer asks for it' : 'Said that it is taken care of',
  'case-closed': () => 'The case was closed',
};

/** One entry in words, by the shop's clock. */
export function entryInWords(entry: TimelineEntry, known: Known): PanelEntry {
  const detail = Detail.parse(entry.detail);
  const intent = known.intents.find((i) => intentKey(i) === detail.intent);
  const told: Told = {
    line: known.titles.get(detail.line ?? '') ?? 'an item',
    step: detail.step === undefined ? 'a message' : stepInWords(detail.step),
    effect: intent === undefined ? (detail.intent ?? 'an effect') : effectInWords(intent.effect),
    when: (at) => (typeof at === 'string' ? inShopsWords(new Date(at), known.timezone) : ''),
    detail,
    by: entry.by,
  };
  // A kind that was retired may still stand in old rows.
  const words: ((told: Told) => string) | undefined = WORDS[entry.kind];
  return {
    at: entry.at.toISOString(),
    by: doerInWords(entry),
    what: words?.(told) ?? entry.kind,
    note: detail.told ?? detail.why ?? detail.reason ?? null,
  };
}
