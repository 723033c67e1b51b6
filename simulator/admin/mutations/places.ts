import { z } from 'zod';
import { openFulfillmentOrders } from '../../shop/statuses';
import { addLocation } from '../../shop/open-shop';
import { Refusal, notFound } from '../../world/refusal';
import type { Location } from '../../world/types';
import type { Args, Context } from '../context';
import { locationView, serviceView } from '../views/basics';
import { answer } from './payload';

const locationInput = z.object({
  name: z.string(),
  address: z.object({ countryCode: z.string() }),
});

/** Places of the merchant, and fulfillment services, each of which has a place of its own. */
export const placeMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  locationAdd: (args) =>
    answer('LocationAddPayload', () => {
      const { name, address } = locationInput.parse(args.input);
      if (ctx.shop.locations.some((known) => known.name === name))
        throw new Refusal('You already have a location with this name', 'TAKEN', ['input', 'name']);
      const { countryCode } = address;
      const made = addLocation(ctx.world, ctx.shop, { name, kind: 'merchant', countryCode });
      return { location: locationView(made) };
    }),
  locationDelete: (args) =>
    answer(
      'LocationDeletePayload',
      () => {
        const location = placeOf(ctx, String(args.locationId));
        if (location.active)
          throw new Refusal('The location is active', 'LOCATION_IS_ACTIVE', ['locationId']);
        remove(ctx, location);
        return { deletedLocationId: location.id };
      },
      'locationDeleteUserErrors',
    ),
  fulfillmentServiceCreate: (args) =>
    answer('FulfillmentServiceCreatePayload', () => {
      const name = String(args.name);
      const made = addLocation(ctx.world, ctx.shop, { name, kind: 'third-party' });
      const view = locationView(made);
      return { fulfillmentService: serviceView(made, () => view) };
    }),
  fulfillmentServiceDelete: (args) =>
    answer('FulfillmentServiceDeletePayload', () => {
      const id = String(args.id);
      const location = placeOf(ctx, id.replace('FulfillmentService', 'Location'));
      const waiting = ctx.shop.orders.some((order) =>
        openFulfillmentOrders(order).some(({ locationId }) => locationId === location.id),
      );
      if (waiting) throw new Refusal('The service has unfulfilled orders', null, ['id']);
      remove(ctx, location);
      return { deletedId: id };
    }),
});

function placeOf(ctx: Context, id: string): Location {
  const found = ctx.shop.locations.find((location) => location.id === id);
  if (!found) throw notFound('Location', 'LOCATION_NOT_FOUND', ['locationId']);
  return found;
}

function remove(ctx: Context, location: Location): void {
  ctx.shop.locations = ctx.shop.locations.filter((candidate) => candidate !== location);
  ctx.shop.levels = ctx.shop.levels.filter((level) => level.locationId !== location.id);
}
