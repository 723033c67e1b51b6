import { z } from 'zod';
import { API_VERSION } from '../../app/adapters/shopify/api-version';
import { priceOfCall } from '../../app/adapters/shopify/price-of-call';
import type { Measured } from '../figure';
import type { Row } from '../table';
import type { LivingApp } from './app';
import { openLife, playLife } from './play';
import {
  CAPTURE,
  HOLD,
  LET_GO,
  MONEY,
  NOTICE,
  READY,
  RELEASE,
  SHIPPED,
  SHORT,
  STOCK,
  type Decision,
} from './smallest';

interface Priced {
  readonly what: string;
  readonly times: number;
  readonly points: number;
}

async function ask({ shop, token }: LivingApp, query: string, id: string): Promise<unknown> {
  const response = await fetch(`https://${shop}/admin/api/${API_VERSION}/graphql.json`, {
    method: 'POST',
    headers: { 'x-shopify-access-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  return response.json();
}

const Item = z.object({
  data: z.object({
    order: z.object({
      lineItems: z.object({
        nodes: z.tuple([
          z.object({ variant: z.object({ inventoryItem: z.object({ id: z.string() }) }) }),
        ]),
      }),
    }),
  }),
});

/** The prices of the smallest life, with as many notices as the app sent. */
async function smallestLife(
  app: LivingApp,
  orderId: string,
  notices: number,
): Promise<readonly Priced[]> {
  const found = Item.parse(await ask(app, SHORT.query, orderId));
  const itemId = found.data.order.lineItems.nodes[0].variant.inventoryItem.id;
  const priced = async ({ what, query }: Decision, times = 1): Promise<Priced> => {
    const reply = await ask(app, query, query === STOCK.query ? itemId : orderId);
    const points = priceOfCall(reply)?.actual ?? null;
    if (points === null) throw new Error(`No price of: ${what}`);
    return { what, times, points };
  };
  return [
    await priced(SHORT),
    await priced(STOCK, 2),
    { what: 'hold', times: 1, points: HOLD },
    await priced(NOTICE, notices),
    await priced(READY),
    await priced(MONEY),
    { what: 'capture', times: 1, points: CAPTURE },
    await priced(LET_GO),
    { what: 'release', times: 1, points: RELEASE },
    await priced(SHIPPED),
  ];
}

const sumOf = (parts: readonly Priced[]): number =>
  parts.reduce((sum, { times, points }) => sum + times * points, 0);

/** Actual API points of a backorder's whole life ÷ the smallest possible. */
export async function lifePoints(): Promise<Measured> {
  const app = await openLife();
  try {
    const { orderId, mails, happened, prices } = await playLife(app);
    const missing = ['hold', 'capture', 'release', 'fulfillment'].filter(
      (kind) => !happened.includes(kind),
    );
    if (missing.length > 0) throw new Error(`The order's life had no ${missing.join(', ')}`);
    const actual = prices.reduce((sum, { actualTotal }) => sum + actualTotal, 0);
    const smallest = await smallestLife(app, orderId, mails.length);
    const rows: Row[] = [
      ...prices.map(({ operation, calls, actualTotal, requestedTotal }) => ({
        side: 'Holdfast',
        what: operation,
        calls,
        actual: actualTotal,
        requested: requestedTotal,
      })),
      {
        side: 'Holdfast',
        what: `sum, with ${mails.length} mails`,
        calls: prices.reduce((sum, { calls }) => sum + calls, 0),
        actual,
        requested: prices.reduce((sum, { requestedTotal }) => sum + requestedTotal, 0),
      },
      ...smallest.map(({ what, times, points }) => ({
        side: 'smallest',
        what,
        calls: times,
        actual: times * points,
        requested: '',
      })),
      { side: 'smallest', what: 'sum', calls: '', actual: sumOf(smallest), requested: '' },
    ];
    return { ratios: [actual / sumOf(smallest)], rows };
  } finally {
    await app.close();
  }
}
