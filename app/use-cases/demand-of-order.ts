import type { LineId } from '../domain/ids';
import type { OrderLine, OrderSnapshot } from '../domain/order';
import type { Demand } from '../ports';

/** Lines that stock matters for. Gift cards, digital and custom lines, and untracked items are never short. */
export function usesStock(line: OrderLine): boolean {
  return line.itemId !== null && line.tracked && line.requiresShipping && !line.giftCard;
}

/** Before it is routed an order uses stock, too, though nobody knows yet where. */
function unplaced(order: OrderSnapshot): Omit<Demand, 'allocated'>[] {
  return order.lines.flatMap((line) =>
    usesStock(line) && line.itemId !== null && line.current > 0
      ? [
          {
            orderId: order.id,
            lineId: line.id,
            itemId: line.itemId,
            locationId: null,
            quantity: line.current,
            orderedAt: order.processedAt,
            priority: 0,
          },
        ]
      : [],
  );
}

/** Every unit that is still to be fulfilled, at the location that Shopify routed it to. */
export function demandOfOrder(order: OrderSnapshot): Omit<Demand, 'allocated'>[] {
  if (order.cancelledAt !== null) return [];
  if (!isRouted(order)) return unplaced(order);
  const rows = new Map<string, Omit<Demand, 'allocated'>>();
  for (const fo of order.fulfillmentOrders) {
    if (fo.status === 'closed' || fo.status === 'cancelled') continue;
    for (const { lineId, remaining } of fo.lines) {
      const line = order.lines.find((l) => l.id === lineId);
      if (line === undefined || !usesStock(line) || line.itemId === null || remaining === 0)
        continue;
      const key = `${lineId} ${fo.locationId ?? ''}`;
      const before = rows.get(key);
      rows.set(key, {
        orderId: order.id,
        lineId,
        itemId: line.itemId,
        locationId: fo.locationId,
        quantity: (before?.quantity ?? 0) + remaining,
        orderedAt: order.processedAt,
        priority: 0,
      });
    }
  }
  return [...rows.values()];
}

/** Routed: every unit that is still to go belongs to a fulfillment order. They come seconds to minutes late. */
export function isRouted(order: OrderSnapshot): boolean {
  if (order.cancelledAt !== null || order.fulfillmentOrders.length > 0) return true;
  return !order.lines.some((line) => line.requiresShipping && line.current > 0);
}

/** Units allocated per line: null while a location of it was not judged; lines that use no stock are covered. */
export function allocatedPerLine(
  order: OrderSnapshot,
  demand: readonly Demand[],
): Map<LineId, number | null> {
  const routed = isRouted(order);
  return new Map(
    order.lines.map((line) => {
      if (!usesStock(line)) return [line.id, line.ordered] as const;
      const rows = demand.filter((row) => row.lineId === line.id);
      if (!routed || rows.some((row) => row.allocated === null || row.locationId === null))
        return [line.id, null] as const;
      return [line.id, rows.reduce((total, row) => total + (row.allocated ?? 0), 0)] as const;
    }),
  );
}
