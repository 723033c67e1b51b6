import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  chargedOf,
  CONNECTION_PRICE,
  COUNT_PRICE,
  isConnection,
  isFree,
  isPayload,
  mutationPrice,
} from './price-rule';

export interface Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a field has brought in all of its places; null before the call, when nobody knows. */
type Values = readonly unknown[] | null;

const within = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function sizeOf(field: FieldNode, variables: Priced['variables']): number {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    if (typeof given === 'number') return given;
  }
  return 1;
}

/** How many elements a connection has brought on the average. */
function broughtBy(values: readonly unknown[]): number {
  const sizes = values.map((value) => {
    const elements = within(value, 'nodes') ?? within(value, 'edges');
    return Array.isArray(elements) ? elements.length : 0;
  });
  return sizes.reduce((sum, n) => sum + n, 0) / Math.max(1, sizes.length);
}

/** Goes through what is asked for; `share` is how many times what is being counted is charged. */
function counting({ schema, document, variables }: Priced) {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );

  const ofSet = (
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType,
    values: Values,
    share: number,
  ): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD)
        return sum + ofField(selection, type, valuesOf(selection, values), share);
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition?.name.value;
      const inner = on === undefined ? type : schema.getType(on);
      return inner ? sum + ofSet(fragment?.selectionSet, inner, values, share) : sum;
    }, 0);

  const valuesOf = ({ alias, name }: FieldNode, values: Values): Values =>
    values?.map((value) => within(value, (alias ?? name).value)).filter((v) => v !== undefined) ??
    null;

  const ofField = (
    field: FieldNode,
    parent: GraphQLNamedType,
    values: Values,
    share: number,
  ): number => {
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const type = getNamedType(parent.getFields()[field.name.value]?.type);
    if (!type || !isCompositeType(type) || isFree(type.name, field.name.value)) return 0;
    if (values?.length === 0) return 0;
    const there = values?.filter((value) => value !== null).flat() ?? null;
    const inner = (times: number): number =>
      there?.length === 0 ? 0 : ofSet(field.selectionSet, type, there, times);
    if (parent === schema.getMutationType()) return mutationPrice(field.name.value) + inner(share);
    if (isConnection(type.name)) {
      const first = sizeOf(field, variables);
      const brought = there === null ? first : broughtBy(there);
      const part = brought === 0 ? 1 : brought / first;
      return CONNECTION_PRICE * share + inner(share * chargedOf(first) * part);
    }
    if (isConnection(parent.name) || parent.name.endsWith('Edge'))
      return ofElements(field, share) + inner(share);
    if (isPayload(parent.name)) return inner(share);
    if (parent === schema.getQueryType() && type.name === 'Count') return COUNT_PRICE;
    return share + inner(share);
  };

  /** `nodes` and `edges` stand for the elements; a part of one is charged as one. An edge's own node is in it already. */
  const ofElements = (field: FieldNode, share: number): number =>
    field.name.value === 'node' ? 0 : Math.max(1, share);

  return ofSet;
}

function costOf(priced: Priced, data: Values): number {
  const { schema, operation } = priced;
  const isMutation = operation.operation === 'mutation';
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  if (!root) return 1;
  return Math.max(1, Math.round(counting(priced)(operation.selectionSet, root, data, 1)));
}

/** What is taken from the bucket before the call: as if every page came back full. */
export const requestedCost = (priced: Priced): number => costOf(priced, null);

/** What stays taken: by the elements that came. An empty page stays as dear as a full one (recorded). */
export const actualCost = (priced: Priced, data: unknown): number => costOf(priced, [data]);
