import type { Fact } from '../../../app/domain/history';
import type { EffectKind } from '../../../app/domain/intent';
import { aShop, anOrder } from '../../support/builders';
import type { Method } from '../../support/shop';
import type { PlacedOrder } from '../../support/shop';
import type { Between, Harness } from '../../support/harness';
import { FAIR, ROUGH, type Weather } from '../../support/harness/hints';
import { chance } from '../../support/harness/random';
import { MINUTES } from '../../support/story';

/** What differs from one run of a scene to the next. */
export interface Variation {
  readonly seed: number;
  readonly orders: number;
  /** So many calls go well before the one that is struck. */
  readonly after: number;
  readonly opensAfterMs: number;
  readonly weather: Weather;
  readonly price: (order: number) => { readonly mug: string; readonly tea: string };
  readonly quantity: number;
  readonly shipping: string;
}

export function variationOf(seed: number): Variation {
  const random = chance(seed);
  const orders = random.between(1, 3);
  const amount = (): string => (random.between(100, 9_999) / 100).toFixed(2);
  const prices = Array.from({ length: orders }, () => ({ mug: amount(), tea: amount() }));
  return {
    seed,
    orders,
    after: random.between(0, orders - 1),
    opensAfterMs: random.between(0, 9 * 60) * MINUTES(1),
    weather: random.percent(50) ? ROUGH : FAIR,
    price: (order) => prices[order] ?? { mug: '20.00', tea: '8.00' },
    quantity: random.between(1, 3),
    shipping: random.pick(['0.00', '4.95', '12.50']),
  };
}

export interface Led {
  readonly shop: Harness;
  /** What brings the effect about. */
  readonly next: () => Promise<void> | void;
}

/** A story that leads some orders to one effect. */
export interface Scene {
  readonly name: string;
  readonly effect: Exclude<EffectKind, 'message'>;
  readonly call: Method;
  readonly lead: (variation: Variation, between: Between) => Promise<Led>;
  /** The mark that it leaves in Shopify's own books. */
  readonly isMark: (fact: Fact) => boolean;
  /** The books don't tell of it as a fact, but the order shows it. */
  readonly shows?: (order: PlacedOrder) => boolean;
}

export async function open(
  v: Variation,
  between: Between,
  shopOf = aShop(),
): Promise<{ shop: Harness }> {
  const { weather, seed } = v;
  const shop = await shopOf.under({ weather, seed, between }).opens('2026-03-02 09:00');
  await shop.advance(v.opensAfterMs);
  return { shop };
}

/** Each order is another customer's, so that no letter waits for another's day. */
export function placeAll(
  shop: Harness,
  v: Variation,
  as: 'mugs' | 'mugs and tea' = 'mugs',
): PlacedOrder[] {
  return Array.from({ length: v.orders }, (_, i) => {
    const { mug, tea } = v.price(i);
    const mugs = anOrder().of('MUG', v.quantity, mug).withTax('0.83').shippedFor(v.shipping);
    const theirs = as === 'mugs' ? mugs : mugs.of('TEA', 1, tea).withTax('0.27');
    return shop.place(theirs.from(`customer-${i}@example.com`));
  });
}

interface Waiting {
  readonly shopOf?: () => ReturnType<typeof aShop>;
  readonly as?: 'mugs' | 'mugs and tea';
  /** How long the orders have waited when it happens. */
  readonly since: number;
  readonly then: (shop: Harness) => Promise<void> | void;
}

/** Orders wait in a shop that has nothing of it, and then something happens. */
export function whileWaiting({ shopOf = aShop, as, since, then }: Waiting): Scene['lead'] {
  return async (v, between) => {
    const { shop } = await open(v, between, shopOf());
    placeAll(shop, v, as);
    await shop.advance(since);
    return { shop, next: () => then(shop) };
  };
}

/** A customer takes the first line back, or all that they ordered. */
export async function cancelAll(shop: Harness, what: 'everything' | 'the mugs'): Promise<void> {
  for (const order of shop.shopify.orders()) {
    const [mug] = order.lines;
    await shop.choose(order.id, 'cancel', what === 'the mugs' && mug ? [mug.id] : undefined);
  }
}
