import { aShop, anOrder } from '../support/builders';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import { endInDays, LATE_FOR, OPENS, ORDERED } from './calendar';
import type { Combination } from './factors';
import { decimal, giftCardCents, SHIPPING } from './price';
import type { Row } from './table';

export const LAMP = 'LAMP';
export const KETTLE = 'KETTLE';

/** What becomes of an authorization past its end: its provider keeps it for longer, or Shopify only shows it for longer. */
export type Late = 'lives on' | 'is shown for longer';

export type Scene = Combination & Pick<Row, 'price'> & { readonly late?: Late };

const DAY = 24 * 3600_000;

const GATEWAYS = {
  shopify_payments: 'shopify_payments',
  paypal: 'paypal',
  klarna: 'klarna',
  'at-once': 'bank_redirect',
  'half-gift-card': 'shopify_payments',
} as const satisfies Record<Combination['gateway'], string>;

export interface Stage {
  readonly shop: Harness;
  readonly order: PlacedOrder;
}

/** The shop is open, and the order has just been placed. */
export async function setUp(scene: Scene): Promise<Stage> {
  const { plan, capture, gateway, order, price, late } = scene;
  const showsEndedForMs = late === 'is shown for longer' ? LATE_FOR : 0;
  const shop = await aShop({ captureMode: capture, plus: plan === 'plus', showsEndedForMs })
    .with({ captureMethod: capture, statedShippingDays: 90 })
    .opens(OPENS);
  if (order !== 'whole') shop.shopify.onHand(LAMP, 1);
  await shop.until(ORDERED);
  const taxed = price === 'taxed';
  const wanted = anOrder()
    .of(LAMP, 1, '40.00')
    .withTax(taxed ? '3.55' : '0.00')
    .of(KETTLE, 2, '15.00')
    .withTax(taxed ? '2.66' : '0.00')
    .shippedFor(SHIPPING[price])
    .paidBy(GATEWAYS[gateway])
    .like(late === 'lives on' ? { authorizationDays: endInDays(scene) + LATE_FOR / DAY } : {});
  const paid =
    gateway === 'half-gift-card' ? wanted.withGiftCard(decimal(giftCardCents(price))) : wanted;
  return { shop, order: shop.place(paid) };
}
