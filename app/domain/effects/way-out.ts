import { assertUnreachable } from '../assert-unreachable';
import type { CaseLine } from '../case';
import type { Effect } from '../intent';
import { lineName } from '../line-name';
import type { Money } from '../money';

type ByShopify = Exclude<Effect, { kind: 'message' }>;
type Lines = readonly Pick<CaseLine, 'id' | 'title'>[];

const WHY_CANCELLED = {
  CUSTOMER: 'the customer cancelled it',
  INVENTORY: 'its authorization ends before the goods are here',
  OTHER: 'it was not paid in time',
} as const;

const inWords = ({ amount, currencyCode }: Money): string => `${amount} ${currencyCode}`;

/** "2 × Mug"; a line that the case doesn't have is named by its number alone. */
function unitsInWords(lines: Lines, id: string, quantity: number): string {
  const line = lines.find((known) => known.id === id);
  return line === undefined
    ? `${quantity} ${quantity === 1 ? 'unit' : 'units'}`
    : `${quantity} × ${lineName(line, lines)}`;
}

/** What a person does in Shopify instead of us, and why it matters. */
function instead(effect: ByShopify, lines: Lines): string {
  switch (effect.kind) {
    case 'hold':
      return 'Put the order on hold in Shopify, so that it doesn’t ship before its goods are here';
    case 'request-cancellation':
      return 'Ask the third party that ships this to give it back, so that it doesn’t go out with goods missing';
    case 'release':
      return 'Release our hold in Shopify: this may ship';
    case 'capture':
      return `Capture ${inWords(effect.amount)} in Shopify, or ask the customer to pay another way: the order stays on hold until it is paid`;
    case 'void':
      return 'Void the authorization in Shopify, so that the customer’s money isn’t kept set aside';
    case 'cancel-order':
      return `Cancel the order in Shopify: ${WHY_CANCELLED[effect.reason]}`;
    case 'remove-units':
      return `Take ${unitsInWords(lines, effect.target, effect.quantity)} off the order in Shopify: the customer cancelled it`;
    case 'refund':
      return effect.quantity === 0
        ? 'Refund what is paid beyond the order’s price in Shopify'
        : `Take ${unitsInWords(lines, effect.target, effect.quantity)} off the order in Shopify and refund it: the customer cancelled it`;
    case 'ask-for-payment':
      return 'Send the customer an invoice from the order in Shopify';
    default:
      return assertUnreachable(effect);
  }
}

/**
 * An effect that failed for good, as a call for a person: what they do instead, and why we could not. Every effect has words
 * of its own, so that one refusal doesn't pass for another that was answered alike. A message's reason says both already.
 */
export function wayOut(effect: Effect, reason: string, lines: Lines): string {
  if (effect.kind === 'message') return reason;
  return `${instead(effect, lines)}. Holdfast could not do it: ${reason.replace(/\.$/, '')}.`;
}
