import type { SimulatorClient } from '../stack/client';
import { customerChooses } from './customer';
import { mailsTo, type PlacedOrder, placeOrder } from './shop-floor';
import { merchantLetsCapture, merchantSetsDate } from './staff';

export interface TourContext {
  readonly sim: SimulatorClient;
  readonly appUrl: string;
  readonly shop: string;
  /** Whether customers hear from the app at all; in mode `watch` they don't, and so can't choose. */
  readonly silent: boolean;
  /** One line of what happens now; the time is put before it. */
  readonly say: (line: string) => Promise<void>;
}

/** Monday, 10:00 in the shop's New York. */
export const TOUR_START = new Date('2026-03-02T15:00:00Z');

const until = (sim: SimulatorClient, now: string): Promise<unknown> =>
  sim.post('/_sim/clock', { now });

async function sayWhatCame(
  c: TourContext,
  order: PlacedOrder,
  seen: Map<string, number>,
): Promise<void> {
  const mails = (await mailsTo(c.sim, order.email)).filter((mail) => mail.sender === 'app');
  for (const mail of mails.slice(seen.get(order.email) ?? 0))
    await c.say(`  ${order.name} hears at ${mail.receivedAt.slice(0, 16)}: “${mail.subject}”`);
  seen.set(order.email, mails.length);
}

/**
 * One week of a shop on manual capture: five orders for two products, two of them short, one partly. The same happens
 * to a shop that only watches; there the merchant ships as if Holdfast weren't there.
 */
export async function liveThroughAWeek(c: TourContext): Promise<void> {
  const { sim, shop, say } = c;
  const seen = new Map<string, number>();
  const customer = (n: number): string =>
    `customer-${n}@${shop.replace('.myshopify.com', '')}.example`;

  await sim.post('/_sim/products', {
    shop,
    sku: 'KETTLE',
    title: 'Copper kettle',
    price: '40.00',
    available: 1,
  });
  await sim.post('/_sim/products', {
    shop,
    sku: 'LAMP',
    title: 'Reading lamp',
    price: '25.00',
    available: 5,
  });
  await say('The shelf holds 1 kettle and 5 lamps. Five customers order.');
  const first = await placeOrder(sim, shop, customer(1), [{ sku: 'KETTLE', quantity: 1 }]);
  const second = await placeOrder(sim, shop, customer(2), [{ sku: 'LAMP', quantity: 2 }]);
  const keeps = await placeOrder(sim, shop, customer(3), [{ sku: 'KETTLE', quantity: 1 }]);
  const wavers = await placeOrder(sim, shop, customer(4), [{ sku: 'KETTLE', quantity: 1 }]);
  const leaves = await placeOrder(sim, shop, customer(5), [
    { sku: 'KETTLE', quantity: 1 },
    { sku: 'LAMP', quantity: 1 },
  ]);
  const waiting = [keeps, wavers, leaves];
  const news = async (): Promise<void> => {
    for (const order of [first, second, ...waiting]) await sayWhatCame(c, order, seen);
  };

  await until(sim, '2026-03-02T17:00:00Z');
  await say(
    `${keeps.name} and ${wavers.name} are short, ${leaves.name} partly. ` +
      (c.silent
        ? 'Holdfast sees it and keeps still.'
        : 'Money and goods are held, and all are told the same day.'),
  );
  await news();

  await merchantLetsCapture(c);
  await until(sim, '2026-03-02T17:02:00Z');
  await say(
    c.silent
      ? 'The merchant asks for orders in stock to be captured: in this mode that is only written down.'
      : `The merchant lets Holdfast capture what is in stock: ${first.name} and ${second.name}.`,
  );

  if (!c.silent) {
    await customerChooses(sim, keeps.email, 'keep');
    await say(`${keeps.name} chooses to wait.`);
    await customerChooses(sim, wavers.email, 'cancel');
    await until(sim, '2026-03-02T17:05:00Z');
    await customerChooses(sim, wavers.email, 'undo');
    await say(`${wavers.name} cancels, and takes it back five minutes later.`);
    await until(sim, '2026-03-03T15:00:00Z');
    await customerChooses(sim, leaves.email, 'cancel');
    await until(sim, '2026-03-03T15:30:00Z');
    await say(
      `${leaves.name} cancels. Fifteen minutes later it is done: nothing was ever charged.`,
    );
    await news();
  }

  await until(sim, '2026-03-05T14:00:00Z');
  await say(
    c.silent
      ? 'Three days on: nobody has heard anything.'
      : 'Three days on: those who wait hear that they are not forgotten.',
  );
  await news();

  if (!c.silent) {
    for (const order of [keeps, wavers]) await merchantSetsDate(c, order.orderId, '2026-03-07');
    await until(sim, '2026-03-05T16:00:00Z');
    await say('The supplier promises Saturday. The merchant sets the date, and both are told.');
    await news();
    await until(sim, '2026-03-06T15:00:00Z');
    await merchantSetsDate(c, wavers.orderId, '2026-03-08');
    await until(sim, '2026-03-06T17:00:00Z');
    await say(
      `For ${wavers.name} the date slips to Sunday: a new date and a new offer to cancel, before the old one passes.`,
    );
    await news();
  }

  await until(sim, '2026-03-07T14:00:00Z');
  await sim.post('/_sim/inventory', { shop, sku: 'KETTLE', adjust: 1 });
  await until(sim, '2026-03-07T16:00:00Z');
  await say(
    c.silent
      ? 'One kettle arrives. Nothing is captured, nothing is said.'
      : `One kettle arrives. It goes to the oldest who waits, ${keeps.name}: captured, released, told.`,
  );
  await news();
  await until(sim, '2026-03-08T15:00:00Z');
  await sim.post('/_sim/inventory', { shop, sku: 'KETTLE', adjust: c.silent ? 2 : 1 });
  await until(sim, '2026-03-08T16:00:00Z');
  await say(
    c.silent
      ? 'The rest arrives.'
      : `Another arrives, and goes to ${wavers.name}. Its authorization was released in time, 48 hours before its end: a link to pay is sent.`,
  );
  await news();
  if (!c.silent) {
    await sim.post(`/_sim/orders/${wavers.orderId.split('/').at(-1) ?? ''}/pay`, {});
    await until(sim, '2026-03-08T17:00:00Z');
    await say(`${wavers.name} is paid by the link, released, and told.`);
    await news();
  }

  const shipped = c.silent
    ? [first, second, keeps, wavers, leaves]
    : [first, second, keeps, wavers];
  for (const order of shipped)
    await sim.post('/_sim/fulfillments', {
      shop,
      orderId: order.orderId,
      trackingNumber: `TRACK${order.name.replace('#', '')}`,
      notify: true,
    });
  await until(sim, '2026-03-09T18:00:00Z');
  await say('The parcels are packed, and Shopify tells everyone that theirs is on its way.');
  await news();
}
