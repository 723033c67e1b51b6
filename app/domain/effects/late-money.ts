import type { Authorization } from '../authorization';
import type { Case, Said } from '../case';
import {
  lapsedAuthorizations,
  lateAuthorizations,
  type MoneyPicture,
  openAuthorizations,
  shownAuthorizations,
} from '../money-picture';
import { isZero } from '../money';
import { lastOf, moneyOf, type Situation } from './situation';

/*
 * Late money: an authorization that is over by our reckoning, and that Shopify still shows as capturable. Shopify counts it
 * as no debt meanwhile, so that there is no page to pay it on (record 0041).
 */

const REACHED: readonly Said['outcome'][] = ['sent', 'unclear', 'by-person'];

/** What a message tells of as no longer set aside: voided, or run out. */
export function toldAsReleased(picture: MoneyPicture, now: Date): string[] {
  const voided = picture.authorizations.filter((a) => a.voided);
  return [...voided, ...lapsedAuthorizations(picture, now)].map(({ id }) => id);
}

/** A message without a record of it may have said so from the authorization's end on, and news of the money at any time. */
function saysReleased({ step, at, released }: Said, authorization: Authorization): boolean {
  if (released !== undefined) return released.includes(authorization.id);
  const { authorizedAt, goodUntil } = authorization;
  return at >= (step === 'money-notice' ? authorizedAt : goodUntil);
}

/** The customer was told that it is released: their money is not taken from it after that. */
function isGivenUp(value: Case | null, authorization: Authorization): boolean {
  return (value?.said ?? []).some(
    (said) => REACHED.includes(said.outcome) && saysReleased(said, authorization),
  );
}

/**
 * Whether it may be voided: nothing of it was taken, and its end is known. What may live on for weeks isn't given up on a
 * guess while Shopify shows it as capturable.
 */
export const mayBeVoided = ({ captured, endIsGuessed }: Authorization): boolean =>
  isZero(captured) && !endIsGuessed;

/** Our last capture of it was refused. */
export function wasRefused({ id }: Authorization, { intents }: Situation): boolean {
  return lastOf(intents, 'capture', id)?.status === 'failed';
}

/** A capture would cost a fee that the shop has not accepted. */
export const costsFee = ({ feeFrom }: Authorization, { now, shop }: Situation): boolean =>
  feeFrom !== null && feeFrom <= now && !shop.settings.useExtendedAuthorizations;

/** Tried once. What can't be voided stays wanted after a refusal, so that the refusal stands as a call for a person. */
function mayBeTried(authorization: Authorization, situation: Situation): boolean {
  if (costsFee(authorization, situation)) return false;
  return !mayBeVoided(authorization) || !wasRefused(authorization, situation);
}

/** What may be captured once all the goods are there, the one that ends first in front: what is late has one try. */
export function takeable(situation: Situation): Authorization[] {
  const { case: value, now } = situation;
  const picture = moneyOf(situation);
  const late = lateAuthorizations(picture, now).filter((a) => mayBeTried(a, situation));
  return [...late, ...openAuthorizations(picture, now)].filter((a) => !isGivenUp(value, a));
}

/** What may be captured while other goods are still missing: only what we count on. */
export function takeableForPart(situation: Situation): Authorization[] {
  const { case: value, now } = situation;
  return openAuthorizations(moneyOf(situation), now).filter((a) => !isGivenUp(value, a));
}

/** What Shopify still shows as capturable, and what we don't take any more. */
export function notTaken(situation: Situation): Authorization[] {
  const taken = takeable(situation).map(({ id }) => id);
  return shownAuthorizations(moneyOf(situation), situation.now).filter(
    ({ id }) => !taken.includes(id),
  );
}
