import { z } from 'zod';
import { findLevel, isStocked, quantity as quantityOf, writeStock } from '../../shop/stock';
import { Refusal } from '../../world/refusal';
import type { Level } from '../../world/types';
import type { Args, Context } from '../context';
import { locationView } from '../views/basics';
import { itemView } from '../views/product';
import { answer } from './payload';

const setInput = z.object({
  name: z.string(),
  reason: z.string(),
  quantities: z.array(
    z.object({
      inventoryItemId: z.string(),
      locationId: z.string(),
      quantity: z.number(),
      changeFromQuantity: z.number().nullish(),
    }),
  ),
});
const adjustInput = z.object({
  name: z.string(),
  reason: z.string(),
  changes: z.array(
    z.object({
      inventoryItemId: z.string(),
      locationId: z.string(),
      delta: z.number(),
      changeFromQuantity: z.number().nullish(),
    }),
  ),
});
interface Write {
  inventoryItemId: string;
  locationId: string;
  set: number | undefined;
  adjust: number | undefined;
  changeFromQuantity?: number | null | undefined;
}

/** Numbers of stock that an app writes. Errors name the field in its list, as recorded. */
export const inventoryMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  inventorySetQuantities: (args) =>
    answer('InventorySetQuantitiesPayload', () => {
      const input = setInput.parse(args.input);
      return writeAll(
        ctx,
        input.name,
        input.reason,
        'quantities',
        input.quantities.map((q) => ({ ...q, set: q.quantity, adjust: undefined })),
      );
    }),
  inventoryAdjustQuantities: (args) =>
    answer('InventoryAdjustQuantitiesPayload', () => {
      const input = adjustInput.parse(args.input);
      return writeAll(
        ctx,
        input.name,
        input.reason,
        'changes',
        input.changes.map((c) => ({ ...c, set: undefined, adjust: c.delta })),
      );
    }),
});

function writeAll(
  ctx: Context,
  name: string,
  reason: string,
  list: string,
  writes: readonly Write[],
): Record<string, unknown> {
  if (name !== 'available' && name !== 'on_hand')
    throw new Refusal('The quantity name is not valid here', 'INVALID_NAME', ['input', 'name']);
  writes.forEach((write, index) => check(ctx, name, write, ['input', list, String(index)]));
  const changes = writes.flatMap((write) => {
    const { inventoryItemId: itemId, locationId, set, adjust } = write;
    const before = findLevel(ctx.shop, itemId, locationId)?.available ?? 0;
    const level = writeStock(ctx.world, ctx.shop, {
      itemId,
      locationId,
      of: name,
      set,
      adjust,
      by: 'app',
      reason,
    });
    const delta = level.available - before;
    return [changeView(ctx, level, 'available', delta), changeView(ctx, level, 'on_hand', delta)];
  });
  return {
    inventoryAdjustmentGroup: {
      __typename: 'InventoryAdjustmentGroup',
      id: ctx.world.id('InventoryAdjustmentGroup'),
      createdAt: ctx.world.clock.iso(),
      reason,
      referenceDocumentUri: null,
      changes,
    },
  };
}

function check(ctx: Context, name: string, write: Write, field: readonly string[]): void {
  if (!ctx.shop.products.some((product) => product.itemId === write.inventoryItemId))
    throw new Refusal(
      'The specified inventory item could not be found.',
      'INVALID_INVENTORY_ITEM',
      [...field, 'inventoryItemId'],
    );
  const level = findLevel(ctx.shop, write.inventoryItemId, write.locationId);
  if (!level)
    throw new Refusal('The specified location could not be found.', 'INVALID_LOCATION', [
      ...field,
      'locationId',
    ]);
  if (!isStocked(ctx.shop, level))
    throw new Refusal(
      'The specified inventory item is not stocked at the location.',
      'ITEM_NOT_STOCKED_AT_LOCATION',
      [...field, 'locationId'],
    );
  const from = write.changeFromQuantity;
  if (from !== undefined && from !== null && quantityOf(level, name) !== from)
    throw new Refusal(
      'The changeFromQuantity argument no longer matches the persisted quantity.',
      'CHANGE_FROM_QUANTITY_STALE',
      [...field, 'changeFromQuantity'],
    );
}

/** Recorded: one change of available and one of on_hand, without the quantity after it. */
function changeView(ctx: Context, level: Level, name: string, delta: number): unknown {
  const product = ctx.shop.products.find(({ itemId }) => itemId === level.itemId);
  const location = ctx.shop.locations.find(({ id }) => id === level.locationId);
  return {
    __typename: 'InventoryChange',
    name,
    delta,
    quantityAfterChange: null,
    item: product ? () => itemView(ctx, product) : null,
    location: location ? locationView(location) : null,
  };
}
