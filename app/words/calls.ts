import { inShopsWords } from '../domain/step-limits';
import type { Money } from '../domain/money';
import type { Call, CallKind, CallOf, StandingCall } from '../domain/calls/call';

/** What the sentences need to know of the shop: dates are said by its clock. */
export interface SaidIn {
  /** IANA name. */
  readonly timezone: string;
}

type Units = CallOf<'refunded-units-to-ship'>['units'];

const moneyInWords = ({ amount, currencyCode }: Money): string => `${amount} ${currencyCode}`;

const NOT_TAKEN: Readonly<Record<CallOf<'authorized-not-taken'>['why'], string>> = {
  'costs-fee':
    'Capturing it now costs a fee that your settings do not accept. Capture it in Shopify if you pay the fee, or ask the customer to pay another way.',
  'told-released':
    'A message has told the customer that it is released. Capture it in Shopify if the customer agrees, or ask them to pay another way.',
};

const unitsInWords = (units: Units): string =>
  units.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ');

/** Words of Shopify's as one sentence: a call is one line. */
const inOneLine = (words: string): string =>
  `${words.replace(/\s+/g, ' ').trim().replace(/\.$/, '')}.`;

/**
 * The sentence of each kind of call. The case keeps the sentence, and calls are told apart by it there: each parameter has to
 * show in it. A sentence is one line.
 */
const CALL_WORDS: {
  readonly [Kind in CallKind]: (call: CallOf<Kind>, saidIn: SaidIn) => string;
} = {
  'refunded-units-to-ship': ({ units }) =>
    `${unitsInWords(units)} was refunded, but Shopify still lists it to be shipped, since the refund did not take it off the order. Holdfast keeps it on hold. Release the hold in Shopify if the customer is to get it; cancel the rest of the order if not.`,
  'cancelled-line-not-editable': ({ units, shopifySays }) =>
    `${unitsInWords(units)} was cancelled, and Holdfast can’t take it off: another app created this order, and only that app may edit it. Cancel it in the app that created the order, or capture the payment in Shopify and refund it there. It stays on hold. Shopify said: ${inOneLine(shopifySays)}`,
  'stock-unknown': ({ units }) =>
    `Shopify shows no stock of ${unitsInWords(units)} any more at the location that is to ship it: the location was deactivated, or the item was taken off it. Holdfast captures nothing for it until the stock is known. Stock the item there again, or move the fulfillment to another location.`,
  'cancelled-without-restock': ({ units }) =>
    `The order was cancelled, but Shopify could not put ${unitsInWords(units)} back in stock, because the location was deactivated. Add the units to the stock of the location where they are now.`,
  'request-at-service': ({ units, location }) =>
    `A fulfillment service was asked to ship ${unitsInWords(units)}, but some of these items are missing or must not ship yet. Approve to take the request back: Holdfast then holds the items. Or leave it: the service may ship it.${location === null ? '' : ` To answer once for all orders, choose for location ${location} in the settings.`}`,
  'request-not-taken-back': ({ units, shopifySays }) =>
    `The request to ship ${unitsInWords(units)} could not be taken back from the fulfillment service. It may ship although goods are missing or it was cancelled: contact the service. Shopify said: ${inOneLine(shopifySays)}`,
  'fulfilled-though-missing': ({ units }) =>
    `Shopify marked ${unitsInWords(units)} as fulfilled by itself right after the payment, although the goods are not here, and may have told the customer that it ships. Cancel the fulfillment in the order, and in Shopify’s settings, under Order processing, After an order has been paid, switch off automatic fulfillment.`,
  'units-joined-part': ({ units, newNumber }) =>
    `${unitsInWords(units)} came to the part of this order that was released before and has not left: Shopify put them into one fulfillment order. ${newNumber === null ? 'Its number is the same' : `Its number is now ${newNumber}, and the old one is closed`}. Tell whoever packs it to send them together${newNumber === null ? '' : ', and to make labels and imports that have the old number again'}.`,
  'paid-units-on-hold': ({ units, until }, { timezone }) =>
    `${unitsInWords(units)} is here and paid, and has been on Holdfast’s hold for more than a day. ${until === null ? 'Release the hold in Shopify if it may ship' : `Holdfast waits for the part that was released before to leave, until ${inShopsWords(new Date(until), timezone)} at the latest. Ship that part, or release the hold in Shopify to send them together`}.`,
  'missing-units-open': ({ units }) =>
    `${unitsInWords(units)} is not here, and could be shipped: Holdfast released a part of the order and could not put the rest on hold again. Put it on hold in Shopify.`,
  'gateway-days-unknown': ({ gateway, amount }) =>
    gateway === ''
      ? `${moneyInWords(amount)} of this order is authorized through a gateway that Shopify does not name, so Holdfast does not know when the authorization ends, and does not void it. Capture or void it in Shopify before it ends.`
      : `${moneyInWords(amount)} of this order is authorized through ${gateway}, and Holdfast does not know how many days ${gateway} keeps an authorization. Enter the days under Payments. Until then Holdfast does not void it, and it may end before the goods are here.`,
  'authorized-not-taken': ({ amount, why }) =>
    `The goods are there, and Shopify shows ${moneyInWords(amount)} of the order as still authorized. ${NOT_TAKEN[why]} Part of it was captured, so it can’t be voided, and until it ends Shopify offers the customer no page to pay.`,
};

function sentenceOf<Kind extends CallKind>(call: CallOf<Kind> & { kind: Kind }, saidIn: SaidIn) {
  return CALL_WORDS[call.kind](call, saidIn);
}

/** A call in words for the merchant; an older one is its own sentence. */
export function callInWords(call: StandingCall, saidIn: SaidIn): string {
  return typeof call === 'string' ? call : sentenceOf(call satisfies Call, saidIn);
}
