import { z } from 'zod';
import { operation } from './operation';

const Store = z.object({
  name: z.string(),
  myshopifyDomain: z.string(),
  currencyCode: z.string(),
  plan: z.object({
    partnerDevelopment: z.boolean(),
    publicDisplayName: z.string(),
    shopifyPlus: z.boolean(),
  }),
  shopAddress: z.object({ countryCodeV2: z.string().nullable() }),
});
export type Store = z.infer<typeof Store>;

export const READ_STORE = operation(
  Store,
  `query ProbeReadStore {
  shop {
    name myshopifyDomain currencyCode
    plan { partnerDevelopment publicDisplayName shopifyPlus }
    shopAddress { countryCodeV2 }
  }
}`,
);

export const READ_SCOPES = operation(
  z
    .object({ accessScopes: z.array(z.object({ handle: z.string() })) })
    .transform(({ accessScopes }) => accessScopes.map(({ handle }) => handle)),
  `query ProbeReadScopes {
  currentAppInstallation { accessScopes { handle } }
}`,
);

const nodes = <T>(node: z.ZodType<T>) =>
  z.object({ nodes: z.array(node) }).transform((connection) => connection.nodes);
const tagged = z.object({ id: z.string(), tags: z.array(z.string()) });

/* What stands in the store and carries a mark of the probe. A search may lag behind, so the newest are listed instead. */

export const NEWEST_ORDERS = operation(
  nodes(tagged),
  `query ProbeNewestOrders {
  orders(first: 100, sortKey: CREATED_AT, reverse: true) { nodes { id tags } }
}`,
);

export const NEWEST_PRODUCTS = operation(
  nodes(tagged),
  `query ProbeNewestProducts {
  products(first: 100, sortKey: CREATED_AT, reverse: true) { nodes { id tags } }
}`,
);

export const ALL_LOCATIONS = operation(
  nodes(z.object({ id: z.string(), name: z.string(), isActive: z.boolean() })),
  `query ProbeAllLocations {
  locations(first: 100, includeInactive: true) { nodes { id name isActive } }
}`,
);

export const ALL_SERVICES = operation(
  z
    .object({
      fulfillmentServices: z.array(z.object({ id: z.string(), serviceName: z.string() })),
    })
    .transform(({ fulfillmentServices }) => fulfillmentServices),
  `query ProbeAllServices {
  shop { fulfillmentServices { id serviceName } }
}`,
);

export const ALL_WEBHOOKS = operation(
  nodes(z.object({ id: z.string(), uri: z.string() })),
  `query ProbeAllWebhooks {
  webhookSubscriptions(first: 100) { nodes { id uri } }
}`,
);
