import { type ItemId, LocationId } from '../../domain/ids';
import type { StockLevel } from '../../domain/order';
import type { ReadStockQuery } from './generated/admin';

type Level = NonNullable<ReadStockQuery['inventoryItem']>['inventoryLevels']['nodes'][number];

/** States that are part of `on_hand` and promised to nobody, but not for sale either; `reserved` is for drafts and transfers. */
const SET_ASIDE = ['damaged', 'safety_stock', 'quality_control', 'reserved'];

export function readStockLevel(itemId: ItemId, level: Level): StockLevel {
  const units = (name: string): number =>
    level.quantities.find((quantity) => quantity.name === name)?.quantity ?? 0;
  return {
    itemId,
    locationId: LocationId.parse(level.location.id),
    available: units('available'),
    onHand: units('on_hand'),
    committed: units('committed'),
    setAside: SET_ASIDE.reduce((total, name) => total + units(name), 0),
  };
}
