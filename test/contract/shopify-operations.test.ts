import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiVersion } from '@shopify/shopify-api';
import {
  buildSchema,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { API_VERSION } from '../../app/adapters/shopify/api-version';
import { ALL_OPERATIONS } from '../../app/adapters/shopify/operations/all';
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

/** The dearest way to count: every object 1, every list as long as it may be, a mutation 10. */
function cost(schema: GraphQLSchema, text: string): number {
  const document = parse(text);
  const fragments = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [],
    ),
  );
  const info = new TypeInfo(schema);
  const stack: number[] = [0];
  const sizeOf = (field: FieldNode): number => {
    const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    return first?.kind === Kind.INT ? Number(first.value) : 1;
  };
  // Fragments are counted where they are spread.
  const flat = visit(document, {
    SelectionSet: (set) => ({
      ...set,
      selections: set.selections.flatMap((selection) => {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
        return fragment ? fragment.selectionSet.selections : [selection];
      }),
    }),
    FragmentDefinition: () => undefined,
  });
  const operation = flat.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  visit(
    operation,
    visitWithTypeInfo(info, {
      Field: {
        enter: () => void stack.push(0),
        leave(field) {
          const inner = stack.pop() ?? 0;
          const type = info.getType();
          const named = getNamedType(type);
          if (!isCompositeType(named)) return;
          const connection = named.name.endsWith('Connection');
          const page = connection || isListType(getNullableType(type)) ? sizeOf(field) : 1;
          const own = connection ? 2 : page;
          const times = field.name.value === 'nodes' ? 1 : page;
          stack.push((stack.pop() ?? 0) + own + times * inner);
        },
      },
    }),
  );
  return (stack[0] ?? 0) + (operation.operation === 'mutation' ? 10 : 0);
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

  it.each(ALL_OPERATIONS.map((operation) => [operation.name, operation.text] as const))(
    '%s costs less than a query may',
    (_, text) => {
      expect(cost(real, text)).toBeLessThanOrEqual(MOST_POINTS);
    },
  );

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
