import type { Admin } from '../shopify/admin';
import {
  ALL_LOCATIONS,
  ALL_SERVICES,
  ALL_WEBHOOKS,
  NEWEST_ORDERS,
  NEWEST_PRODUCTS,
} from '../shopify/store';
import type { Kind, Thing } from '../record/journal';

type Named = readonly { readonly id: string; readonly marks: readonly string[] }[];

const LISTS: Readonly<Record<Kind, (admin: Admin) => Promise<Named>>> = {
  order: async (admin) =>
    (await admin.must(NEWEST_ORDERS)).map(({ id, tags }) => ({ id, marks: tags })),
  product: async (admin) =>
    (await admin.must(NEWEST_PRODUCTS)).map(({ id, tags }) => ({ id, marks: tags })),
  location: async (admin) =>
    (await admin.must(ALL_LOCATIONS)).map(({ id, name }) => ({ id, marks: name.split(' ') })),
  service: async (admin) =>
    (await admin.must(ALL_SERVICES)).map(({ id, serviceName }) => ({ id, marks: [serviceName] })),
  webhook: async (admin) =>
    (await admin.must(ALL_WEBHOOKS)).map(({ id, uri }) => ({ id, marks: uri.split(/[/?]/) })),
  setting: () => Promise.resolve([]),
};

/** In: things whose creation was announced, and of which nobody knows the id. Out: the ids of those that were made. */
export async function findMarked(
  admin: Admin,
  things: readonly Thing[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const kind of new Set(things.map((thing) => thing.kind))) {
    const named = await LISTS[kind](admin);
    for (const { mark } of things.filter((thing) => thing.kind === kind)) {
      const match = named.find(({ marks }) => marks.includes(mark));
      if (match) found.set(mark, match.id);
    }
  }
  return found;
}
