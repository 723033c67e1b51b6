import { Kind, type FieldNode, type OperationDefinitionNode } from 'graphql';

/** Shopify has required a key on exactly these since 2026-04. */
const REQUIRED = new Set([
  'inventoryActivate',
  'inventoryAdjustQuantities',
  'inventoryMoveQuantities',
  'inventorySetOnHandQuantities',
  'inventorySetQuantities',
  'inventoryShipmentAddItems',
  'inventoryShipmentCreate',
  'inventoryShipmentCreateInTransit',
  'inventoryShipmentReceive',
  'inventoryTransferCreate',
  'inventoryTransferCreateAsReadyToShip',
  'inventoryTransferDuplicate',
  'inventoryTransferSetItems',
  'locationActivate',
  'locationDeactivate',
  'refundCreate',
]);

export interface Keyed {
  readonly field: string;
  /** Under which name the answer stands. */
  readonly responseKey: string;
  readonly key: string;
}

export interface Missing {
  readonly field: FieldNode;
  readonly responseKey: string;
}

/** The key of the operation's keyed mutation, if it has one; a mutation that needs a key and has none is named. */
export function idempotencyOf(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): { keyed?: Keyed; missing?: Missing } {
  if (operation.operation !== 'mutation') return {};
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || !REQUIRED.has(selection.name.value)) continue;
    const field = selection.name.value;
    const responseKey = selection.alias?.value ?? field;
    const key = keyOf(selection, variables);
    if (key === null) return { missing: { field: selection, responseKey } };
    return { keyed: { field, responseKey, key } };
  }
  return {};
}

/** "The idempotency key cannot be an empty string or whitespace only." */
function keyOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): string | null {
  const value = field.directives
    ?.find((d) => d.name.value === 'idempotent')
    ?.arguments?.find((a) => a.name.value === 'key')?.value;
  const key =
    value?.kind === Kind.VARIABLE
      ? variables[value.name.value]
      : value?.kind === Kind.STRING
        ? value.value
        : undefined;
  return typeof key === 'string' && key.trim() !== '' ? key : null;
}
