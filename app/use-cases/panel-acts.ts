import type { LineId, OrderId, ShopId } from '../domain/ids';
import type { Settings } from '../domain/settings';
import type { PanelReads } from '../ports';
import type { Deps } from './deps';
import { approve, changeSettings, setDate, settleAttention } from './merchant-acts';
import { panelCase, panelHome } from './panel';

interface NewDate {
  readonly lineIds: readonly LineId[];
  /** A day of the shop's calendar; null when none can be given. */
  readonly date: string | null;
  readonly by: string;
}

/** The panel's door to the use cases. `by` is the member of staff who acts. */
export function panelOf(deps: Deps, reads: PanelReads) {
  return {
    home: (shop: ShopId) => panelHome(deps, reads, shop),
    caseOf: (shop: ShopId, orderId: OrderId) => panelCase(deps, shop, orderId),
    setDate: (shop: ShopId, orderId: OrderId, { lineIds, date, by }: NewDate) =>
      setDate(deps, shop, orderId, { lineIds, day: date, person: by }),
    changeSettings: (shop: ShopId, change: Partial<Settings>) => changeSettings(deps, shop, change),
    approve: (shop: ShopId, orderId: OrderId, key: string, by: string) =>
      approve(deps, shop, orderId, key, { person: by }),
    resolveAttention: (shop: ShopId, orderId: OrderId, by: string) =>
      settleAttention(deps, shop, orderId, { person: by }),
  };
}
