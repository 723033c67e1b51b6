import { ItemId, LineId, LocationId } from '../../../app/domain/ids';
import type { Money } from '../../../app/domain/money';
import { currentQuantity, grossOf, priceOf } from '../../../simulator/shop/accounting';
import type { Line, Order } from '../../../simulator/world/types';
import { cash } from './figures';

/** A line of an order as a story looks at it: always as it stands now. */
export class PlacedLine {
  readonly id: LineId;
  readonly itemId: ItemId;
  readonly sku: string;

  constructor(
    private readonly order: Order,
    private readonly record: Line,
  ) {
    this.id = LineId.parse(record.id);
    this.itemId = ItemId.parse(record.itemId);
    this.sku = record.sku;
  }

  get ordered(): number {
    return this.record.quantity;
  }

  get current(): number {
    return currentQuantity(this.record);
  }

  /** Where its units were routed or moved to. */
  get locationId(): LocationId {
    return LocationId.parse(this.record.locationId);
  }

  get unitPrice(): Money {
    return cash(priceOf(this.record, 1, this.order), this.order);
  }

  get gross(): Money {
    return cash(grossOf(this.record, this.current, this.order), this.order);
  }
}
