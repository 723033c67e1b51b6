import type { TaskBody } from '../../../app/domain/task';
import { addLocation, openShop, SCOPES } from '../../../simulator/shop/open-shop';
import { SimClock } from '../../../simulator/world/clock';
import type { Location, Shop } from '../../../simulator/world/types';
import { World } from '../../../simulator/world/world';
import { createOutbox } from './outbox';
import { type CaptureMode, HOUSE, locationId, type ShopSetup } from './setup';

/** Time comes from outside: a story's own. */
class FollowingClock extends SimClock {
  constructor(private readonly time: () => Date) {
    super(time(), 0);
  }

  override now(): Date {
    return this.time();
  }
}

export interface Opened {
  readonly world: World;
  readonly shop: Shop;
  readonly setup: ShopSetup;
}

/** The simulator's own shop within this process, set up as a story needs it. */
export function open(
  setup: ShopSetup,
  io: { readonly now: () => Date; readonly hint: (body: TaskBody) => void },
): Opened {
  const clock = new FollowingClock(io.now);
  const world = new World(
    {
      apiKey: 'holdfast-test',
      apiSecret: 'holdfast-test-secret',
      otherSecrets: [],
      appUrl: undefined,
      appMetricsUrl: undefined,
      apiVersion: '2026-10',
      seed: 1,
      clock: { start: io.now(), rate: 0 },
      clockFile: undefined,
      stateFile: undefined,
      patienceMs: 0,
      publicUrl: 'https://maple.example',
      facts: {},
    },
    { clock, outbox: () => createOutbox(io.hint) },
  );
  const payable = setup.payablePerLinkAfterLoss ?? 'link';
  const shop = openShop(world, {
    domain: 'maple.myshopify.com',
    name: 'Maple & Tin',
    plan: setup.plus ? 'plus' : 'basic',
    captureMode: captureModeOf(setup),
    timezone: setup.timezone,
    currency: setup.currency,
    countryCode: 'US',
    scopes: scopesOf(setup),
    protectedData: true,
    custom: true,
    refundsTakeMs: setup.refundsTakeMs,
    showsEndedForMs: setup.showsEndedForMs,
    switches: {
      voidedPayable: payable === 'link',
      termsPayable: payable !== 'never',
      updatedAtExpiry: setup.tellsOfLapses ?? false,
      ...(setup.capturesPend === undefined ? {} : { capturesPend: setup.capturesPend }),
      suggestsWholePrice: setup.suggestsWholePrice ?? false,
    },
  });
  shop.installed = true;
  shop.locations = [];
  place({ world, shop, setup }, HOUSE);
  return { world, shop, setup };
}

/** Shopify captures each fulfillment's money on Plus only; elsewhere that setting comes down to the entire order. */
const captureModeOf = ({ captureMode, plus }: ShopSetup): CaptureMode =>
  captureMode === 'per-fulfillment' && !plus ? 'on-fulfillment' : captureMode;

function scopesOf({ readAllOrders, allowsTerms }: ShopSetup): string[] {
  const all = SCOPES.filter((scope) => readAllOrders || scope !== 'read_all_orders');
  return allowsTerms === false ? all : [...all, 'write_payment_terms'];
}

/** A place by its name, opened when it is first named. Its id says the name, so that settings can have it beforehand. */
export function place({ world, shop }: Opened, name: string): Location {
  const known = shop.locations.find((location) => location.name === name);
  if (known) return known;
  const fresh = addLocation(world, shop, { name, kind: 'merchant' });
  fresh.id = locationId(name);
  return fresh;
}
