import { DateTime } from 'luxon';
import type { Fact } from '../../app/domain/history';
import { checkPromises } from '../../app/domain/promises';
import type { PlacedOrder } from './shop';
import type { Harness } from './harness';
import { tokenIn } from './harness/letter-facts';

/* What a story's "then" looks at. */

const MINUTE = 60_000;
export const MINUTES = (n: number): number => n * MINUTE;
export const HOURS = (n: number): number => n * 60 * MINUTE;
export const DAYS = (n: number): number => n * 24 * 60 * MINUTE;

function inWords(fact: Fact): string[] {
  switch (fact.kind) {
    case 'captured':
    case 'refunded':
    case 'paid':
      return [`${fact.kind} ${fact.amount.amount}`];
    case 'agreed':
      return [`agreed to ${fact.to}`];
    case 'said':
      return [fact.step];
    case 'line-changed':
      return [`line now ${fact.units}`];
    case 'held':
    case 'released':
    case 'voided':
    case 'lapsed':
    case 'cancellation-requested':
    case 'request-taken-back':
    case 'order-cancelled':
    case 'packed':
    case 'unpacked':
    case 'shipped':
      return [fact.kind];
    default:
      return [];
  }
}

/** What was done with the order, by anyone, and what its customer was told, as it happened. */
export async function eventsOf(shop: Harness, order: PlacedOrder): Promise<string[]> {
  const { facts } = await shop.history();
  return facts.flatMap((fact) => ('order' in fact && fact.order === order.id ? inWords(fact) : []));
}

/** The order's letters with the shop's time of day: "Mon 12:02 first-notice". */
export function lettersOf(shop: Harness, order: PlacedOrder): string[] {
  return shop
    .letters(order.id)
    .map(
      ({ at, mail }) =>
        `${DateTime.fromJSDate(at, { zone: shop.timezone }).toFormat('ccc HH:mm')} ${mail.step}`,
    );
}

/** The words of the order's newest letter. */
export function newestWords(shop: Harness, order: PlacedOrder): string {
  return shop.letters(order.id).at(-1)?.mail.text ?? '';
}

/** The link in the order's letter of that number, counted from the first. */
export function linkOf(shop: Harness, order: PlacedOrder, letter = 0): string {
  const token = tokenIn(shop.letters(order.id)[letter]?.mail.text ?? '');
  if (token === null) throw new Error('That letter has no link');
  return token;
}

/** What a person is asked to do about the order. */
export async function attentionOf(shop: Harness, order: PlacedOrder): Promise<string> {
  return (await shop.caseOf(order.id))?.attention ?? 'nothing';
}

export async function brokenPromises(shop: Harness): Promise<string[]> {
  return checkPromises(await shop.history()).map(({ promise, says }) => `${promise}: ${says}`);
}

export const holdsOn = (order: PlacedOrder): number =>
  order.fulfillmentOrders.reduce((total, fo) => total + fo.holds.length, 0);
