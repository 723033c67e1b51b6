import type { CaptureMode, Location, Plan, Product, Shop, Switches } from '../world/types';
import { Refusal } from '../world/refusal';
import type { World } from '../world/world';
import { connectStock, findLocation } from './stock';

/** What Holdfast asks for; a shop that wants less names its own. */
export const SCOPES: readonly string[] = [
  'read_orders',
  'write_orders',
  'read_all_orders',
  'write_order_edits',
  'read_products',
  'read_inventory',
  'read_locations',
  'read_customers',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'read_third_party_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'read_assigned_fulfillment_orders',
  'read_fulfillments',
];

export const SWITCHES: Switches = {
  voidedPayable: true,
  updatedAtExpiry: true,
  holdBlocksCapture: true,
  outstandingExcludesAuthorized: true,
  capturesPend: true,
  acceptedCanBeHeld: false,
  termsPayable: true,
  authorizedTakesTerms: false,
  givenBackIsReplaced: true,
  releaseMerges: true,
  oldestSurvivesMerge: true,
  cancellationRequestShows: false,
  autoFulfil: false,
  removalCaptures: false,
  routingToldForOwn: true,
  unstockedLeave: true,
  suggestsWholePrice: true,
};

export interface ShopWish {
  domain: string;
  name?: string | undefined;
  plan: Plan;
  captureMode: CaptureMode;
  timezone: string;
  currency: string;
  countryCode: string;
  scopes?: readonly string[] | undefined;
  protectedData: boolean;
  custom: boolean;
  ratesToday?: Record<string, string> | undefined;
  developmentStore?: boolean | undefined;
  switches: Partial<Switches>;
  refundsTakeMs?: number | undefined;
  showsEndedForMs?: number | undefined;
}

export function openShop(world: World, wish: ShopWish): Shop {
  refuseCaptureMode(wish.plan, wish.captureMode);
  if (world.state.shops[wish.domain]) throw new Refusal(`${wish.domain} is already open`);
  const name = wish.name ?? wish.domain.replace(/\.myshopify\.com$/, '');
  const shop: Shop = {
    id: world.id('Shop'),
    domain: wish.domain,
    name,
    email: `shop@${wish.domain}`,
    plan: wish.plan,
    captureMode: wish.captureMode,
    timezone: wish.timezone,
    currency: wish.currency,
    countryCode: wish.countryCode,
    scopes: [...(wish.scopes ?? SCOPES)],
    protectedData: wish.protectedData,
    custom: wish.custom,
    developmentStore: wish.developmentStore ?? false,
    installed: false,
    uninstalledAt: null,
    ratesToday: wish.ratesToday ?? {},
    refundsTakeMs: wish.refundsTakeMs ?? 0,
    showsEndedForMs: wish.showsEndedForMs ?? 0,
    switches: { ...SWITCHES, ...world.settings.facts, ...wish.switches },
    createdAt: world.clock.iso(),
    nextOrderNumber: 1001,
    locations: [],
    products: [],
    customers: [],
    levels: [],
    orders: [],
    jobs: [],
    edits: [],
  };
  world.state.shops[shop.domain] = shop;
  addLocation(world, shop, { name: 'Warehouse', kind: 'merchant' });
  return shop;
}

export function refuseCaptureMode(plan: Plan, captureMode: CaptureMode): void {
  if (captureMode === 'per-fulfillment' && plan !== 'plus')
    throw new Refusal('Capture per fulfillment is for the plan plus only', null, null, 400);
}

export function addLocation(
  world: World,
  shop: Shop,
  wish: { name: string; kind: Location['kind']; countryCode?: string | undefined },
): Location {
  const location: Location = {
    id: world.id('Location'),
    name: wish.name,
    kind: wish.kind,
    countryCode: wish.countryCode ?? shop.countryCode,
    active: true,
    createdAt: world.clock.iso(),
  };
  shop.locations.push(location);
  return location;
}

export interface ProductWish {
  sku: string;
  title: string;
  vendor: string;
  price: string;
  available: number;
  location?: string | undefined;
  inventoryPolicy: Product['inventoryPolicy'];
  tracked: boolean;
  requiresShipping: boolean;
  giftCard: boolean;
  tags: readonly string[];
}

/** A new SKU, or a known one changed and stocked at one more place. */
export function stockProduct(world: World, shop: Shop, wish: ProductWish): Product {
  const location = findLocation(shop, wish.location);
  const now = world.clock.iso();
  const { sku, title, vendor, price, inventoryPolicy, tracked, requiresShipping, giftCard, tags } =
    wish;
  const facts = { sku, title, vendor, price, inventoryPolicy, tracked, requiresShipping, giftCard };
  const known = shop.products.find((product) => product.sku === wish.sku);
  const product: Product = known ?? {
    id: world.id('Product'),
    variantId: world.id('ProductVariant'),
    itemId: world.id('InventoryItem'),
    createdAt: now,
    updatedAt: now,
    ...facts,
    tags: [...tags],
  };
  if (known) Object.assign(known, facts, { tags: [...tags], updatedAt: now });
  else shop.products.push(product);
  if (
    !shop.levels.some(
      (level) => level.itemId === product.itemId && level.locationId === location.id,
    )
  ) {
    connectStock(world, shop, product.itemId, location.id, wish.available);
  }
  return product;
}
