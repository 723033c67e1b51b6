import { answerChoice, viewChoice } from '../../app/use-cases/choices';
import { tokenIn } from '../support/harness/letter-facts';
import type { Combination } from './factors';
import { KETTLE, type Stage } from './stage';

/* What people do in a play. What can't be done any more is not done: Shopify or the page says no. */

export function act({ shop, order }: Stage, actor: Combination['actor']): void {
  const { shopify } = shop;
  const authorized = order.transactions.find((t) => t.kind === 'authorization');
  const kettle = order.lines.find((line) => line.sku === KETTLE);
  switch (actor) {
    case 'nobody':
      return;
    case 'merchant-captures':
    case 'flow-captures':
      if (authorized) shopify.captureByMerchant(order.id, authorized.amount);
      return;
    case 'app-voids':
      return shopify.voidByMerchant(order.id);
    case 'merchant-cancels':
      return void shopify.cancelByMerchant(order.id);
    case 'merchant-releases':
      return shopify.releaseByMerchant(order.id);
    case 'merchant-removes-unit':
      if (kettle) shopify.takeOff(order.id, kettle.id, 1);
      return;
    case 'dispute':
      return shopify.dispute(order.id);
  }
}

export async function react(
  { shop, order }: Stage,
  reaction: Combination['reaction'],
): Promise<void> {
  const inParcels = new Set(order.fulfillments.flatMap((f) => f.lines.map((l) => l.lineId)));
  const lines = order.lines.filter(({ id, current }) => current > 0 && !inParcels.has(id));
  const chosen = reaction === 'cancel-line' ? lines.filter(({ sku }) => sku === KETTLE) : lines;
  const action = reaction === 'keep' ? 'keep' : 'cancel';
  if (reaction === 'silence' || chosen.length === 0) return;
  await shop.choose(
    order.id,
    action,
    chosen.map(({ id }) => id),
  );
}

/** The customer asks for the ready part; whether the page let them. */
export async function askForPart({ shop, order }: Stage): Promise<boolean> {
  const token = tokenIn(shop.letters(order.id).at(-1)?.mail.text ?? '');
  const view = token === null ? null : await viewChoice(shop.deps, token);
  const amount = view?.offers.partFirst?.amount.amount;
  if (token === null || amount === undefined) return false;
  const outcome = await answerChoice(shop.deps, token, { action: 'part-first', amount });
  return outcome.kind === 'done';
}

/** The shop packs each fulfillment order that nobody holds and whose units are all there. */
export function ship({ shop, order }: Stage): void {
  const complete = order.fulfillmentOrders.filter(
    (fo) =>
      fo.status === 'open' &&
      order.lines.every(
        ({ id, sku }) => (fo.remaining.get(id) ?? 0) <= shop.shopify.stock(sku).onHand,
      ),
  );
  const lines = new Map(
    order.lines.map(({ id }) => [
      id,
      complete.reduce((sum, fo) => sum + (fo.remaining.get(id) ?? 0), 0),
    ]),
  );
  if (complete.length > 0) shop.shopify.fulfill(order.id, { lines });
}
