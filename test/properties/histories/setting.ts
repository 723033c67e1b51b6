import { DateTime } from 'luxon';
import type { Settings } from '../../../app/domain/settings';
import { createHarness, type Harness } from '../../support/harness';
import { FAIR, ROUGH } from '../../support/harness/hints';
import type { Chance } from '../../support/harness/random';
import { type ShopSetup, HOUSE, locationId } from '../../support/shop';

/** The location whose numbers a feed overwrites, in shops that have one. */
export const DEPOT = 'depot';
export const DAYS = 75;

export interface Item {
  readonly sku: string;
  readonly location: string;
  readonly price: string;
}

/** The shop in which a history takes place. */
export interface Setting {
  readonly harness: Harness;
  readonly store: ShopSetup;
  readonly items: readonly [Item, ...Item[]];
  readonly faulty: boolean;
  readonly toldBy: Settings['shippingToldBy'];
  /** Midnights of the shop's days, one more than there are days. */
  readonly days: readonly Date[];
}

type CaptureMode = ShopSetup['captureMode'];

/** How the merchant chose to deal with money; mostly the defaults. */
function moneyPolicy(random: Chance, captureMode: CaptureMode): Partial<Settings> {
  const told = captureMode === 'manual' || captureMode === 'checkout' || random.percent(50);
  return {
    captureMethod: told ? captureMode : null,
    partOrders: random.percent(40) ? 'ready-first' : 'hold-all',
    beforeLapse: random.pick(['release', 'release', 'charge-if-agreed', 'cancel']),
    useExtendedAuthorizations: random.percent(20),
    paymentDays: random.pick([10, 5, 3]),
    usePaymentTerms: random.percent(40),
  };
}

export async function openSetting(random: Chance, seed: number): Promise<Setting> {
  const captureMode = random.pick<CaptureMode>([
    'manual',
    'manual',
    'manual',
    'checkout',
    'checkout',
    'on-fulfillment',
    'per-fulfillment',
  ]);
  const store: ShopSetup = {
    timezone: random.pick([
      'America/New_York',
      'Europe/Berlin',
      'America/Los_Angeles',
      'Asia/Tokyo',
    ]),
    currency: random.pick(['USD', 'EUR']),
    captureMode,
    plus: captureMode === 'per-fulfillment' || random.percent(30),
    payablePerLinkAfterLoss: random.pick(['link', 'link', 'terms', 'never']),
    statedShippingDays: random.pick([30, 30, 10, 3]),
    readAllOrders: random.percent(50),
  };
  const [nightFrom, nightTo] = random.pick<readonly [string, string]>([
    ['21:00', '08:00'],
    ['22:30', '07:00'],
    ['20:00', '09:00'],
  ]);
  const hasFeed = random.percent(30);
  const mode = random.percent(88) ? 'automatic' : random.pick(['ask', 'watch'] as const);
  const toldBy = random.pick(['shopify', 'holdfast'] as const);
  const first = DateTime.fromObject({ year: 2026, month: 1, day: 5 }, { zone: store.timezone })
    .plus({ days: random.between(0, 290) })
    .startOf('day');
  const harness = await createHarness({
    store,
    settings: {
      mode,
      nightFrom,
      nightTo,
      cutOff: random.pick(['18:00', '15:00', '20:30']),
      followUpDays: random.pick([7, 5, 10, 3]),
      undoMinutes: random.pick([15, 60, 0]),
      statedShippingDays: store.statedShippingDays,
      ...moneyPolicy(random, captureMode),
      captureClearOrders: random.percent(40),
      shippingToldBy: toldBy,
      feedLocations: hasFeed ? [locationId(DEPOT)] : [],
    },
    start: first.toJSDate(),
    seed,
    weather: random.percent(70) ? ROUGH : FAIR,
  });
  const item = (sku: string, price: string): Item => ({
    sku,
    price,
    location: hasFeed && random.percent(50) ? DEPOT : HOUSE,
  });
  const items = [item('MUG', '20.00'), item('POT', '34.50'), item('TIN', '7.99')] as const;
  for (const { sku, location } of items)
    harness.shopify.onHand(sku, random.between(0, 4), location);
  return {
    harness,
    store,
    items,
    faulty: random.percent(30),
    toldBy,
    days: Array.from({ length: DAYS + 1 }, (_, day) => first.plus({ days: day }).toJSDate()),
  };
}
