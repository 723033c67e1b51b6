import type { AskedKind } from '../domain/after-absence';
import type { LineId, OrderId, ShopId } from '../domain/ids';
import type { CaseQuery } from '../domain/panel-view';
import type { Settings } from '../domain/settings';
import type { NoticeKind } from '../domain/shop-notice';
import type { PanelReads } from '../ports';
import type { Deps } from './deps';
import {
  cancelForCustomer,
  captureNow,
  releaseByHand,
  sendPartFirst,
  takeCancelBack,
} from './hand-acts';
import { approve, changeSettings, setDate, settleAttention, stopLinks } from './merchant-acts';
import { panelCases, panelHome, panelSettings } from './panel';
import { panelCase } from './panel-case';
import { panelPayments } from './panel-payments';
import { settleNotice } from './settle-notice';
import { askAgain, panelSuspension } from './panel-suspension';
import { sayYesToAll } from './yes-to-all';
import { sendLater, sendNow, skipStep } from './step-acts';

/** The member of staff who acts, and the version of the case that they see. */
interface Staff {
  readonly by: string;
  readonly seen?: number | undefined;
}

const byOf = ({ by, seen }: Staff) => ({ person: by, seen });

/** The panel's door to the use cases. */
export function panelOf(deps: Deps, reads: PanelReads) {
  return {
    home: (shop: ShopId) => panelHome(deps, reads, shop),
    cases: (shop: ShopId, query: CaseQuery) => panelCases(deps, reads, shop, query),
    caseOf: (shop: ShopId, order: OrderId) => panelCase(deps, shop, order),
    payments: (shop: ShopId) => panelPayments(deps, shop),
    settings: (shop: ShopId) => panelSettings(deps, shop),
    changeSettings: (shop: ShopId, change: Partial<Settings>, seen?: number) =>
      changeSettings(deps, shop, change, seen),
    suspension: (shop: ShopId) => panelSuspension(deps, shop),
    askAgain: (shop: ShopId) => askAgain(deps, shop),
    yesToAll: (shop: ShopId, wish: { of: AskedKind; asOf: Date; by: string }) =>
      sayYesToAll(deps, shop, { ...wish, person: wish.by }),
    settleNotice: (shop: ShopId, kind: NoticeKind) => settleNotice(deps, shop, kind),
    /** `date` is a day of the shop's calendar; null when none can be given. */
    setDate: (
      shop: ShopId,
      order: OrderId,
      { lineIds, date, ...staff }: Staff & { lineIds: readonly LineId[]; date: string | null },
    ) => setDate(deps, shop, order, { ...byOf(staff), lineIds, day: date }),
    approve: (shop: ShopId, order: OrderId, { intent, ...staff }: Staff & { intent: string }) =>
      approve(deps, shop, order, intent, byOf(staff)),
    resolveAttention: (shop: ShopId, order: OrderId, staff: Staff) =>
      settleAttention(deps, shop, order, byOf(staff)),
    stopLinks: (shop: ShopId, order: OrderId, staff: Staff) =>
      stopLinks(deps, shop, order, byOf(staff)),
    sendNow: (shop: ShopId, order: OrderId, { key, ...staff }: Staff & { key: string }) =>
      sendNow(deps, shop, order, { ...byOf(staff), key }),
    sendLater: (
      shop: ShopId,
      order: OrderId,
      { key, time, ...staff }: Staff & { key: string; time: string },
    ) => sendLater(deps, shop, order, { ...byOf(staff), key, time }),
    skipStep: (
      shop: ShopId,
      order: OrderId,
      { key, told, ...staff }: Staff & { key: string; told: string },
    ) => skipStep(deps, shop, order, { ...byOf(staff), key, told }),
    release: (shop: ShopId, order: OrderId, { why, ...staff }: Staff & { why: string }) =>
      releaseByHand(deps, shop, order, { ...byOf(staff), why }),
    partFirst: (shop: ShopId, order: OrderId, { why, ...staff }: Staff & { why: string }) =>
      sendPartFirst(deps, shop, order, { ...byOf(staff), why }),
    capture: (shop: ShopId, order: OrderId, staff: Staff) =>
      captureNow(deps, shop, order, byOf(staff)),
    cancel: (
      shop: ShopId,
      order: OrderId,
      { lineIds, ...staff }: Staff & { lineIds: readonly LineId[] },
    ) => cancelForCustomer(deps, shop, order, { ...byOf(staff), lineIds }),
    undoCancel: (
      shop: ShopId,
      order: OrderId,
      { lineIds, ...staff }: Staff & { lineIds: readonly LineId[] },
    ) => takeCancelBack(deps, shop, order, { ...byOf(staff), lineIds }),
  };
}
