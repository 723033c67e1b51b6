import { Decimal } from 'decimal.js';
import type { Bag, Location, Metafield, Order, Shop } from '../../world/types';
import { connection } from '../connection';
import type { Args, Context, View } from '../context';

export const legacyId = (gid: string): string =>
  /\/(\d+)/.exec(gid.replace(/^gid:\/\/shopify/, ''))?.[1] ?? '0';

export const money = (amount: string, currencyCode: string): View => ({
  __typename: 'MoneyV2',
  amount: decimal(amount),
  currencyCode,
});

/** Shopify writes no more decimals than it needs, and at least one: "5.0", "19.99". */
const decimal = (amount: string): string => {
  const short = new Decimal(amount).toFixed();
  return short.includes('.') ? short : `${short}.0`;
};

export const moneyBag = (
  bag: Bag,
  order: Pick<Order, 'currency' | 'presentmentCurrency'>,
): View => ({
  __typename: 'MoneyBag',
  shopMoney: money(bag.shop, order.currency),
  presentmentMoney: money(bag.presentment, order.presentmentCurrency),
});

export const metafieldView = (m: Metafield): View => ({
  __typename: 'Metafield',
  id: m.id,
  namespace: m.namespace,
  key: m.key,
  type: m.type,
  value: m.value,
  jsonValue: parsed(m),
  legacyResourceId: legacyId(m.id),
  createdAt: m.createdAt,
  updatedAt: m.updatedAt,
  compareDigest: digest(m),
  sizeInBytes: Buffer.byteLength(m.value),
  ownerType: ownerType(m.ownerId),
  owner: { __typename: 'Order', id: m.ownerId },
});

const ownerType = (gid: string): string => gid.split('/')[3]?.toUpperCase() ?? 'ORDER';
export const digest = (m: Pick<Metafield, 'value'>): string =>
  Buffer.from(m.value).toString('base64').slice(-64);

function parsed(m: Metafield): unknown {
  if (m.type !== 'json' && !m.type.startsWith('list.')) return m.value;
  try {
    return JSON.parse(m.value);
  } catch {
    return m.value;
  }
}

/** An app's own namespace is the one that it means when it names none. */
export const ownNamespace = (namespace: unknown): string => {
  const name = typeof namespace === 'string' && namespace !== '' ? namespace : '$app';
  return name.startsWith('$app') ? name.replace('$app', 'app--1') : name;
};

export const metafieldFields = (all: readonly Metafield[]) => ({
  metafield: (args: Args) => {
    const found = all.find(
      (m) => m.namespace === ownNamespace(args.namespace) && m.key === args.key,
    );
    return found ? metafieldView(found) : null;
  },
  metafields: (args: Args) =>
    connection(
      'Metafield',
      typeof args.namespace === 'string'
        ? all.filter((m) => m.namespace === ownNamespace(args.namespace))
        : all,
      metafieldView,
    )(args),
});

/** A fulfillment service has one location, and here its id is made from that location's. */
export const serviceView = (location: Location, place: () => View): View => ({
  __typename: 'FulfillmentService',
  id: location.id.replace('Location', 'FulfillmentService'),
  handle: location.name.toLowerCase().replaceAll(/\W+/g, '-'),
  serviceName: location.name,
  type: 'THIRD_PARTY',
  location: place,
});

export const locationView = (location: Location): View => ({
  __typename: 'Location',
  id: location.id,
  legacyResourceId: legacyId(location.id),
  name: location.name,
  isActive: location.active,
  isFulfillmentService: location.kind === 'third-party',
  fulfillsOnlineOrders: true,
  shipsInventory: true,
  hasActiveInventory: true,
  hasUnfulfilledOrders: false,
  activatable: false,
  deactivatable: true,
  deletable: false,
  addressVerified: true,
  createdAt: location.createdAt,
  updatedAt: location.createdAt,
  fulfillmentService:
    location.kind === 'third-party' ? serviceView(location, () => locationView(location)) : null,
  address: {
    __typename: 'LocationAddress',
    countryCode: location.countryCode,
    country: location.countryCode,
    formatted: [location.countryCode],
  },
});

export function shopView({ shop }: Pick<Context, 'shop'>): View {
  const plan = { basic: 'Basic', advanced: 'Advanced', plus: 'Shopify Plus' }[shop.plan];
  return {
    __typename: 'Shop',
    id: shop.id,
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url: `https://${shop.domain}`,
    currencyCode: shop.currency,
    ianaTimezone: shop.timezone,
    timezoneAbbreviation: shop.timezone,
    enabledPresentmentCurrencies: [shop.currency],
    createdAt: shop.createdAt,
    updatedAt: shop.createdAt,
    checkoutApiSupported: true,
    setupRequired: false,
    taxesIncluded: false,
    taxShipping: false,
    shopOwnerName: shop.name,
    plan: {
      __typename: 'ShopPlan',
      displayName: plan,
      publicDisplayName: plan,
      shopifyPlus: shop.plan === 'plus',
      partnerDevelopment: shop.developmentStore ?? false,
    },
    primaryDomain: {
      __typename: 'Domain',
      id: shop.id.replace('Shop', 'Domain'),
      host: shop.domain,
      url: `https://${shop.domain}`,
      sslEnabled: true,
    },
    billingAddress: {
      __typename: 'ShopAddress',
      id: shop.id.replace('Shop', 'ShopAddress'),
      countryCodeV2: shop.countryCode,
    },
    shopAddress: {
      __typename: 'ShopAddress',
      id: shop.id.replace('Shop', 'ShopAddress'),
      countryCodeV2: shop.countryCode,
    },
    fulfillmentServices: shop.locations
      .filter(({ kind }) => kind === 'third-party')
      .map((location) => serviceView(location, () => locationView(location))),
    unitSystem: 'METRIC_SYSTEM',
    weightUnit: 'KILOGRAMS',
    ...metafieldFields([]),
  };
}

export const appView = (gid: string, apiKey: string): View => ({
  __typename: 'App',
  id: gid,
  title: gid.endsWith('/1') ? 'Holdfast' : 'Another app',
  handle: gid.endsWith('/1') ? 'holdfast' : 'another-app',
  apiKey: gid.endsWith('/1') ? apiKey : 'another',
  embedded: true,
});

export const mayReadPersonal = (shop: Shop): boolean => shop.protectedData;
