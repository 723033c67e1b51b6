import { pluckConfig } from '@shopify/api-codegen-preset';

/*
 * Types for the operations alone. Shopify's own preset would write the types of the whole schema beside them (4 MB);
 * its way of finding `#graphql` documents is what is used of it. Run by scripts/codegen.mjs, which fetches the schema.
 */
export default {
  schema: '.cache/shopify-schema/admin-2026-10.graphql',
  documents: ['app/adapters/shopify/operations/*.ts'],
  pluckConfig,
  generates: {
    'app/adapters/shopify/generated/admin.ts': {
      plugins: ['typescript-operations'],
      config: {
        enumType: 'string-literal',
        disableDescriptions: true,
        skipTypename: true,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Decimal: 'string',
          Money: 'string',
          URL: 'string',
        },
      },
    },
  },
};
