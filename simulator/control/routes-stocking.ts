import { z } from 'zod';
import { findLocation, productBySku } from '../shop/stock';
import { restock, setLocationActive, unstock } from '../shop/stocking';
import * as inputs from './inputs';
import { route, type Route } from './route';
import { search } from './search';

const locationRoute = (verb: string, active: boolean): Route =>
  route('POST', `/_sim/locations/:id/${verb}`, z.unknown(), ({ world, id }) => {
    const { shop, location } = search(world, (s) => ({ location: findLocation(s, id) }));
    return setLocationActive(world, shop, location, active);
  });

/** Which locations are in use, and where an item is stocked. */
export const stockingRoutes: readonly Route[] = [
  locationRoute('deactivate', false),
  locationRoute('activate', true),
  route('POST', '/_sim/inventory/unstock', inputs.stocking, ({ world, input }) => {
    const shop = world.shop(input.shop);
    const { itemId } = productBySku(shop, input.sku);
    return unstock(world, shop, itemId, findLocation(shop, input.location).id);
  }),
  route('POST', '/_sim/inventory/restock', inputs.stocking, ({ world, input }) => {
    const shop = world.shop(input.shop);
    const { itemId } = productBySku(shop, input.sku);
    return restock(world, shop, itemId, findLocation(shop, input.location).id);
  }),
];
