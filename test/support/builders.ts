import { DateTime } from 'luxon';
import type { Settings } from '../../app/domain/settings';
import type { Checkout, PendingPayment, ShopSetup } from './shop';
import { createHarness, type Harness, type HarnessInput } from './harness';

export const ANNA = 'anna@example.com';
export const BEN = 'ben@example.com';

/** A shop on manual capture in New York, automatic, as most stories need it. */
export function aShop(
  store: Partial<ShopSetup> = {},
  settings: Partial<Settings> = {},
  more: Pick<HarnessInput, 'weather' | 'seed' | 'between' | 'openDesk'> = {},
) {
  const whole: ShopSetup = {
    timezone: 'America/New_York',
    currency: 'USD',
    captureMode: 'manual',
    plus: false,
    statedShippingDays: settings.statedShippingDays ?? 30,
    readAllOrders: true,
    ...store,
  };
  return {
    with: (change: Partial<Settings>) => aShop(store, { ...settings, ...change }, more),
    /** In this weather, with this seed, with something between the app and its world. */
    under: (change: typeof more) => aShop(store, settings, { ...more, ...change }),
    on: (change: Partial<ShopSetup>) => aShop({ ...store, ...change }, settings, more),
    onPlus: () => aShop({ ...store, plus: true }, settings, more),
    /** After a lost authorization: payable by the link, once there are payment terms, or not at all. */
    payableBy: (payablePerLinkAfterLoss: 'link' | 'terms' | 'never') =>
      aShop({ ...store, payablePerLinkAfterLoss }, settings, more),
    /** Shopify takes the money when the entire order is fulfilled. */
    capturingOnFulfillment: () =>
      aShop({ ...store, captureMode: 'on-fulfillment' }, settings, more),
    capturingPerFulfillment: () =>
      aShop({ ...store, captureMode: 'per-fulfillment', plus: true }, settings, more),
    chargingAtCheckout: () => aShop({ ...store, captureMode: 'checkout' }, settings, more),
    watching: () => aShop(store, { ...settings, mode: 'watch' }, more),
    asking: () => aShop(store, { ...settings, mode: 'ask' }, more),
    /** Opens at a time of the shop's clock: "2026-03-02 09:00". */
    opens: (at: string): Promise<Harness> =>
      createHarness({
        store: whole,
        settings,
        start: DateTime.fromSQL(at, { zone: whole.timezone }).toJSDate(),
        ...more,
      }),
  };
}

type OrderBuilder = Checkout & {
  of(sku: string, quantity?: number, price?: string, location?: string): OrderBuilder;
  /** Bought on the page after the checkout, with an authorization of its own. */
  upsold(sku: string, quantity?: number, price?: string): OrderBuilder;
  /** Of the line that was named last, all its units together: on top of the price. */
  withTax(tax: string): OrderBuilder;
  /** Prices hold the tax already. */
  taxIncluded(): OrderBuilder;
  discountedBy(amount: string): OrderBuilder;
  shippedFor(amount: string): OrderBuilder;
  paidBy(gateway: string): OrderBuilder;
  withGiftCard(amount: string): OrderBuilder;
  /** The provider still works on the payment; its answer comes after so long, or not by itself. */
  stillPending(ends: PendingPayment['ends'], settlesAfterMs?: number | null): OrderBuilder;
  /** Plus: an authorization that may be captured for 30 days, with a fee after the usual ones. */
  withLongAuthorization(): OrderBuilder;
  from(email: string | null): OrderBuilder;
  livingIn(countryCode: string, provinceCode?: string): OrderBuilder;
  like(change: Partial<Checkout>): OrderBuilder;
};

const SOMEBODY: Checkout = {
  lines: [],
  customer: {
    email: ANNA,
    phone: null,
    firstName: 'Anna',
    locale: 'en',
    countryCode: 'US',
    provinceCode: 'NY',
  },
};

/** An order in the words of a story: `anOrder().of('MUG', 2).withTax('3.20').from(ANNA)`. */
export function anOrder(checkout: Checkout = SOMEBODY): OrderBuilder {
  const { customer, lines } = checkout;
  const like = (change: Partial<Checkout>): OrderBuilder => anOrder({ ...checkout, ...change });
  return {
    ...checkout,
    of: (sku, quantity = 1, price = '20.00', location = undefined) =>
      like({ lines: [...lines, { sku, quantity, price, location }] }),
    upsold: (sku, quantity = 1, price = '20.00') =>
      like({ lines: [...lines, { sku, quantity, price, upsell: true }] }),
    withTax: (tax) =>
      like({ lines: lines.map((line, i) => (i === lines.length - 1 ? { ...line, tax } : line)) }),
    taxIncluded: () => like({ taxesIncluded: true }),
    discountedBy: (orderDiscount) => like({ orderDiscount }),
    shippedFor: (shipping) => like({ shipping }),
    paidBy: (gateway) => like({ gateway }),
    withGiftCard: (giftCard) => like({ giftCard }),
    stillPending: (ends, settlesAfterMs = null) => like({ pending: { ends, settlesAfterMs } }),
    withLongAuthorization: () => like({ extended: true }),
    from: (email) => like({ customer: { ...customer, email } }),
    livingIn: (countryCode, provinceCode) =>
      like({ customer: { ...customer, countryCode, provinceCode: provinceCode ?? null } }),
    like,
  };
}
