import { Kind, type OperationDefinitionNode } from 'graphql';

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
  readonly key: string;
}

/** The key of the operation's keyed mutation, if it has one; a mutation that needs a key and has none is named. */
export function idempotencyOf(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): { keyed?: Keyed; missing?: string } {
  if (operation.operation !== 'mutation') return {};
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || !REQUIRED.has(selection.name.value)) continue;
    const field = selection.name.value;
    const value = selection.directives
      ?.find((d) => d.name.value === 'idempotent')
      ?.arguments?.find((a) => a.name.value === 'key')?.value;
    const key =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value?.kind === Kind.STRING
          ? value.value
          : undefined;
    if (typeof key !== 'string' || key === '') return { missing: field };
    return { keyed: { field, key } };
  }
  return {};
}
