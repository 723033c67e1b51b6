import fc from 'fast-check';
import type { Checkout } from '../../support/shop';
import { aShop, anOrder } from '../../support/builders';
import type { OpenDesk } from '../../support/desk';
import type { Harness } from '../../support/harness';
import { FAIR, ROUGH } from '../../support/harness/hints';
import { DAYS } from '../../support/story';
import type { Races } from './pool';

export interface Real {
  readonly shop: Harness;
  readonly races: Races;
  readonly digits: number;
}

export const DIGITS = { USD: 2, JPY: 0, KWD: 3 } as const;

/** Any shop: its currency, its plan, how it takes its money, and what it chose. */
export const anyShop = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  captureMode: fc.constantFrom('manual', 'manual', 'checkout', 'on-fulfillment', 'per-fulfillment'),
  plus: fc.boolean(),
  payable: fc.constantFrom('link', 'terms', 'never'),
  beforeLapse: fc.constantFrom('release', 'charge-if-agreed', 'cancel'),
  partOrders: fc.constantFrom('hold-all', 'ready-first'),
  captureClearOrders: fc.boolean(),
  undoMinutes: fc.constantFrom(0, 15),
  refundsTakeMs: fc.constantFrom(0, 0, DAYS(1)),
  isRough: fc.boolean(),
  seed: fc.nat(1_000_000),
});
type AnyShop = typeof anyShop extends fc.Arbitrary<infer T> ? T : never;

export async function openShop(of: AnyShop, races: Races, openDesk: OpenDesk): Promise<Real> {
  const { captureMode, plus, currency, payable, isRough, seed } = of;
  const { beforeLapse, partOrders, captureClearOrders, undoMinutes, refundsTakeMs } = of;
  const shop = await aShop({
    ...{ captureMode, plus, currency, refundsTakeMs },
    payablePerLinkAfterLoss: payable,
  })
    .with({ beforeLapse, partOrders, captureClearOrders, undoMinutes, usePaymentTerms: true })
    .with({
      captureMethod: captureMode === 'per-fulfillment' && !plus ? 'on-fulfillment' : captureMode,
    })
    .under({ weather: isRough ? ROUGH : FAIR, seed, between: races.between, openDesk })
    .opens('2026-03-02 09:00');
  // The first of its hourly rounds, as after an install: what was lost is found.
  await shop.reconcile();
  return { shop, races, digits: DIGITS[currency] };
}

/** Any order, its amounts in the smallest unit of whatever currency the shop has. */
export const anyCheckout = fc.record({
  mugs: fc.integer({ min: 1, max: 3 }),
  teas: fc.integer({ min: 0, max: 2 }),
  price: fc.integer({ min: 100, max: 9_999 }),
  tax: fc.integer({ min: 0, max: 99 }),
  shipping: fc.constantFrom(0, 495),
  giftCard: fc.constantFrom(0, 0, 0, 90),
  gateway: fc.constantFrom(
    'shopify_payments',
    'shopify_payments',
    'paypal',
    'klarna',
    'pay_in_parts',
  ),
});
export type AnyCheckout = typeof anyCheckout extends fc.Arbitrary<infer T> ? T : never;

export function checkoutOf(of: AnyCheckout, digits: number, email: string): Checkout {
  const amount = (units: number): string => (units / 10 ** digits).toFixed(digits);
  const mugs = anOrder().of('MUG', of.mugs, amount(of.price)).withTax(amount(of.tax));
  const all = of.teas === 0 ? mugs : mugs.of('TEA', of.teas, amount(of.price + 7));
  const paid = of.giftCard === 0 ? all : all.withGiftCard(amount(of.giftCard));
  return paid.shippedFor(amount(of.shipping)).paidBy(of.gateway).from(email);
}
