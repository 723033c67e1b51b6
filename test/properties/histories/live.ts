import { addMs, HOUR, MINUTE } from '../../../app/domain/calendar';
import type { Method } from '../../support/shop';
import type { Harness } from '../../support/harness';
import { chance, type Chance } from '../../support/harness/random';
import { answers, orders, pays } from './customers';
import { stocks, works } from './merchant';
import { DAYS, openSetting, type Setting } from './setting';

const READS: readonly [Method, ...Method[]] = ['readOrder', 'readStock', 'findOrderOf'];
const CHANGES: readonly [Method, ...Method[]] = [
  'hold',
  'release',
  'capture',
  'cancelOrder',
  'removeUnits',
  'refund',
  'void',
  'askForPayment',
  'requestCancellation',
];

function breaks({ harness }: Setting, random: Chance): void {
  if (random.percent(30))
    harness.shopify.fault(random.pick(READS), random.pick(['unreachable', 'throttled']));
  else if (random.percent(70))
    harness.shopify.fault(
      random.pick(CHANGES),
      random.pick(['lost-answer', 'lost-call', 'unreachable', 'throttled', 'pending', 'pending']),
    );
  else harness.mailFault(random.pick(['unreachable', 'lost', 'kept']));
}

async function switches({ harness }: Setting, random: Chance): Promise<void> {
  await harness.change({ paused: true });
  await harness.advance(random.between(1, 40) * HOUR);
  await harness.change({ paused: false });
}

const CAUSES = ['frozen', 'forbidden', 'locked', 'closed', 'no-token', 'suspicious'] as const;
/** Some shops are suspended now and then: from minutes to days, and nothing tells the app when that is over. */
function suspensions(setting: Setting, random: Chance): Item[] {
  const { harness, days } = setting;
  if (!random.percent(35)) return [];
  return [random.between(1, 30), random.between(34, 68)].flatMap((day): Item[] => {
    const from = addMs(days[day] ?? new Date(0), random.between(0, 24 * 60) * MINUTE);
    const lasts = random.pick([
      () => random.between(1, 59) * MINUTE,
      () => random.between(1, 24) * HOUR,
      () => random.between(25, 96) * HOUR,
    ])();
    return [
      { at: from, act: () => harness.shutOut(random.pick(CAUSES)) },
      { at: addMs(from, lasts), act: () => harness.letIn() },
    ];
  });
}

interface Item {
  readonly at: Date;
  readonly act: () => Promise<void> | void;
}

/** The day's items, in the order of time. */
function agenda(setting: Setting, random: Chance, day: number): Item[] {
  const midnight = setting.days[day] ?? new Date(0);
  const items: Item[] = [];
  const add = (percent: number, from: number, to: number, act: Item['act']): void => {
    const at = addMs(midnight, random.between(from * 60, to * 60) * MINUTE);
    if (random.percent(percent)) items.push({ at, act });
  };
  const { harness, faulty } = setting;
  for (let i = 0; i < 3; i += 1)
    add(day < 12 ? 22 : day < 60 ? 5 : 2, 0, 24, () => orders(setting, random));
  add(12, 6, 20, () => stocks(setting, random));
  add(80, 9, 19, () => works(setting, random));
  for (const order of harness.shopify.orders())
    add(4, 0, 24, () => answers(setting, random, order.id));
  for (const order of harness.shopify.orders())
    add(25, 0, 24, () => pays(setting, random, order.id));
  if (faulty) add(40, 0, 20, () => breaks(setting, random));
  add(1, 0, 24, () => switches(setting, random));
  add(100, 10, 17, async () => {
    for (const order of harness.shopify.orders()) await harness.approveAll(order.id);
  });
  if (day === 20) add(100, 9, 23, () => harness.change({ mode: 'automatic' }));
  return items.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The day's items, and those of the others that fall on it. */
function withThoseOf(
  days: readonly Date[],
  day: number,
  others: readonly Item[],
  items: readonly Item[],
): Item[] {
  const [from, to] = [days[day] ?? new Date(0), days[day + 1] ?? new Date(0)];
  const here = others.filter(({ at }) => at >= from && at < to);
  return [...items, ...here].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Lives through 75 days of one shop. The same seed tells the same history. */
export async function live(seed: number): Promise<{ harness: Harness; setting: Setting }> {
  const random = chance(seed);
  const setting = await openSetting(random, seed + 1);
  const { harness } = setting;
  // By a chance of their own: the rest of each history is as it was without them.
  const shut = suspensions(setting, chance(seed + 1_000_003));
  for (let day = 0; day < DAYS; day += 1)
    for (const item of withThoseOf(setting.days, day, shut, agenda(setting, random, day))) {
      await harness.advanceTo(item.at);
      await item.act();
    }
  await harness.advanceTo(setting.days[DAYS] ?? harness.now());
  return { harness, setting };
}
