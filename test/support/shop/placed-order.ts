import { LineId, LocationId, OrderId, type TransactionId } from '../../../app/domain/ids';
import { minus, type Money, sum } from '../../../app/domain/money';
import type {
  Fulfillment,
  FulfillmentOrder,
  OrderCustomer,
  Transaction,
} from '../../../app/domain/order';
import { accounts, isLive } from '../../../simulator/shop/accounting';
import { isDisputed } from '../../../simulator/shop/dispute';
import type { Order, Shop } from '../../../simulator/world/types';
import { cash, instant, instantOrNull } from './figures';
import { partOf } from './part';
import { paymentOf } from './payments';
import { PlacedLine } from './placed-line';
import { customerOf, hasLeft, parcelOf } from './snapshot';

export interface PlacedPart extends FulfillmentOrder {
  readonly locationId: LocationId;
  readonly remaining: ReadonlyMap<LineId, number>;
  readonly cancelled: boolean;
}

export interface PlacedParcel extends Fulfillment {
  /** The carrier's first event was there. */
  readonly handedOver: boolean;
}

export interface PlacedPayment extends Transaction {
  /** When the authorization really ends, whether or not Shopify tells; null for all else. */
  readonly endsAt: Date | null;
}

/** An order as a story looks at it: always as it stands now in the simulator's books. */
export class PlacedOrder {
  readonly id: OrderId;
  private readonly lineViews = new Map<string, PlacedLine>();

  constructor(
    private readonly shop: Shop,
    private readonly record: Order,
  ) {
    this.id = OrderId.parse(record.id);
  }

  get name(): string {
    return this.record.name;
  }

  get placedAt(): Date {
    return instant(this.record.createdAt);
  }

  get cancelledAt(): Date | null {
    return instantOrNull(this.record.cancelledAt);
  }

  get customer(): OrderCustomer {
    return customerOf(this.record);
  }

  get disputed(): boolean {
    return isDisputed(this.record);
  }

  get hasTerms(): boolean {
    return this.record.paymentTerms !== null;
  }

  get shipping(): Money {
    return cash(this.record.shipping, this.record);
  }

  /** What it costs now. */
  get total(): Money {
    return cash(accounts(this.record, this.shop).currentTotal, this.record);
  }

  /** What was taken and not given back, whatever it was taken by. */
  get taken(): Money {
    return cash(accounts(this.record, this.shop).net, this.record);
  }

  /** What its providers are still working on, but for money that goes back. */
  get pending(): Money {
    const amounts = this.transactions
      .filter((t) => t.status === 'pending' && t.kind !== 'refund')
      .map((t) => t.amount);
    return sum(amounts, this.record.presentmentCurrency);
  }

  get lines(): PlacedLine[] {
    return this.record.lines.map((line) => {
      const known = this.lineViews.get(line.id) ?? new PlacedLine(this.record, line);
      this.lineViews.set(line.id, known);
      return known;
    });
  }

  get fulfillmentOrders(): PlacedPart[] {
    return this.record.fulfillmentOrders.map((part) => ({
      ...partOf(this.shop, this.record, part),
      locationId: LocationId.parse(part.locationId),
      remaining: new Map(part.lines.map((line) => [LineId.parse(line.lineId), line.remaining])),
      cancelled: part.status === 'CANCELLED',
    }));
  }

  get fulfillments(): PlacedParcel[] {
    return this.record.fulfillments.map((parcel) => ({
      ...parcelOf(parcel),
      handedOver: hasLeft(parcel),
    }));
  }

  get transactions(): PlacedPayment[] {
    return this.record.transactions.map((t) => ({
      ...paymentOf(this.shop, this.record, t),
      endsAt: instantOrNull(t.expiresAt),
    }));
  }

  /** What of an authorization nobody took and nobody gave back: nothing once it is captured for good, voided or over. */
  leftOf(id: TransactionId): Money {
    const { currencyCode } = this.shipping;
    const record = this.record.transactions.find((t) => t.id === id);
    const all = this.transactions;
    const authorization = all.find((t) => t.id === id);
    if (record === undefined || authorization === undefined || !isLive(record))
      return sum([], currencyCode);
    const captured = all
      .filter((t) => t.kind === 'capture' && t.status === 'success' && t.parentId === id)
      .map((t) => t.amount);
    return minus(authorization.amount, sum(captured, currencyCode));
  }
}
