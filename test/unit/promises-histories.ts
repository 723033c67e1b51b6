import { DateTime } from 'luxon';
import type { Fact, History, Said, Tried } from '../../app/domain/history';
import { ItemId, LineId, LocationId, OrderId, TransactionId } from '../../app/domain/ids';
import { money } from '../../app/domain/money';
import { checkPromises, type PromiseName } from '../../app/domain/promises';
import { type Settings, Settings as SettingsSchema } from '../../app/domain/settings';

/* Histories by hand: a shop in New York, one mug for twenty dollars per order, told fact by fact. */

const ZONE = 'America/New_York';
export const at = (text: string): Date =>
  DateTime.fromSQL(`2026-03-${text}`, { zone: ZONE }).toJSDate();

export const ORDER = OrderId.parse('gid://shopify/Order/1');
export const LATER = OrderId.parse('gid://shopify/Order/2');
export const MUG = LineId.parse('gid://shopify/LineItem/1');
const ITEM = ItemId.parse('gid://shopify/InventoryItem/1');
const HOUSE = LocationId.parse('gid://shopify/Location/1');
export const AUTHORIZATION = TransactionId.parse('gid://shopify/OrderTransaction/1');
export const usd = (amount: string) => money(amount, 'USD');

const lineOf = (order: OrderId): LineId =>
  order === ORDER ? MUG : LineId.parse(`${MUG}${order.at(-1) ?? ''}`);

export function settings(when: string, change: Partial<Settings> = {}): Fact {
  return {
    kind: 'settings-changed',
    at: at(when),
    settings: SettingsSchema.parse({ mode: 'automatic', ...change }),
  };
}

/** The shop is installed and automatic, on the first of March. */
export const OPEN: readonly Fact[] = [
  { kind: 'installed', at: at('01 00:00') },
  settings('01 00:00'),
];

export function placed(
  when: string,
  order = ORDER,
  customer: string | null = 'anna@example.com',
): Fact[] {
  return [
    {
      kind: 'order-placed',
      at: at(when),
      order,
      customer,
      zone: ZONE,
      test: false,
      latest: at('31 23:59'),
      visibleUntil: null,
      total: usd('20.00'),
      lines: [{ line: lineOf(order), item: ITEM, location: HOUSE, units: 1 }],
    },
    { kind: 'order-routed', at: at(when), order },
  ];
}

export const authorized = (when: string, until = '08 12:00'): Fact => ({
  kind: 'authorized',
  at: at(when),
  order: ORDER,
  authorization: AUTHORIZATION,
  amount: usd('20.00'),
  expiresAt: at(until),
  multiCapturable: false,
});

export const short = (when: string, order = ORDER): Fact => ({
  kind: 'shortage-found',
  at: at(when),
  order,
  lines: [{ line: lineOf(order), units: 1 }],
});
export const ended = (when: string, order = ORDER): Fact => ({
  kind: 'shortage-ended',
  at: at(when),
  order,
  lines: [lineOf(order)],
});
export const stock = (when: string, toShare: number): Fact => ({
  kind: 'stock-changed',
  at: at(when),
  item: ITEM,
  location: HOUSE,
  toShare,
});

export function said(when: string, step: Said['step'], change: Partial<Said> = {}): Fact {
  const delay = ['first-notice', 'follow-up', 'new-date', 'date-passed'].includes(step);
  return {
    kind: 'said',
    at: at(when),
    order: ORDER,
    customer: 'anna@example.com',
    step,
    messageId: `${step}.${when}@holdfast.example`,
    outcome: 'sent',
    hasOffer: delay,
    claimsNotCharged: true,
    money: { charged: usd('0.00'), pending: usd('0.00'), giftCard: usd('0.00'), named: ['20.00'] },
    dates: [{ line: MUG, date: null }],
    ...change,
  };
}

export const captured = (when: string, amount = '20.00'): Fact[] => [
  {
    kind: 'captured',
    at: at(when),
    order: ORDER,
    authorization: AUTHORIZATION,
    amount: usd(amount),
    final: true,
    by: 'holdfast',
  },
  tried(when),
];
export const tried = (
  when: string,
  outcome: Tried['outcome'] = 'done',
  effect: Tried['effect'] = 'capture',
  target: string = AUTHORIZATION,
): Fact => ({ kind: 'tried', at: at(when), order: ORDER, effect, target, outcome });
export const released = (when: string, order = ORDER): Fact => ({
  kind: 'released',
  at: at(when),
  order,
  target: 'fo',
  by: 'holdfast',
});
export const chose = (
  when: string,
  choice: 'keep' | 'cancel' | 'undo',
  undoUntil: string | null = null,
): Fact => ({
  kind: 'chose',
  at: at(when),
  order: ORDER,
  lines: [MUG],
  choice,
  by: 'customer',
  undoUntil: undoUntil === null ? null : at(undoUntil),
});
export const cancelled = (when: string): Fact => ({
  kind: 'order-cancelled',
  at: at(when),
  order: ORDER,
  by: 'holdfast',
});
export const voided = (when: string): Fact => ({
  kind: 'voided',
  at: at(when),
  order: ORDER,
  authorization: AUTHORIZATION,
  by: 'holdfast',
});
export const shipped = (when: string, toldByShopify: boolean): Fact[] => [
  { kind: 'packed', at: at(when), order: ORDER, lines: [{ line: MUG, units: 1 }] },
  { kind: 'shipped', at: at(when), order: ORDER, lines: [{ line: MUG, units: 1 }], toldByShopify },
];

/** A fact, or several that belong together. */
export type Told = Fact | readonly Fact[];

export function history(...facts: Told[]): History {
  return {
    timezone: ZONE,
    facts: [...OPEN, ...facts.flat()],
    until: at('30 23:00'),
    graceMs: 15 * 60_000,
  };
}

export const until = (end: string, ...facts: Told[]): History => ({
  ...history(...facts),
  until: at(end),
});

/** One mug for twenty dollars, there and authorized. */
export const here: readonly Fact[] = [
  stock('02 08:00', 1),
  ...placed('02 09:00'),
  authorized('02 09:00'),
];
export const TEA = LineId.parse('gid://shopify/LineItem/9');
/** A mug and a tea: twenty dollars and twelve. */
export const two: readonly Fact[] = placed('02 09:00').map((fact) =>
  fact.kind === 'order-placed'
    ? {
        ...fact,
        total: usd('32.00'),
        lines: fact.lines.flatMap((line) => [
          { ...line, gross: usd('20.00') },
          { ...line, line: TEA, gross: usd('12.00') },
        ]),
      }
    : fact,
);

/** Two histories that differ in one thing: by it the promise is kept or broken. */
export interface Pair {
  readonly promise: PromiseName;
  readonly rule: string;
  readonly kept: History;
  readonly broken: History;
}

export const brokenIn = (told: History): PromiseName[] =>
  checkPromises(told).map((violation) => violation.promise);

export function seesEach(pairs: readonly Pair[]): void {
  it.each(pairs)('$promise: $rule', ({ promise, kept, broken }) => {
    expect(brokenIn(kept)).not.toContain(promise);
    expect(brokenIn(broken)).toContain(promise);
  });
}
