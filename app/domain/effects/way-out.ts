import { assertUnreachable } from '../assert-unreachable';
import type { CaseLine } from '../case';
import type { Effect } from '../intent';
import { unitsInWords } from '../line-name';
import type { Money } from '../money';

/** What can stand on the case as a call of its own: a message, a refund of an order and a request for payment speak elsewhere. */
type Refused = Exclude<Effect, { kind: 'message' | 'ask-for-payment' | 'take-back-request' }>;
type Lines = readonly Pick<CaseLine, 'id' | 'title' | 'choice'>[];

/** What the words need to know of the order. */
export interface About {
  readonly lines: Lines;
  /** Something is still owed for the order. */
  readonly isOwed: boolean;
  /** What the order waits for. */
  readonly waitsFor: 'goods' | 'customer' | 'payment';
  /** The units of a part that may go, by line, where the rest of it stays on hold; empty where all of it may go. */
  readonly free: readonly { readonly id: string; readonly quantity: number }[];
}

const WHY_HELD = {
  goods: 'so that it doesn’t ship before its goods are here',
  customer: 'so that what the customer cancelled doesn’t ship',
  payment: 'so that it doesn’t ship before it is paid',
} as const;

const WHY_CANCELLED = {
  CUSTOMER: 'the customer cancelled it',
  INVENTORY: 'its authorization ends before the goods are here',
  OTHER: 'it was not paid in time',
} as const;

const inWords = ({ amount, currencyCode }: Money): string => `${amount} ${currencyCode}`;

function whyTakenOff(lines: Lines, id: string): string {
  const choice = lines.find((known) => known.id === id)?.choice;
  const byRule = choice?.kind === 'cancel-requested' && choice.by === 'rule';
  return WHY_CANCELLED[byRule ? 'OTHER' : 'CUSTOMER'];
}

function releaseInWords({ free, lines }: About): string {
  if (free.length === 0) return 'Release our hold in Shopify: this may ship';
  const units = free.map(({ id, quantity }) => unitsInWords(lines, id, quantity)).join(', ');
  return `Only ${units} may ship: split it off in Shopify and release that part alone. The rest stays on hold`;
}

/** What a person does in Shopify instead of us, and why it matters. */
function instead(effect: Refused, about: About): string {
  const { lines, waitsFor, isOwed } = about;
  switch (effect.kind) {
    case 'hold':
      return `Put the order on hold in Shopify, ${WHY_HELD[waitsFor]}`;
    case 'request-cancellation':
      return `Ask the third party that ships this to give it back, ${WHY_HELD[waitsFor]}`;
    case 'release':
      return releaseInWords(about);
    case 'capture':
      return `Capture ${inWords(effect.amount)} in Shopify, or ask the customer to pay another way: the order stays on hold until it is paid`;
    case 'void':
      return isOwed && waitsFor === 'payment'
        ? 'Void the authorization in Shopify, or take the payment another way: while it stands, Shopify offers the customer no page to pay'
        : 'Void the authorization in Shopify, so that the customer’s money isn’t kept set aside';
    case 'cancel-order':
      return `Cancel the order in Shopify: ${WHY_CANCELLED[effect.reason]}`;
    case 'remove-units':
      return `Take ${unitsInWords(lines, effect.target, effect.quantity)} off the order in Shopify: ${whyTakenOff(lines, effect.target)}`;
    case 'refund':
      return `Take ${unitsInWords(lines, effect.target, effect.quantity)} off the order in Shopify and refund it: ${whyTakenOff(lines, effect.target)}`;
    default:
      return assertUnreachable(effect);
  }
}

/** A reason of Shopify's as one sentence: a call is one line. */
export function inOneLine(reason: string): string {
  return `${reason.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}

/**
 * An effect that failed for good, as a call for a person: what they do instead, and why we could not. Every effect has words
 * of its own, so that one refusal doesn't pass for another that was answered alike. It is one line.
 */
export function wayOut(effect: Refused, reason: string, about: About): string {
  const why = inOneLine(reason);
  const tried =
    effect.kind === 'capture' ? 'Our last capture was refused' : 'Holdfast could not do it';
  return `${instead(effect, about)}. ${tried}: ${why}`;
}
