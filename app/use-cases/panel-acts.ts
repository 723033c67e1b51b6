import type { PanelReads } from '../ports';
import type { LineId, OrderId, ShopId } from '../domain/ids';
import type { Mode } from '../domain/settings';
import type { Deps } from './deps';
import { type Acted, approve, changeSettings, setDate, settleAttention } from './merchant-acts';
import { panelCase, panelHome } from './panel';

/** What a person in the panel may do. A refusal is thrown as `Refused`, with words for that person. */
export class Refused extends Error {}

async function orRefuse(acted: Promise<Acted>): Promise<void> {
  const outcome = await acted;
  if (outcome.kind === 'refused') throw new Refused(outcome.reason);
}

export function panelOf(deps: Deps, reads: PanelReads) {
  return {
    home: (shop: ShopId) => panelHome(deps, reads, shop),
    caseOf: (shop: ShopId, orderId: OrderId) => panelCase(deps, shop, orderId),
    setDate: (
      shop: ShopId,
      orderId: OrderId,
      { lineIds, date }: { readonly lineIds: readonly LineId[]; readonly date: string | null },
    ) => orRefuse(setDate(deps, shop, orderId, { lineIds, day: date })),
    setMode: (shop: ShopId, mode: Mode) => orRefuse(changeSettings(deps, shop, { mode })),
    setPaused: (shop: ShopId, paused: boolean) => orRefuse(changeSettings(deps, shop, { paused })),
    approve: (shop: ShopId, orderId: OrderId, key: string) =>
      orRefuse(approve(deps, shop, orderId, key)),
    resolveAttention: (shop: ShopId, orderId: OrderId) =>
      orRefuse(settleAttention(deps, shop, orderId)),
  };
}
