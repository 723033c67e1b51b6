import { aShop, anOrder } from '../support/builders';
import type { FakeOrder } from '../support/fake-shopify/state';
import type { Harness } from '../support/harness';
import { OPENS, ORDERED } from './calendar';
import type { Combination } from './factors';
import { decimal, giftCardCents, SHIPPING } from './price';
import type { Row } from './table';

export const LAMP = 'LAMP';
export const KETTLE = 'KETTLE';

export type Scene = Combination & Pick<Row, 'price'>;

const GATEWAYS = {
  shopify_payments: 'shopify_payments',
  paypal: 'paypal',
  klarna: 'klarna',
  'at-once': 'bank_redirect',
  'half-gift-card': 'shopify_payments',
} as const satisfies Record<Combination['gateway'], string>;

export interface Stage {
  readonly shop: Harness;
  readonly order: FakeOrder;
}

/** The shop is open, and the order has just been placed. */
export async function setUp({ plan, capture, gateway, order, price }: Scene): Promise<Stage> {
  const shop = await aShop({ captureMode: capture, plus: plan === 'plus' })
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
    .paidBy(GATEWAYS[gateway]);
  const paid =
    gateway === 'half-gift-card' ? wanted.withGiftCard(decimal(giftCardCents(price))) : wanted;
  return { shop, order: shop.place(paid) };
}
