import { DateTime } from 'luxon';
import type { Settings } from '../../app/domain/settings';
import type { Checkout, FakeStore } from './fake-shopify';
import { createHarness, type Harness } from './harness';
import type { Weather } from './harness/hints';

export const ANNA = 'anna@example.com';
export const BEN = 'ben@example.com';

/** A shop on manual capture in New York, automatic, as most stories need it. */
export function aShop(
  store: Partial<FakeStore> = {},
  settings: Partial<Settings> = {},
  more: { readonly weather?: Weather; readonly seed?: number } = {},
) {
  const whole: FakeStore = {
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
    on: (change: Partial<FakeStore>) => aShop({ ...store, ...change }, settings, more),
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
  from(email: string | null): OrderBuilder;
  livingIn(countryCode: string, provinceCode?: string): OrderBuilder;
  like(change: Partial<Checkout>): OrderBuilder;
};

/** An order in the words of a story: `anOrder().of('MUG', 2).from(ANNA)`. */
export function anOrder(
  checkout: Checkout = {
    lines: [],
    customer: {
      email: ANNA,
      phone: null,
      firstName: 'Anna',
      locale: 'en',
      countryCode: 'US',
      provinceCode: 'NY',
    },
  },
): OrderBuilder {
  const { customer } = checkout;
  return {
    ...checkout,
    of: (sku, quantity = 1, price = '20.00', location = undefined) =>
      anOrder({ ...checkout, lines: [...checkout.lines, { sku, quantity, price, location }] }),
    from: (email) => anOrder({ ...checkout, customer: { ...customer, email } }),
    livingIn: (countryCode, provinceCode) =>
      anOrder({
        ...checkout,
        customer: { ...customer, countryCode, provinceCode: provinceCode ?? null },
      }),
    like: (change) => anOrder({ ...checkout, ...change }),
  };
}
