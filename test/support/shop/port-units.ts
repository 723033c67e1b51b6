import { conflictOfKeys } from '../../../app/adapters/shopify/conflict-of-keys';
import { refused } from '../../../app/adapters/shopify/refusals';
import type { EffectResult, Shopify } from '../../../app/ports';
import { currentQuantity } from '../../../simulator/shop/accounting';
import { beginEdit, commitEdit, setQuantity } from '../../../simulator/shop/edit';
import { refund } from '../../../simulator/shop/refund';
import type { Order } from '../../../simulator/world/types';
import type { Attempt } from './attempt';
import type { Opened } from './open';
import { visibleOrder } from './port-money';
import { answered } from './refusals';

type Removal = Parameters<Shopify['removeUnits']>[1];
type RefundWish = Parameters<Shopify['refund']>[1];

/** Shopify's words about a key that was used with something else. */
const MISMATCH = 'The same idempotency key cannot be used with different operation parameters.';

/** What the app may change about an order's units, as its adapter does it. */
export function createUnitChanges(
  opened: Opened,
  attempt: Attempt,
): Pick<Shopify, 'removeUnits' | 'refund'> {
  /** The first answer to each idempotency key, with what was asked. */
  const known = new Map<string, { readonly asked: string; readonly result: EffectResult }>();
  return {
    removeUnits: (_shop, wish) => {
      const wanted = { order: wish.orderId, effect: 'remove-units', target: wish.lineId } as const;
      return attempt('removeUnits', wanted, () =>
        answered('Shopify did not take the units off the order', () => removeUnits(opened, wish)),
      );
    },
    refund: (_shop, wish) => {
      const target = wish.lines[0]?.lineId ?? wish.orderId;
      return attempt('refund', { order: wish.orderId, effect: 'refund', target }, () => {
        const { orderId, lines, payments, key } = wish;
        const asked = JSON.stringify({ orderId, lines, payments });
        const before = known.get(key);
        if (before !== undefined)
          return before.asked === asked
            ? before.result
            : (conflictOfKeys([{ message: MISMATCH }]) ?? refused('', [{ message: MISMATCH }]));
        const result = answered('Shopify did not give the money back', () =>
          giveBack(opened, wish),
        );
        if (result.outcome !== 'refused') known.set(key, { asked, result });
        return result;
      });
    },
  };
}

function removeUnits(
  opened: Opened,
  { orderId, lineId, current, quantity }: Removal,
): EffectResult {
  const { world, shop } = opened;
  const order = visibleOrder(opened, orderId);
  const session = beginEdit(world, shop, order);
  shop.edits = shop.edits.filter((edit) => edit !== session);
  const line = order.lines.find((each) => each.id === lineId);
  const found = line === undefined ? 0 : currentQuantity(line);
  if (found === current - quantity) return { outcome: 'done', reference: null };
  if (found !== current)
    return {
      outcome: 'refused',
      reason: `The line has ${found} units instead of ${current}: the order was edited meanwhile. Look at it before you go on.`,
      code: 'QUANTITY_CHANGED',
    };
  setQuantity(session, order, lineId, current - quantity, true);
  commitEdit(world, shop, order, session, 'app', false, '');
  return { outcome: 'done', reference: order.id };
}

/** Where the units of a line are to be sent from: the part that still waits speaks before one that is done. */
function placeOf(order: Order, lineId: string): string | null {
  const parts = order.fulfillmentOrders.filter((part) =>
    part.lines.some((line) => line.lineId === lineId),
  );
  const waiting = parts.find((part) =>
    part.lines.some((line) => line.lineId === lineId && line.remaining > 0),
  );
  return (waiting ?? parts[0])?.locationId ?? null;
}

function giveBack(opened: Opened, wish: RefundWish): EffectResult {
  const { world, shop } = opened;
  const order = visibleOrder(opened, wish.orderId);
  const { id, transactionIds } = refund(world, shop, order, {
    note: wish.note,
    notify: false,
    lines: wish.lines.map(({ lineId, quantity }) => ({
      lineItemId: lineId,
      quantity,
      restockType: 'CANCEL',
      locationId: placeOf(order, lineId),
    })),
    transactions: wish.payments.map(({ parentId, amount }) => ({
      parentId,
      amount: amount.amount,
    })),
    by: 'app',
  });
  const isDone = order.transactions
    .filter((t) => transactionIds.includes(t.id))
    .every(({ status }) => status === 'SUCCESS');
  return { outcome: isDone ? 'done' : 'pending', reference: id };
}
