import { money } from '../../app/domain/money';
import { anOrder, aShop } from './builders';
import type { PlacedOrder } from './shop';
import type { Harness } from './harness';
import { chance, type Chance } from './harness/random';
import { FAIR, type Weather } from './harness/hints';
import { holdsOn } from './story';

/*
 * Sixty orders and what people do about them in six days, at times that don't depend on what the app does. Whoever acts
 * leaves the app some hours, so that a webhook that is missed for an hour and a quarter changes when things are done, and
 * not what.
 */

const SKUS = ['MUG', 'POT', 'TIN', 'CUP'] as const;
const ORDERS_A_DAY = 20;

/** Something that happens in the shop at a time. */
export interface Item {
  /** "2026-03-02 09:00", by the shop's clock. */
  readonly at: string;
  readonly act: (shop: Harness) => unknown;
}

const day = (n: number): string => `2026-03-0${2 + n}`;
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const nth = (shop: Harness, n: number): PlacedOrder => {
  const order = shop.shopify.orders()[n];
  if (order === undefined) throw new Error(`There is no order ${n}`);
  return order;
};
const firstLine = (order: PlacedOrder) => {
  const [line] = order.lines;
  if (line === undefined) throw new Error('An order without a line');
  return line.id;
};

/** Between nine and one: whoever is found an hour later is still told before the day's end. */
function orders(random: Chance, onDay: number): Item[] {
  return Array.from({ length: ORDERS_A_DAY }, (_, i): Item => {
    const number = onDay * ORDERS_A_DAY + i;
    const wish = anOrder()
      .of(random.pick([...SKUS]), random.between(1, 2))
      .from(`customer${number}@example.com`);
    const second = random.percent(30) ? wish.of(random.pick([...SKUS])) : wish;
    return {
      at: `${day(onDay)} ${clock(9 * 60 + i * 12)}`,
      act: (shop) => shop.place(second.shippedFor(random.percent(20) ? '4.95' : '0')),
    };
  });
}

/** What staff do with orders of the days before `onDay`. */
function staff(onDay: number): Item[] {
  const from = (onDay - 1) * ORDERS_A_DAY;
  const at = `${day(onDay)} 15:00`;
  return [
    { at, act: (shop) => shop.shopify.cancelByMerchant(nth(shop, from).id) },
    {
      at,
      act: (shop) => {
        const order = nth(shop, from + 3);
        return shop.shopify.addUnits(order.id, firstLine(order), 1);
      },
    },
    {
      at,
      act: (shop) => shop.shopify.captureByMerchant(nth(shop, from + 5).id, money('20.00', 'USD')),
    },
    { at, act: (shop) => shop.shopify.releaseByMerchant(nth(shop, from + 7).id) },
  ];
}

const customers: readonly Item[] = [2, 9, 17, 26, 38, 44, 57].map((n, i) => ({
  at: `${day(3)} 17:00`,
  act: (shop) => shop.choose(nth(shop, n).id, i % 2 === 0 ? 'cancel' : 'keep'),
}));

function goods(onDay: number, units: number): Item[] {
  return SKUS.map((sku, i) => ({
    at: `${day(onDay)} ${clock(18 * 60 + i)}`,
    act: (shop) => shop.shopify.arrive(sku, units),
  }));
}

function week(seed: number, arrivals: Arrivals): Item[] {
  const random = chance(seed);
  return [
    ...[0, 1, 2].flatMap((n) => orders(random, n)),
    ...staff(1),
    ...staff(3),
    ...customers,
    ...arrivals.flatMap(([onDay, units]) => goods(onDay, units)),
  ];
}

/** What became of an order, without when: its case, its holds, its money and the customer's letters. */
async function outcomeOf(shop: Harness, order: PlacedOrder, number: number) {
  const value = await shop.caseOf(order.id);
  const lines = value?.lines.map(({ title, units, choice }) => [title, units, choice.kind]) ?? [];
  return {
    order: number,
    case:
      value === null
        ? null
        : { closed: value.closedAt !== null, attention: value.attention, lines },
    holds: holdsOn(order),
    cancelled: order.cancelledAt !== null,
    ledger: order.transactions.map(
      ({ kind, status, amount }) => `${kind} ${status} ${amount.amount}`,
    ),
    letters: shop.letters(order.id).map(({ mail }) => mail.step),
  };
}
export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

const byTime = (items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

const USUAL: Arrivals = [
  [1, 3],
  [2, 4],
  [4, 12],
];

/** On which days how many units of every item come, in the evening. */
export type Arrivals = readonly (readonly [number, number])[];

/** Lives through the week, with whatever else happens in it. What became of all orders. */
export async function liveThrough(
  seed: number,
  {
    weather = FAIR,
    arrivals = USUAL,
    also = [],
  }: {
    readonly weather?: Weather;
    readonly arrivals?: Arrivals;
    readonly also?: readonly Item[];
  } = {},
): Promise<{ readonly shop: Harness; readonly outcomes: Outcome[] }> {
  const shop = await aShop()
    .under({ seed, weather })
    .opens(`${day(0)} 08:00`);
  for (const sku of SKUS) shop.shopify.onHand(sku, 4);
  for (const { at, act } of byTime([...also, ...week(seed, arrivals)])) {
    await shop.until(at);
    await act(shop);
  }
  await shop.until(`${day(6)} 20:00`);
  const outcomes: Outcome[] = [];
  for (const [number, order] of shop.shopify.orders().entries())
    outcomes.push(await outcomeOf(shop, order, number));
  return { shop, outcomes };
}
