import { addMs, DAY, endOfDayAfter } from '../../../app/domain/calendar';
import { customerZone } from '../../../app/domain/customer-zone';
import type { Fact, LineUnits } from '../../../app/domain/history';
import { ItemId, LineId, LocationId, OrderId } from '../../../app/domain/ids';
import { accounts, currentQuantity, grossOf } from '../../../simulator/shop/accounting';
import type { LedgerRow } from '../../../simulator/world/ledger';
import type { Order } from '../../../simulator/world/types';
import { cash, instant } from './figures';
import type { Opened } from './open';
import { customerOf } from './snapshot';
import { createMoneyTruth } from './truth-money';
import { doerOf, Lines } from './truth-rows';

/** The simulator's ledger in the words of the app's history: told row by row, while the order is as the row says. */
export function createTruth(opened: Opened, log: (fact: Fact) => void): (row: LedgerRow) => void {
  const { world, shop } = opened;
  const known = new Map<string, number>();
  const routed = new Set<string>();
  const money = createMoneyTruth(log);
  let released = '';

  /** Units that came to a line or left it since the row before. */
  function linesChanged(order: Order, row: LedgerRow): void {
    for (const line of order.lines) {
      const units = currentQuantity(line);
      if (known.get(line.id) === units) continue;
      known.set(line.id, units);
      if (row.kind === 'order' || order.cancelledAt !== null) continue;
      log({
        kind: 'line-changed',
        at: instant(row.at),
        order: OrderId.parse(order.id),
        line: LineId.parse(line.id),
        units,
        total: cash(accounts(order, shop).currentTotal, order),
        by: doerOf(row.by),
      });
    }
  }

  function ofOrder(order: Order, row: LedgerRow): void {
    const of = { at: instant(row.at), order: OrderId.parse(order.id) };
    const target = row.target ?? '';
    const lines = (): LineUnits[] => Lines.parse(row.detail['lines']);
    switch (row.kind) {
      case 'order':
        linesChanged(order, row);
        return placed(opened, order, log);
      case 'routed':
        if (!routed.has(order.id)) log({ kind: 'order-routed', ...of });
        return void routed.add(order.id);
      case 'edit':
        return linesChanged(order, row);
      case 'refund':
        linesChanged(order, row);
        return money(order, row);
      case 'cancel':
        for (const line of order.lines) known.set(line.id, currentQuantity(line));
        return log({ kind: 'order-cancelled', ...of, by: doerOf(row.by) });
      case 'dispute':
        return log({
          kind: row.detail['status'] === 'WON' ? 'dispute-ended' : 'disputed',
          ...of,
        });
      case 'hold':
        return log({ kind: 'held', ...of, target, by: doerOf(row.by), lines: lines() });
      case 'release': {
        // One act that takes several holds off is one release.
        const key = `${row.at} ${target} ${row.by}`;
        if (released !== key) log({ kind: 'released', ...of, target, by: doerOf(row.by) });
        released = key;
        return;
      }
      case 'fulfillment':
        log({ kind: 'packed', ...of, lines: lines() });
        if (!String(row.detail['tracking'])) shipped(order, target);
        return;
      case 'fulfillment-cancelled':
        return log({ kind: 'unpacked', ...of, lines: lines() });
      case 'fulfillment-event':
        return shipped(order, target);
      case 'cancellation-request': {
        const part = order.fulfillmentOrders.find(({ id }) => id === target);
        const units = Lines.parse(
          (part?.lines ?? []).map(({ lineId, remaining: quantity }) => ({ lineId, quantity })),
        );
        return log({ kind: 'cancellation-requested', ...of, target, lines: units });
      }
      case 'taken-back':
        return log({ kind: 'request-taken-back', ...of, target });
      case 'cancellation-answer':
        if (row.detail['accepted'] === true) log({ kind: 'given-back', ...of, target });
        return;
      default:
        return money(order, row);
    }
  }

  function shipped(order: Order, id: string): void {
    const parcel = order.fulfillments.find((each) => each.id === id);
    if (parcel === undefined || parcel.events.length > 1) return;
    log({
      kind: 'shipped',
      at: world.clock.now(),
      order: OrderId.parse(order.id),
      lines: Lines.parse(parcel.lines),
      toldByShopify: parcel.notified,
    });
  }

  return (row) => {
    const order = row.orderId === undefined ? undefined : world.order(shop, row.orderId);
    if (row.kind === 'stock') {
      // The units of an edit or a refund have left the line when its stock changes, and the first row says so.
      if (order && /^(edit|refund)/.test(String(row.detail['reason']))) linesChanged(order, row);
      return stockChanged(row, log);
    }
    if (order !== undefined) ofOrder(order, row);
  };
}

function placed({ shop, setup }: Opened, order: Order, log: (fact: Fact) => void): void {
  const at = instant(order.createdAt);
  log({
    kind: 'order-placed',
    at,
    order: OrderId.parse(order.id),
    customer: order.email,
    zone: customerZone(customerOf(order), setup.timezone),
    test: order.test,
    latest: endOfDayAfter(at, setup.statedShippingDays, setup.timezone),
    visibleUntil: setup.readAllOrders ? null : addMs(at, 60 * DAY),
    total: cash(accounts(order, shop).total, order),
    lines: order.lines.map((line) => ({
      line: LineId.parse(line.id),
      item: ItemId.parse(line.itemId),
      location: LocationId.parse(line.locationId),
      units: line.quantity,
      gross: cash(grossOf(line, line.quantity, order), order),
    })),
  });
}

/** What can be shared out is what is on hand and not set aside. */
function stockChanged({ at, detail }: LedgerRow, log: (fact: Fact) => void): void {
  const changes = new Map(Object.entries(Object(detail['changes'])));
  const of = (name: string): number => Number(changes.get(name) ?? 0);
  if (of('available') + of('committed') === 0) return;
  log({
    kind: 'stock-changed',
    at: instant(at),
    item: ItemId.parse(detail['itemId']),
    location: LocationId.parse(detail['locationId']),
    toShare: Number(detail['available']) + Number(detail['committed']),
  });
}
