import { currentQuantity } from '../shop/accounting';
import { notFound, Refusal } from '../world/refusal';
import type { FulfillmentOrder, Line, Order } from '../world/types';

interface LineName {
  sku?: string | undefined;
  lineItemId?: string | undefined;
}

/** A line of the order, by its id or by its SKU. */
export function lineOf(order: Order, { sku, lineItemId }: LineName): Line {
  const found = order.lines.find((line) =>
    lineItemId === undefined
      ? line.sku === sku && currentQuantity(line) > 0
      : line.id === lineItemId || line.id.endsWith(`/${lineItemId}`),
  );
  if (!found) throw notFound(`The line ${sku ?? lineItemId ?? ''}`);
  return found;
}

/** The units of a fulfillment order that somebody names by SKU or by line id, as ids of its own lines. */
export function unitsOf(
  order: Order,
  fo: FulfillmentOrder,
  wishes: readonly { id?: string | undefined; sku?: string | undefined; quantity: number }[],
): { id: string; quantity: number }[] {
  return wishes.map(({ id, sku, quantity }) => {
    const entry = fo.lines.find((line) =>
      id === undefined
        ? order.lines.some((l) => l.id === line.lineId && l.sku === sku)
        : line.id === id || line.lineId === id,
    );
    if (!entry) throw notFound(`The unit ${sku ?? id ?? ''}`);
    return { id: entry.id, quantity };
  });
}

/** Spreads the wished units over the open fulfillment orders; without a wish, all that is open and not held. */
export function packingOf(
  order: Order,
  wishes: readonly (LineName & { quantity: number })[] | undefined,
): { fo: FulfillmentOrder; lines: { id: string; quantity: number }[] }[] {
  const open = order.fulfillmentOrders.filter(
    (fo) => fo.status === 'OPEN' || fo.status === 'IN_PROGRESS',
  );
  const held = order.fulfillmentOrders.some((fo) => fo.status === 'ON_HOLD');
  if (open.length === 0)
    throw new Refusal(
      held
        ? 'Everything that is left is on hold'
        : order.routed
          ? 'Nothing is left to fulfill'
          : 'The order has no fulfillment orders yet',
    );
  if (wishes === undefined)
    return open
      .map((fo) => ({
        fo,
        lines: fo.lines
          .filter((l) => l.remaining > 0)
          .map((l) => ({ id: l.id, quantity: l.remaining })),
      }))
      .filter(({ lines }) => lines.length > 0);
  const parts = new Map<FulfillmentOrder, { id: string; quantity: number }[]>();
  for (const wish of wishes) {
    const line = lineOf(order, wish);
    let left = wish.quantity;
    for (const fo of open) {
      for (const entry of fo.lines.filter(
        (candidate) => candidate.lineId === line.id && candidate.remaining > 0,
      )) {
        const quantity = Math.min(left, entry.remaining);
        if (quantity > 0) parts.set(fo, [...(parts.get(fo) ?? []), { id: entry.id, quantity }]);
        left -= quantity;
      }
    }
    if (left > 0)
      throw new Refusal(
        held ? `${left} of ${line.sku} are on hold or gone` : `${left} of ${line.sku} too many`,
      );
  }
  return [...parts].map(([fo, lines]) => ({ fo, lines }));
}
