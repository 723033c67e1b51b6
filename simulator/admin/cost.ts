import {
  Kind,
  isCompositeType,
  getNamedType,
  isObjectType,
  isInterfaceType,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const MUTATION = 10;

/**
 * Shopify's published rule: a scalar is free, an object costs one, a connection is as dear as what it may return,
 * a mutation costs ten.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  );

  const size = (field: FieldNode): number => {
    for (const argument of field.arguments ?? []) {
      if (argument.name.value !== 'first' && argument.name.value !== 'last') continue;
      const value =
        argument.value.kind === Kind.VARIABLE
          ? variables[argument.value.name.value]
          : argument.value.kind === Kind.INT
            ? Number(argument.value.value)
            : undefined;
      if (typeof value === 'number') return value;
    }
    return 1;
  };

  const costOf = (set: SelectionSetNode | undefined, type: GraphQLNamedType): number => {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        const on = fragment && schema.getType(fragment.typeCondition.name.value);
        if (fragment && on) cost += costOf(fragment.selectionSet, on);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition
          ? schema.getType(selection.typeCondition.name.value)
          : type;
        if (on) cost += costOf(selection.selectionSet, on);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        const field = type.getFields()[selection.name.value];
        if (field) cost += fieldCost(selection, getNamedType(field.type), type.name);
      }
    }
    return cost;
  };

  const fieldCost = (field: FieldNode, type: GraphQLNamedType, parent: string): number => {
    if (!isCompositeType(type)) return 0;
    const inner = costOf(field.selectionSet, type);
    if (type.name.endsWith('Connection')) return 2 + size(field) * inner;
    if (type.name.endsWith('Edge') || type.name === 'PageInfo' || field.name.value === 'userErrors')
      return inner;
    if (parent === 'Mutation') return MUTATION + inner;
    return 1 + inner;
  };

  const root =
    operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  return root ? Math.max(1, costOf(operation.selectionSet, root)) : 1;
}
