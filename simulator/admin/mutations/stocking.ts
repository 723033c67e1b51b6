import { levelId } from '../../shop/stock';
import { restock, setLocationActive, unstock } from '../../shop/stocking';
import { notFound } from '../../world/refusal';
import type { Location } from '../../world/types';
import type { Args, Context } from '../context';
import { locationView } from '../views/basics';
import { levelView } from '../views/product';
import { answer } from './payload';

const placeOf = (ctx: Context, args: Args): Location => {
  const place = ctx.shop.locations.find(({ id }) => id === args.locationId);
  if (!place) throw notFound('Location', 'LOCATION_NOT_FOUND', ['locationId']);
  return place;
};

/** Where items are stocked, and which locations are in use. */
export const stockingMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  inventoryDeactivate: (args) =>
    answer('InventoryDeactivatePayload', () => {
      const level = ctx.shop.levels.find((one) => levelId(one) === args.inventoryLevelId);
      if (!level) throw notFound('The inventory level', null, ['inventoryLevelId']);
      unstock(ctx.world, ctx.shop, level.itemId, level.locationId);
      return {};
    }),
  inventoryActivate: (args) =>
    answer('InventoryActivatePayload', () => {
      const place = placeOf(ctx, args);
      const level = restock(ctx.world, ctx.shop, String(args.inventoryItemId), place.id);
      return { inventoryLevel: levelView(ctx, level) };
    }),
  locationDeactivate: (args) =>
    answer(
      'LocationDeactivatePayload',
      () => ({
        location: locationView(setLocationActive(ctx.world, ctx.shop, placeOf(ctx, args), false)),
      }),
      'locationDeactivateUserErrors',
    ),
  locationActivate: (args) =>
    answer(
      'LocationActivatePayload',
      () => ({
        location: locationView(setLocationActive(ctx.world, ctx.shop, placeOf(ctx, args), true)),
      }),
      'locationActivateUserErrors',
    ),
});
