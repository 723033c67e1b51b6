import type { Authorization } from '../domain/authorization';
import { capturesAtFulfillment, capturesParts } from '../domain/capture-method';
import { earliest } from '../domain/calendar';
import type { Case } from '../domain/case';
import { whyNoPart } from '../domain/decide/part-by-hand';
import { isPaidFirst, owed } from '../domain/decide/settled';
import { dueNow, unpaid } from '../domain/due-now';
import { unpaidOfGone } from '../domain/effects/gone-unpaid';
import { actBy, isCancelledInstead, isChargedEarly } from '../domain/effects/lapse';
import { goesInParts } from '../domain/effects/part-first';
import { notTaken, takeable } from '../domain/effects/late-money';
import { canBePaid, needsPayment, voidsBeforePayment } from '../domain/effects/payments';
import { hasGoing, leaves, moneyOf, type Situation, waits } from '../domain/effects/situation';
import { isPositive, minus, type Money } from '../domain/money';
import { lateAuthorizations, leftOn, openAuthorizations } from '../domain/money-picture';
import type { PanelPart } from '../domain/panel-view';
import { inShopsWords } from '../domain/step-limits';
import { formatMoney } from '../emails/format';

/* What becomes of an order's money from here, for the merchant. It follows the rules by which it will be done. */

const say = (amount: Money): string => formatMoney(amount, 'en');
const dayOf = (at: Date, zone: string): string => inShopsWords(at, zone).replace(/,.*/, '');

const GIVEN_BACK =
  'What is cancelled is given back: released where it is only authorized, refunded where it is paid.';

/** The authorization that ends first speaks for all: `at` is when something is done about it. */
function beforeItEnds(authorization: Authorization, at: Date, situation: Situation): string {
  const { shop, now } = situation;
  const { authorized, captured } = authorization;
  const amount = say(minus(authorized, captured));
  const when = at <= now ? 'now' : `on ${inShopsWords(at, shop.timezone)}`;
  if (isChargedEarly(situation))
    return `${amount} is charged ${when}, as the customer agreed, unless the goods come first.`;
  if (authorization.endIsGuessed)
    return `${amount} stays authorized as long as Shopify shows it: how many days ${authorization.gateway} keeps it is not known. Enter them under Payments.`;
  if (isPositive(captured))
    return `${amount} stays authorized for the rest until ${inShopsWords(authorization.expiresAt, shop.timezone)}; after that it is paid by a link.`;
  const gone = unpaidOfGone(situation);
  if (gone !== null)
    return `${amount} stays authorized until ${inShopsWords(authorization.expiresAt, shop.timezone)}, and ${say(gone)} is not paid for what has left: capture that in Shopify before.`;
  if (isCancelledInstead(situation))
    return `The order is cancelled ${when} unless the goods come first or the customer chooses to wait.`;
  return shop.settings.beforeLapse === 'charge-if-agreed'
    ? `${amount} is released ${when} unless the goods come first or the customer agrees to be charged.`
    : `${amount} is released ${when} unless the goods come first. The customer then pays by a link.`;
}

/** Holdfast counts on it no more, and Shopify still shows it. */
function ifLate(authorization: Authorization, situation: Situation): string {
  const { authorized, captured, endIsGuessed } = authorization;
  if (endIsGuessed) return beforeItEnds(authorization, situation.now, situation);
  const amount = say(minus(authorized, captured));
  return isPositive(captured)
    ? `${amount} is captured when the goods are here, if Shopify still allows it. Else it is paid by a link.`
    : `${amount} is voided now. The customer then pays by a link.`;
}

