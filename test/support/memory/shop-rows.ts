import type { Absence } from '../../../app/domain/absence';
import type { CaptureEvidence } from '../../../app/domain/capture-evidence';
import type { Case, TimelineEntry } from '../../../app/domain/case';
import type { Intent } from '../../../app/domain/intent';
import type { StockLevel } from '../../../app/domain/order';
import type { Shop } from '../../../app/domain/settings';
import type { ShopNotice } from '../../../app/domain/shop-notice';
import type { ChoiceLink, Demand, KeptMessage } from '../../../app/ports';
import { createTable } from './table';

/** Everything of one shop. Nothing is ever looked up across shops, as in the database's queries. */
export function createShopRows() {
  return {
    shop: createTable<Shop>(),
    cases: createTable<Case>(),
    timelines: createTable<readonly TimelineEntry[]>(),
    demand: createTable<Demand>(),
    stock: createTable<StockLevel & { readonly readAt: Date }>(),
    intents: createTable<Intent>(),
    messages: createTable<KeptMessage>(),
    links: createTable<ChoiceLink>(),
    reconciled: createTable<Date>(),
    notices: createTable<ShopNotice>(),
    known: createTable<{
      readonly readAt: Date;
      readonly quietUntil: Date | null;
      readonly updatedAt: Date;
      readonly evidence: CaptureEvidence | null;
    }>(),
    absence: createTable<Absence>(),
    /** Bodies of webhooks that are kept until they are done. */
    bodies: createTable<{ readonly body: unknown }>(),
  };
}
export type ShopRows = ReturnType<typeof createShopRows>;

export const demandKey = (row: Pick<Demand, 'orderId' | 'lineId' | 'locationId'>): string =>
  `${row.orderId} ${row.lineId} ${row.locationId ?? ''}`;

export const intentRowKey = ({ orderId, effect, generation }: Intent): string =>
  `${orderId} ${effect.kind} ${effect.target} ${generation}`;
