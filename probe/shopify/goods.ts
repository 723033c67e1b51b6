import { z } from 'zod';
import { operation } from './operation';

/* Products, stock and places. */

const deleted = z.object({}).loose();

export const ADD_LOCATION = operation(
  z
    .object({ location: z.object({ id: z.string(), name: z.string() }) })
    .transform((p) => p.location),
  `mutation ProbeAddLocation($input: LocationAddInput!) {
  locationAdd(input: $input) { location { id name } userErrors { field message code } }
}`,
);

export const DEACTIVATE_LOCATION = operation(
  deleted,
  `mutation ProbeDeactivateLocation($id: ID!, $to: ID, $key: String!) {
  locationDeactivate(locationId: $id, destinationLocationId: $to) @idempotent(key: $key) {
    location { id isActive }
    locationDeactivateUserErrors { field message code }
  }
}`,
);

export const DELETE_LOCATION = operation(
  deleted,
  `mutation ProbeDeleteLocation($id: ID!) {
  locationDelete(locationId: $id) { deletedLocationId locationDeleteUserErrors { field message code } }
}`,
);

const Product = z
  .object({
    product: z.object({
      id: z.string(),
      title: z.string(),
      variants: z.object({
        nodes: z.array(z.object({ id: z.string(), inventoryItem: z.object({ id: z.string() }) })),
      }),
    }),
  })
  .transform(({ product }, context) => {
    const [variant] = product.variants.nodes;
    if (variant)
      return {
        id: product.id,
        title: product.title,
        variantId: variant.id,
        itemId: variant.inventoryItem.id,
      };
    context.addIssue({ code: 'custom', message: 'The product has no variant' });
    return z.NEVER;
  });

export const SET_PRODUCT = operation(
  Product,
  `mutation ProbeSetProduct($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) {
    product { id title variants(first: 1) { nodes { id inventoryItem { id } } } }
    userErrors { field message code }
  }
}`,
);

export const DELETE_PRODUCT = operation(
  deleted,
  `mutation ProbeDeleteProduct($input: ProductDeleteInput!) {
  productDelete(input: $input) { deletedProductId userErrors { field message } }
}`,
);

export interface Level {
  readonly location: string;
  readonly available: number;
  readonly committed: number;
  readonly onHand: number;
}

const Levels = z
  .object({
    inventoryLevels: z.object({
      nodes: z.array(
        z.object({
          location: z.object({ name: z.string() }),
          quantities: z.array(z.object({ name: z.string(), quantity: z.number() })),
        }),
      ),
    }),
  })
  .transform(({ inventoryLevels }): Level[] =>
    inventoryLevels.nodes.map(({ location, quantities }) => {
      const of = (name: string): number => quantities.find((q) => q.name === name)?.quantity ?? 0;
      return {
        location: location.name,
        available: of('available'),
        committed: of('committed'),
        onHand: of('on_hand'),
      };
    }),
  );

export const READ_LEVELS = operation(
  Levels,
  `query ProbeReadLevels($id: ID!) {
  inventoryItem(id: $id) {
    inventoryLevels(first: 10) {
      nodes { location { name } quantities(names: ["available", "committed", "on_hand"]) { name quantity } }
    }
  }
}`,
);

export const CREATE_SERVICE = operation(
  z
    .object({
      fulfillmentService: z.object({
        id: z.string(),
        serviceName: z.string(),
        location: z.object({ id: z.string(), name: z.string() }),
      }),
    })
    .transform((payload) => payload.fulfillmentService),
  `mutation ProbeCreateService($name: String!) {
  fulfillmentServiceCreate(name: $name, trackingSupport: false, inventoryManagement: false) {
    fulfillmentService { id serviceName location { id name } }
    userErrors { field message }
  }
}`,
);

export const DELETE_SERVICE = operation(
  deleted,
  `mutation ProbeDeleteService($id: ID!) {
  fulfillmentServiceDelete(id: $id, inventoryAction: DELETE) { deletedId userErrors { field message } }
}`,
);