function whileItWaits(situation: Situation): string[] {
  const picture = moneyOf(situation);
  const open = openAuthorizations(picture, situation.now);
  const [first, ...later] = open.map(actBy);
  if (first !== undefined) {
    const at = earliest(first, ...later);
    return open.map((authorization) => beforeItEnds(authorization, at, situation));
  }
  const late = lateAuthorizations(picture, situation.now);
  if (late.length > 0) return late.map((authorization) => ifLate(authorization, situation));
  const rest = owed(picture);
  if (!isPositive(rest)) return ['It is paid: the order is released when its goods are here.'];
  return isPaidFirst(situation.order, picture)
    ? [`When the goods are here, the customer is asked to pay ${say(rest)} by a link.`]
    : [];
}

function onceItIsHere(value: Case, situation: Situation): string[] {
  const { shop, now } = situation;
  const picture = moneyOf(situation);
  const rest = say(owed(picture));
  if (needsPayment(situation)) {
    const { payment } = value;
    if (payment == null)
      return canBePaid(situation) ? [`The customer is asked to pay ${rest} by a link.`] : [];
    const asked = inShopsWords(payment.askedAt, shop.timezone);
    return [
      `${rest} is to be paid by a link: asked on ${asked}, last day ${dayOf(payment.payBy, shop.timezone)}. If it isn’t paid by then, ${value.customerKey === null ? 'you are called' : 'the order is cancelled'}.`,
    ];
  }
  if (!isPositive(owed(picture))) return [];
  if (voidsBeforePayment(situation).length > 0) {
    const amount = say(leftOn(notTaken(situation), picture.total.currencyCode));
    return [`${amount} is voided now, and then the customer is asked to pay ${rest} by a link.`];
  }
  if (takeable(situation).length === 0) return [];
  return capturesAtFulfillment(shop) && lateAuthorizations(picture, now).length === 0
    ? [`Shopify takes ${rest} as you ship it.`]
    : [`${rest} is captured now. The order is released once that is seen to have succeeded.`];
}

const priceOfPart = (value: Case, situation: Situation): Money =>
  unpaid(dueNow(situation.order, value), moneyOf(situation));

function partAhead(value: Case, situation: Situation): string[] {
  if (!goesInParts(situation)) return [];
  const { shop } = situation;
  const { partFirst } = value;
  const who = partFirst?.by === 'customer' ? 'the customer' : 'your staff';
  const asked =
    partFirst == null ? '' : `, as ${who} asked on ${inShopsWords(partFirst.at, shop.timezone)}`;
  const price = priceOfPart(value, situation);
  const money = !isPositive(price)
    ? 'nothing more is charged for it'
    : capturesParts(shop)
      ? `Shopify takes ${say(price)} as it ships`
      : `${say(price)} is charged for it`;
  return [`The part that is here goes first${asked}: ${money}.`];
}

function modeWords({ shop: { settings } }: Situation): string {
  if (settings.paused) return 'Everything is paused: none of this is done until you go on.';
  if (settings.mode === 'watch') return 'Holdfast only watches now: none of this is done.';
  return settings.mode === 'ask' ? 'Each step waits for your yes.' : '';
}

/** What happens next with the money, if nothing comes in between; nothing for an order that is over or disputed. */
export function moneyAhead(situation: Situation): string[] {
  const { case: value, order } = situation;
  if (value === null || value.closedAt !== null) return [];
  if (order.cancelledAt !== null || order.disputed) return [];
  const ahead = leaves(value)
    ? [GIVEN_BACK]
    : [
        ...partAhead(value, situation),
        ...(waits(value) ? whileItWaits(situation) : onceItIsHere(value, situation)),
      ];
  return ahead.length === 0 ? [] : [...ahead, modeWords(situation)].filter((s) => s !== '');
}

/** The part that is here and waits for the rest, with why staff can't send it first. */
export function partView(situation: Situation): PanelPart | null {
  const { case: value, order } = situation;
  if (value === null || value.closedAt !== null || order.cancelledAt !== null) return null;
  if (!waits(value) || leaves(value) || !hasGoing(value) || goesInParts(situation)) return null;
  return { amount: priceOfPart(value, situation), whyNot: whyNoPart(situation) };
}
