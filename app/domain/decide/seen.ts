import type { Share } from '../effects/situation';
import type { LineId } from '../ids';
import type { Intent } from '../intent';
import type { OrderSnapshot } from '../order';

/** The order was read again, with what was allocated to it. */
export interface OrderSeen {
  readonly type: 'order-seen';
  readonly at: Date;
  readonly order: OrderSnapshot;
  /** Units allocated per line; null while no stock reading has been made for one of the line's locations. */
  readonly allocated: ReadonlyMap<LineId, number | null>;
  /** The same per line and location. */
  readonly shares: readonly Share[];
  /** Every unit that is still to go has stock that was read after the order was routed. */
  readonly covered: boolean;
  readonly intents: readonly Intent[];
  readonly customerKey: string | null;
  readonly customerZone: string;
  /** A link that works was mailed to another address than the order has now. */
  readonly linksElsewhere?: boolean;
}
