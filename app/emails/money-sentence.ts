import { isPositive, minus } from '../domain/money';
import { isNotCharged, type MoneyPicture } from '../domain/money-picture';
import { type MoneyReading, readForWords } from './money-reading';

/** How our words say that nothing was charged. They appear if and only if `isNotCharged` holds. */
export const SAYS_NOT_CHARGED = /\bnot (been )?charged\b/i;

/** What became of money that was set aside and never taken. The newest news wins: an open one, a release, a lapse. */
function setAside({ open, released, lapsed, say }: MoneyReading, other: string): string[] {
  if (isPositive(open))
    return [`The ${other}${say(open)} is only authorized: it is set aside, and not taken.`];
  if (isPositive(released))
    return [`The ${other}${say(released)} that was set aside has been released.`];
  if (isPositive(lapsed))
    return [`The ${other}${say(lapsed)} is no longer set aside: its authorization has run out.`];
  return [];
}

function notCharged(reading: MoneyReading): string[] {
  const { picture, open, means, say } = reading;
  if (isPositive(picture.refunded))
    return [
      `The ${say(picture.refunded)} that you paid has been sent back to you, so on balance you have not been charged.`,
      ...setAside(reading, ''),
    ];
  if (!isPositive(picture.total) && picture.authorizations.length === 0)
    return ['There is nothing to pay for this order, and you have not been charged.'];
  if (isPositive(open))
    return [
      'You have not been charged.',
      `${means} is only authorized for ${say(open)}: that amount is set aside, and not taken.`,
    ];
  return ['You have not been charged.', ...setAside(reading, '')];
}

/** What stays charged once it has arrived. */
function onItsWay({ picture, say }: MoneyReading): string {
  const { charged: taken, refunded, refunding } = picture;
  const left = minus(taken, refunding);
  const sent = isPositive(refunded) ? `${say(refunded)} has been sent back to you, ` : '';
  const back = `${sent}${say(refunding)} is on its way back to you`;
  return isPositive(left)
    ? `Of what you paid, ${back}, and ${say(left)} stays charged.`
    : `Of what you paid, ${back}, and nothing stays charged.`;
}

function charged(reading: MoneyReading): string[] {
  const { picture, open, say } = reading;
  const { charged: taken, giftCard, pending, refunded, refunding } = picture;
  const captured = picture.authorizations.some((a) => isPositive(a.captured));
  const sentences: string[] = [];
  if (isPositive(pending))
    sentences.push(`Your payment of ${say(pending)} is still being processed.`);
  if (isPositive(giftCard))
    sentences.push(`${say(giftCard)} was taken from your gift card when you ordered.`);
  if (isPositive(taken) && isPositive(refunding)) sentences.push(onItsWay(reading));
  else if (isPositive(taken) && isPositive(refunded))
    sentences.push(
      `Of what you paid, ${say(refunded)} has been sent back to you, and ${say(taken)} stays charged.`,
    );
  else if (isPositive(taken) && picture.chargedAtCheckout && !captured)
    sentences.push(`You paid ${say(taken)} when you ordered.`);
  else if (isPositive(taken))
    sentences.push(`${isPositive(open) ? 'So far, ' : ''}${say(taken)} has been charged.`);
  else if (isPositive(refunded)) sentences.push(`${say(refunded)} has been sent back to you.`);
  return [...sentences, ...setAside(reading, 'other ')];
}

function facts(reading: MoneyReading): string[] {
  const told = isNotCharged(reading.picture) ? notCharged(reading) : charged(reading);
  return reading.picture.disputed
    ? [
        ...told,
        'A question about this payment is open with the bank, and nothing moves until the bank has decided.',
      ]
    : told;
}

function afterCancelling({ picture, open }: MoneyReading): string[] {
  if (picture.disputed) return []; // the bank decides where the money goes: anything said here would be a guess
  if (!isNotCharged(picture)) return ['Whatever you cancel, we send its money back in full.'];
  return isPositive(open) ? ['Whatever you cancel will never be charged.'] : [];
}

/**
 * Where the money stands at `now`, for messages in which cancelling is no longer the question.
 * - says only what Shopify's transactions show, and promises nothing;
 * - matches `SAYS_NOT_CHARGED` if and only if nothing is charged, pending or paid by gift card.
 */
export function moneyFacts(picture: MoneyPicture, locale: string, now: Date): string {
  return facts(readForWords(picture, locale, now)).join(' ');
}

/** The facts, and what becomes of the money if the customer cancels: for every message that offers it. */
export function moneySentence(picture: MoneyPicture, locale: string, now: Date): string {
  const reading = readForWords(picture, locale, now);
  return [...facts(reading), ...afterCancelling(reading)].join(' ');
}
