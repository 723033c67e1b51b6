import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiVersion } from '@shopify/shopify-api';
import {
  buildSchema,
  getOperationAST,
  type GraphQLSchema,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { API_VERSION } from '../../app/adapters/shopify/api-version';
import { ALL_OPERATIONS } from '../../app/adapters/shopify/operations/all';
import { REQUESTED_PRICES } from '../../app/adapters/shopify/operations/requested-prices';
import { requestedCost } from '../../simulator/admin/cost';
import { requireAll } from '../support/batteries';

const folder = process.env['SIMULATOR_SCHEMA_DIR'] ?? join('.cache', 'shopify-schema');
/** Shopify's limit for a single query (shopify.dev/docs/api/usage/limits). */
const MOST_POINTS = 1000;

function fetchSchema(): GraphQLSchema | null {
  const run = spawnSync(process.execPath, ['scripts/fetch-schema.mjs'], { encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(`SKIPPED: operations are not held against the schema. ${run.stderr}`);
    return null;
  }
  const sdl = readFileSync(join(folder, `admin-${API_VERSION}.graphql`), 'utf8');
  return buildSchema(sdl, { assumeValid: true });
}

/** What Shopify takes before the call, by the rule that was found from recorded calls. */
function cost(schema: GraphQLSchema, text: string): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return requestedCost({ schema, document, operation, variables: {} });
}

const schema = fetchSchema();

if (!schema && requireAll()) {
  it("has Shopify's schema", () => {
    throw new Error("REQUIRE_ALL=1, and Shopify's schema could not be fetched.");
  });
}

(schema ? describe : describe.skip)('every operation', () => {
  const real = schema ?? buildSchema('type Query { a: Int }');

  it.each(ALL_OPERATIONS.map((operation) => [operation.name, operation.text] as const))(
    "%s holds against Shopify's schema",
    (_, text) => {
      expect(validate(real, parse(text)).map((error) => error.message)).toEqual([]);
    },
  );

  it('asks for the points that its price in the table says', () => {
    const prices = ALL_OPERATIONS.map(({ name, text }) => [name, cost(real, text)] as const);
    expect(Object.fromEntries(prices)).toEqual(REQUESTED_PRICES);
  });

  it('costs less than a query may', () => {
    expect(Math.max(...Object.values(REQUESTED_PRICES))).toBeLessThanOrEqual(MOST_POINTS);
  });

  it('has a name of its own', () => {
    const names = ALL_OPERATIONS.map((operation) => operation.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('names no field that Shopify is about to take away', () => {
    const deprecated: string[] = [];
    for (const { name, text } of ALL_OPERATIONS) {
      const info = new TypeInfo(real);
      visit(
        parse(text),
        visitWithTypeInfo(info, {
          Field(field) {
            if (info.getFieldDef()?.deprecationReason)
              deprecated.push(`${name}.${field.name.value}`);
          },
        }),
      );
    }
    expect(deprecated).toEqual([]);
  });
});

it("speaks the version that Shopify's libraries are set to", () => {
  expect(API_VERSION).toBe(ApiVersion.October26);
});
