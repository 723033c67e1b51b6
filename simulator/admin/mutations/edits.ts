import { beginEdit, commitEdit, findEdit, setQuantity } from '../../shop/edit';
import { currentQuantity, priceOf, shippedQuantity } from '../../shop/accounting';
import type { EditSession, Line, Order } from '../../world/types';
import { connection } from '../connection';
import type { Args, Context, View } from '../context';
import { moneyBag } from '../views/basics';
import { orderView } from '../views/order';
import { variantView } from '../views/product';
import { Refusal } from '../../world/refusal';
import { visibleOrder } from '../queries';
import { answer, orderFor } from './payload';

const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);
const sessionView = (session: EditSession): View => ({
  __typename: 'OrderEditSession',
  id: `gid://shopify/OrderEditSession/${numberOf(session.id)}`,
});

function calculatedLine(ctx: Context, order: Order, session: EditSession, line: Line): View {
  const change = session.changes.find((candidate) => candidate.lineId === line.id);
  const product = ctx.shop.products.find((candidate) => candidate.variantId === line.variantId);
  const quantity = change?.quantity ?? currentQuantity(line);
  const shipped = shippedQuantity(line);
  return {
    __typename: 'CalculatedLineItem',
    id: `gid://shopify/CalculatedLineItem/${numberOf(line.id)}`,
    title: line.title,
    sku: line.sku,
    quantity,
    editableQuantity: quantity - shipped,
    editableQuantityBeforeChanges: currentQuantity(line) - shipped,
    restocking: change?.restock ?? false,
    restockable: line.tracked,
    hasStagedLineItemDiscount: false,
    stagedChanges: [],
    customAttributes: [],
    calculatedDiscountAllocations: [],
    variantTitle: null,
    variant: product ? () => variantView(ctx, product) : null,
    originalUnitPriceSet: moneyBag(line.unitPrice, order),
    discountedUnitPriceSet: moneyBag(priceOf(line, 1, order), order),
    editableSubtotalSet: moneyBag(priceOf(line, quantity - shipped, order), order),
    uneditableSubtotalSet: moneyBag(priceOf(line, shipped, order), order),
  };
}

function calculatedOrder(ctx: Context, order: Order, session: EditSession): View {
  const lines = order.lines.filter((line) => currentQuantity(line) > 0);
  const after: Order = {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      removed:
        line.quantity -
        (session.changes.find((c) => c.lineId === line.id)?.quantity ?? currentQuantity(line)),
    })),
  };
  const changed = orderView(ctx, after);
  return {
    __typename: 'CalculatedOrder',
    id: session.id,
    originalOrder: () => orderView(ctx, order),
    committed: false,
    notificationPreviewTitle: `Order ${order.name} updated`,
    shippingLines: [],
    taxLines: [],
    lineItems: connection('CalculatedLineItem', lines, (line) =>
      calculatedLine(ctx, order, session, line),
    ),
    addedLineItems: connection('CalculatedLineItem', [], () => null),
    stagedChanges: connection('OrderStagedChange', [], () => null),
    subtotalLineItemsQuantity: changed.currentSubtotalLineItemsQuantity,
    totalPriceSet: changed.currentTotalPriceSet,
    totalOutstandingSet: changed.totalOutstandingSet,
    subtotalPriceSet: changed.currentSubtotalPriceSet,
  };
}

export const editMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  orderEditBegin: (args) =>
    answer('OrderEditBeginPayload', () => {
      const order = visibleOrder(ctx, args.id);
      if (!order) throw new Refusal('The order does not exist.', null, ['id'], 404);
      const session = beginEdit(ctx.world, ctx.shop, order);
      return {
        calculatedOrder: calculatedOrder(ctx, order, session),
        orderEditSession: sessionView(session),
      };
    }),
  orderEditSetQuantity: (args) =>
    answer('OrderEditSetQuantityPayload', () => {
      const { session, order } = findEdit(ctx.shop, String(args.id));
      const line = setQuantity(
        session,
        order,
        String(args.lineItemId),
        Number(args.quantity),
        args.restock === true,
      );
      return {
        calculatedOrder: calculatedOrder(ctx, order, session),
        orderEditSession: sessionView(session),
        calculatedLineItem: calculatedLine(ctx, order, session, line),
      };
    }),
  orderEditCommit: (args) =>
    answer('OrderEditCommitPayload', () => {
      const { session, order } = findEdit(ctx.shop, String(args.id));
      orderFor(ctx, order.id);
      const successMessages = commitEdit(
        ctx.world,
        ctx.shop,
        order,
        session,
        'app',
        args.notifyCustomer === true,
        typeof args.staffNote === 'string' ? args.staffNote : '',
      );
      ctx.shop.edits = ctx.shop.edits.filter((candidate) => candidate !== session);
      return { order: orderView(ctx, order), successMessages };
    }),
});
