import { assertUnreachable } from '../domain/assert-unreachable';
import type { Agreement, Step, TimelineEntry } from '../domain/case';
import type { Effect } from '../domain/intent';
import { formatMoney } from '../emails/format';

/* The panel's words for steps, effects and who did something. */

const STEPS: Readonly<Record<Step, string>> = {
  'first-notice': 'First notice of the delay',
  'follow-up': 'Follow-up while they wait',
  'new-date': 'New date, with a new offer to cancel',
  'date-passed': 'The promised date is passing',
  'money-notice': 'The money is no longer set aside',
  'payment-request': 'The goods are here: please pay',
  'payment-reminder': 'Reminder to pay',
  ready: 'The goods are here',
  shipped: 'It has shipped',
  cancelled: 'Cancellation confirmed',
};

export function stepInWords(step: Step): string {
  return STEPS[step];
}

const AGREEMENTS: Readonly<Record<Agreement['to'], string>> = {
  'charge-early': 'Agreed to be charged before the goods are here',
  'part-first': 'Agreed to a single capture for the part that is here',
};

export function agreementInWords(to: Agreement['to']): string {
  return AGREEMENTS[to];
}

/** What an effect does, as something to be done or not. */
export function effectInWords(effect: Effect): string {
  switch (effect.kind) {
    case 'hold':
      return effect.lines === undefined
        ? 'Put the order on hold'
        : 'Put what waits on hold, and let the rest go';
    case 'request-cancellation':
      return 'Ask the third party to give it back';
    case 'take-back-request':
      return 'Take the request back from the fulfillment service';
    case 'ask-for-payment':
      return 'Make the order payable by payment terms';
    case 'refund':
      return effect.quantity === 0
        ? 'Refund what is paid too much'
        : `${effect.payments?.length === 0 ? 'Take off, without money,' : 'Refund'} ${effect.quantity} ${effect.quantity === 1 ? 'unit' : 'units'}`;
    case 'release':
      return 'Release our hold';
    case 'capture':
      return `Capture ${formatMoney(effect.amount, 'en')}`;
    case 'void':
      return 'Let the authorization go';
    case 'cancel-order':
      return effect.restock === false
        ? 'Cancel the order without putting its units back in stock'
        : 'Cancel the order';
    case 'remove-units':
      return `Take ${effect.quantity} ${effect.quantity === 1 ? 'unit' : 'units'} off the order`;
    case 'message':
      return `Mail: ${stepInWords(effect.step)}`;
    default:
      return assertUnreachable(effect);
  }
}

const DOERS: Readonly<Record<TimelineEntry['by'], string>> = {
  holdfast: 'Holdfast',
  customer: 'Customer',
  merchant: 'Your staff',
  shopify: 'Shopify',
  supplier: 'Supplier',
};

/** Who did it; a member of staff by what Shopify calls them. */
export function doerInWords({ by, detail }: Pick<TimelineEntry, 'by' | 'detail'>): string {
  const { person } = detail;
  return by === 'merchant' && typeof person === 'string' && person !== 'staff'
    ? `${DOERS.merchant} (${person.replace(/^staff /, 'user ')})`
    : DOERS[by];
}
