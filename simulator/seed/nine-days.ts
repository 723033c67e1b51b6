import { customerAgrees, customerChooses } from '../tour/customer';
import { merchantLetsCapture, merchantSetsDate, type Panel } from '../tour/staff';
import { buys, ship } from './people';
import { arrive } from './shelves';

export interface Life extends Panel {
  readonly say: (line: string) => void;
}

/** Monday, 9:00 in the shop's New York. */
export const SEED_START = new Date('2026-03-16T13:00:00Z');
/** Wednesday of the week after, 10:00. */
export const SEED_END = '2026-03-25T14:00:00Z';

/**
 * Nine days of a shop, lived through with the real app by the doors that people use. At the end there is one of each:
 * shipped, cancelled, ready, waiting with and without a date, slipped, nobody's address, money that was released in time,
 * and a part that went first because the customer agreed.
 */
export async function liveNineDays(life: Life): Promise<void> {
  const { sim, shop, say } = life;
  const until = (now: string): Promise<unknown> => sim.post('/_sim/clock', { now });
  const date = (order: { orderId: string }, day: string): Promise<void> =>
    merchantSetsDate(life, order.orderId, day);
  const buy = buys.bind(null, sim, shop);

  await merchantLetsCapture(life);
  say('Monday: four orders. Blankets and kettles run short.');
  await until('2026-03-16T14:00:00Z');
  const lamp = await buy(1, [{ sku: 'LAMP' }]);
  const kettles = await buy(2, [{ sku: 'KETTLE', quantity: 2 }]);
  const slips = await buy(3, [{ sku: 'BLANKET' }]);
  const leaves = await buy(4, [{ sku: 'KETTLE' }, { sku: 'LAMP' }]);
  await until('2026-03-16T16:00:00Z');
  await customerChooses(sim, slips.email, 'keep');
  await date(slips, '2026-03-20');
  await ship(sim, shop, lamp);
  await ship(sim, shop, kettles);

  say('Tuesday: one customer cancels, two order teapots that are not there.');
  await until('2026-03-17T14:00:00Z');
  await customerChooses(sim, leaves.email, 'cancel');
  const shipped = await buy(5, [{ sku: 'TEAPOT', quantity: 2 }]);
  await buy(6, [{ sku: 'TEAPOT' }]);
  await until('2026-03-17T17:00:00Z');
  await customerChooses(sim, shipped.email, 'keep');

  say(
    'Thursday: the blankets slip by a week. A kettle is ordered, and nobody knows when it comes.',
  );
  await until('2026-03-19T15:00:00Z');
  await date(slips, '2026-03-28');
  await until('2026-03-19T16:00:00Z');
  await buy(7, [{ sku: 'KETTLE' }]);

  say('Friday: a lamp goes before the pepper mill. Saturday: an order without an e-mail address.');
  await until('2026-03-20T14:00:00Z');
  const parted = await buy(8, [{ sku: 'MILL' }, { sku: 'LAMP' }]);
  await until('2026-03-20T15:00:00Z');
  await date(parted, '2026-03-30');
  await customerAgrees(sim, parted.email, 'part-first');
  await until('2026-03-20T16:00:00Z');
  await ship(sim, shop, parted);
  await until('2026-03-21T15:00:00Z');
  await buy(9, [{ sku: 'KETTLE' }], 'phone');

  say('The blanket outlasts its authorization: it is released. Three teapots arrive in time.');
  await until('2026-03-21T17:00:00Z');
  await arrive(sim, shop, 'TEAPOT', 3);
  await until('2026-03-23T16:00:00Z');
  await ship(sim, shop, shipped);

  say('Tuesday: two more orders. Wednesday morning: one more for a kettle.');
  await until('2026-03-24T14:00:00Z');
  const patient = await buy(10, [{ sku: 'MILL', quantity: 2 }]);
  await buy(11, [{ sku: 'LAMP' }]);
  await until('2026-03-24T15:00:00Z');
  await customerChooses(sim, patient.email, 'keep');
  await date(patient, '2026-03-30');
  await until('2026-03-25T13:00:00Z');
  await buy(12, [{ sku: 'KETTLE' }]);
  await until(SEED_END);
}
