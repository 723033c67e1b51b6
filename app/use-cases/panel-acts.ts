import type { PanelReads } from '../ports';
import type { PanelDeps } from '../web-deps';
import type { Deps } from './deps';
import { type Acted, approve, changeSettings, setDate, settleAttention } from './merchant-acts';
import { panelCase, panelHome } from './panel';

/** What a person in the panel may do. A refusal is thrown as `Refused`, with words for that person. */
export class Refused extends Error {}

async function orRefuse(acted: Promise<Acted>): Promise<void> {
  const outcome = await acted;
  if (outcome.kind === 'refused') throw new Refused(outcome.reason);
}

export function panelOf(deps: Deps, reads: PanelReads): PanelDeps {
  return {
    home: (shop) => panelHome(deps, reads, shop),
    caseOf: (shop, orderId) => panelCase(deps, shop, orderId),
    setDate: (shop, orderId, { lineIds, date }) =>
      orRefuse(setDate(deps, shop, orderId, { lineIds, day: date })),
    setMode: (shop, mode) => orRefuse(changeSettings(deps, shop, { mode })),
    setPaused: (shop, paused) => orRefuse(changeSettings(deps, shop, { paused })),
    approve: (shop, orderId, key) => orRefuse(approve(deps, shop, orderId, key)),
    resolveAttention: (shop, orderId) => orRefuse(settleAttention(deps, shop, orderId)),
  };
}
