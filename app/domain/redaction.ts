import { addMs, DAY, earliest, HOUR } from './calendar';

/** What Shopify says of our access to a shop that it asks us to erase. */
export type AccessAnswer =
  /** The app is installed there. */
  | 'open'
  /** Our token counts for nothing, or there is no such shop any more. */
  | 'ended'
  /** Anything else: the shop is frozen or locked, or Shopify can't be reached. It says nothing of the app. */
  | 'unclear';

export interface AskedToErase {
  readonly since: Date;
  /** When Shopify first said that our access has ended; null before. */
  readonly endedAt: Date | null;
}

export type RedactionStep =
  /** The merchant has come back, or never left: nothing is erased, and they are told that it was asked. */
  | { readonly do: 'keep' }
  | { readonly do: 'erase' }
  | {
      readonly do: 'ask-again';
      readonly at: Date;
      readonly endedAt: Date | null;
      /** It takes so long that the operator has to know. */
      readonly callsOperator: boolean;
    };

/** One refusal could be an incident at Shopify. */
const SECOND_ANSWER_AFTER = HOUR;
const ASK_AGAIN_AFTER = 6 * HOUR;
export const CALL_OPERATOR_AFTER = 7 * DAY;
/** Shopify wants a request done within 30 days (shopify.dev, "Privacy law compliance"). */
export const DUE_WITHIN = 30 * DAY;
const DECIDED_AFTER = DUE_WITHIN - DAY;

/** What becomes of a shop that Shopify asks us to erase, by what it says of our access to it now. */
export function decideRedaction(
  { since, endedAt }: AskedToErase,
  answer: AccessAnswer,
  now: Date,
): RedactionStep {
  if (answer === 'open') return { do: 'keep' };
  const decidedAt = addMs(since, DECIDED_AFTER);
  if (now >= decidedAt) return { do: 'erase' };
  const first = answer === 'ended' ? (endedAt ?? now) : endedAt;
  const second = first === null ? null : addMs(first, SECOND_ANSWER_AFTER);
  if (answer === 'ended' && second !== null && now >= second) return { do: 'erase' };
  const at = second !== null && second > now ? second : addMs(now, ASK_AGAIN_AFTER);
  const callsOperator = now >= addMs(since, CALL_OPERATOR_AFTER);
  return { do: 'ask-again', at: earliest(at, decidedAt), endedAt: first, callsOperator };
}
