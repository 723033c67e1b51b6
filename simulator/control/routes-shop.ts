import { z } from 'zod';
import { customerToken, adminToken } from '../oauth/session-token';
import { appAddress, customerRequest, install, uninstall } from '../oauth/install';
import { addLocation, openShop, refuseCaptureMode, stockProduct } from '../shop/open-shop';
import { findLocation, productBySku, writeStock } from '../shop/stock';
import { bare } from '../webhooks/numbers';
import { notFound } from '../world/refusal';
import type { Switches } from '../world/types';
import * as inputs from './inputs';
import { route, type Route } from './route';
import { showInventory, showShop } from './show';

const switchesOf = (wish: Readonly<Record<string, unknown>>): Partial<Switches> =>
  Object.fromEntries(
    inputs.switchNames
      .filter((name) => typeof wish[name] === 'boolean')
      .map((name) => [name, wish[name]]),
  );

export const shopRoutes: readonly Route[] = [
  route('GET', '/_sim/shops', z.unknown(), ({ world }) => world.shops().map(showShop)),
  route('POST', '/_sim/shops', inputs.newShop, async ({ world, input }) => {
    const shop = openShop(world, { ...input, domain: input.shop, switches: switchesOf(input) });
    const installation = input.install
      ? await install(world, shop)
      : { installed: false, status: null };
    return { ...showShop(shop), installed: shop.installed, opened: installation };
  }),
  route('GET', '/_sim/shops/:shop', z.unknown(), ({ world, id }) => showShop(world.shop(id))),
  route('PATCH', '/_sim/shops/:shop', inputs.shopPatch, ({ world, id, input }) => {
    const shop = world.shop(id);
    const { scopes, ...facts } = input;
    refuseCaptureMode(facts.plan ?? shop.plan, facts.captureMode ?? shop.captureMode);
    const switches = switchesOf(facts);
    for (const name of inputs.switchNames) delete facts[name];
    Object.assign(shop, facts);
    Object.assign(shop.switches, switches);
    if (scopes) {
      world.emit(shop, 'app/scopes_update', {
        id: 1,
        shop_id: shop.id,
        previous: shop.scopes,
        current: scopes,
        updated_at: world.clock.iso(),
      });
      shop.scopes = scopes;
    }
    return showShop(shop);
  }),
  route('POST', '/_sim/shops/:shop/uninstall', z.unknown(), ({ world, id }) => {
    uninstall(world, world.shop(id));
    return showShop(world.shop(id));
  }),
  route('POST', '/_sim/shops/:shop/reinstall', z.unknown(), async ({ world, id }) => ({
    ...showShop(world.shop(id)),
    opened: await install(world, world.shop(id)),
    installed: true,
  })),
  route('POST', '/_sim/shops/:shop/redact', inputs.customer, ({ world, id, input }) => {
    const shop = world.shop(id);
    if (input.customer) customerRequest(world, shop, input.customer, 'customers/redact');
    else world.emit(shop, 'shop/redact', { shop_id: bare(shop.id), shop_domain: shop.domain });
    return { sent: true };
  }),
  route(
    'POST',
    '/_sim/shops/:shop/data-request',
    inputs.customer.required(),
    ({ world, id, input }) => {
      customerRequest(world, world.shop(id), input.customer, 'customers/data_request');
      return { sent: true };
    },
  ),
  route('POST', '/_sim/locations', inputs.location, ({ world, input }) =>
    addLocation(world, world.shop(input.shop), input),
  ),
  route('POST', '/_sim/products', inputs.product, ({ world, input }) =>
    stockProduct(world, world.shop(input.shop), { ...input, title: input.title ?? input.sku }),
  ),
  route('POST', '/_sim/inventory', inputs.inventory, ({ world, input }) => {
    const shop = world.shop(input.shop);
    const product = productBySku(shop, input.sku);
    const known = shop.levels.find((level) => level.itemId === product.itemId);
    const locationId =
      input.location === undefined
        ? (known?.locationId ?? findLocation(shop).id)
        : findLocation(shop, input.location).id;
    const level = writeStock(world, shop, { ...input, itemId: product.itemId, locationId });
    return (
      showInventory(shop).find(
        (row) => row.sku === input.sku && row.locationId === level.locationId,
      ) ?? {}
    );
  }),
  route('GET', '/_sim/inventory', z.unknown(), ({ world, query }) => {
    const shop = query.get('shop');
    return (shop ? [world.shop(shop)] : world.shops())
      .flatMap(showInventory)
      .filter((row) => !query.get('sku') || row.sku === query.get('sku'));
  }),
  route('POST', '/_sim/customer-token', inputs.customerToken, ({ world, input }) => {
    const shop = world.shop(input.shop);
    const order = world.order(shop, input.orderId);
    if (!order) throw notFound('The order');
    const { apiKey, apiSecret } = world.settings;
    return {
      token: customerToken(
        shop.domain,
        apiKey,
        apiSecret,
        input.signedIn ? (order.customerId ?? undefined) : undefined,
      ),
    };
  }),
  route('POST', '/_sim/session-token', inputs.sessionToken, ({ world, input }) => {
    const shop = world.shop(input.shop);
    return {
      token: adminToken(shop.domain, world.settings.apiKey, world.settings.apiSecret, input.userId),
      appUrl: appAddress(world, shop)?.href ?? null,
    };
  }),
];
