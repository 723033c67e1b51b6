import { z } from 'zod';
import { addMs, DAY, HOUR, MINUTE, SECOND } from '../../app/domain/calendar';
import type { OperationPrice } from '../../app/web-deps';
import { openLivingApp, type LivingApp } from './app';

const START = new Date('2026-03-02T14:00:00Z');
const LIVES_FOR = 10 * DAY;
const ARRIVES_AFTER = 3 * DAY;
const SHIPS_AFTER = 4 * DAY;

const Made = z.object({ orderId: z.string() });
const Part = z.object({ status: z.string() });
const Shown = z.object({ fulfillmentOrders: z.array(Part) });
const Row = z.object({ kind: z.string() });

export interface Life {
  /** What was called for the order alone: without the opening of the shop and of its shelves. */
  readonly prices: readonly OperationPrice[];
  readonly orderId: string;
  readonly mails: readonly string[];
  /** What happened to the order, in the simulator's words. */
  readonly happened: readonly string[];
}

/** What was called between two readings of the meter. */
function since(
  before: readonly OperationPrice[],
  after: readonly OperationPrice[],
): readonly OperationPrice[] {
  return after
    .map((now) => {
      const then = before.find(({ operation }) => operation === now.operation);
      return {
        ...now,
        calls: now.calls - (then?.calls ?? 0),
        requestedTotal: now.requestedTotal - (then?.requestedTotal ?? 0),
        actualTotal: now.actualTotal - (then?.actualTotal ?? 0),
      };
    })
    .filter(({ calls }) => calls > 0);
}

/** Webhooks come three seconds after what they tell of. */
const TOLD_AFTER = 3 * SECOND;

/** A few seconds at a time after news, then minute by minute, and every half an hour otherwise. */
async function live(app: LivingApp, from: Date, until: Date): Promise<void> {
  const step = (at: Date): number => {
    if (at < addMs(from, 2 * MINUTE)) return TOLD_AFTER;
    return at < addMs(from, 20 * MINUTE) ? MINUTE : HOUR / 2;
  };
  for (let at = addMs(from, TOLD_AFTER); at < until; at = addMs(at, step(at))) await app.moveTo(at);
}

/**
 * One order of one unit that is not there: it is held and its customer told, the unit arrives after three days, is paid
 * and let go, and ships a day later. The rounds of the shop as a whole are left out: `reconcile_points` has them.
 */
export async function playLife(app: LivingApp): Promise<Life> {
  const { shop, sim } = app;
  await sim('POST', '/products', { shop, sku: 'LAMP', price: '40.00', available: 0 });
  await sim('POST', '/products', { shop, sku: 'MUG', price: '20.00', available: 5 });
  await app.moveTo(START);
  const before = app.meter.prices();
  const made = await sim('POST', '/orders', {
    shop,
    email: 'anna@example.com',
    name: 'Anna Meier',
    country: 'AT',
    locale: 'en',
    lines: [{ sku: 'LAMP', quantity: 1 }],
    routing: 'at-once',
    force: true,
  });
  const { orderId } = Made.parse(made);
  await live(app, START, addMs(START, ARRIVES_AFTER));
  await sim('POST', '/inventory', { shop, sku: 'LAMP', adjust: 5 });
  await live(app, addMs(START, ARRIVES_AFTER), addMs(START, SHIPS_AFTER));
  const { fulfillmentOrders } = Shown.parse(
    await sim('GET', `/orders/${encodeURIComponent(orderId)}`),
  );
  if (!fulfillmentOrders.some(({ status }) => status === 'OPEN'))
    throw new Error('The order was not let go');
  await sim('POST', '/fulfillments', { shop, orderId, trackingNumber: '1Z-1' });
  await live(app, addMs(START, SHIPS_AFTER), addMs(START, LIVES_FOR));
  const rows = z.array(Row).parse(await sim('GET', `/ledger?shop=${shop}`));
  return {
    prices: since(before, app.meter.prices()),
    orderId,
    mails: app.mails,
    happened: rows.map(({ kind }) => kind),
  };
}

export const openLife = (): Promise<LivingApp> => openLivingApp(START);
