import { appGid } from '../../webhooks/payloads';
import { supportedActions } from '../../shop/supported-actions';
import { originalTotal, priceOf } from '../../shop/accounting';
import type { Fulfillment, FulfillmentOrder, Hold, Order } from '../../world/types';
import { connection, firstOf } from '../connection';
import type { Args, Context, View } from '../context';
import { appView, legacyId, locationView, moneyBag } from './basics';
import { orderView } from './order';
import { lineView } from './order-line';
import { variantView } from './product';

/** Orders to fulfill are seen by scope: the merchant's own places and third parties' are two different rights. */
export function seesFulfillmentOrder(
  ctx: Context,
  fo: FulfillmentOrder,
  verb: 'read' | 'write' = 'read',
): boolean {
  const location = ctx.shop.locations.find((candidate) => candidate.id === fo.locationId);
  const scope =
    location?.kind === 'third-party'
      ? `${verb}_third_party_fulfillment_orders`
      : `${verb}_merchant_managed_fulfillment_orders`;
  return ctx.scopes.has(scope);
}

/** OUT_OF_STOCK as Shopify shows it: "Out of stock". */
const inWords = (reason: string): string =>
  reason.slice(0, 1) + reason.slice(1).toLowerCase().replaceAll('_', ' ');

export const holdView = (ctx: Context, hold: Hold): View => ({
  __typename: 'FulfillmentHold',
  id: hold.id,
  handle: hold.handle,
  reason: hold.reason,
  reasonNotes: hold.reasonNotes,
  heldByRequestingApp: hold.by === 'app',
  heldByApp: hold.by === 'merchant' ? null : appView(appGid(hold), ctx.world.settings.apiKey),
  displayReason: inWords(hold.reason),
});

export function fulfillmentOrderView(ctx: Context, order: Order, fo: FulfillmentOrder): View {
  const location = ctx.shop.locations.find((candidate) => candidate.id === fo.locationId);
  return {
    __typename: 'FulfillmentOrder',
    id: fo.id,
    status: fo.status,
    requestStatus: fo.requestStatus,
    createdAt: fo.createdAt,
    updatedAt: fo.updatedAt,
    fulfillAt: null,
    fulfillBy: null,
    orderId: order.id,
    orderName: order.name,
    orderProcessedAt: order.processedAt,
    order: () => orderView(ctx, order),
    supportedActions: supportedActions(order, fo, ctx.shop).map((action) => ({
      __typename: 'FulfillmentOrderSupportedAction',
      action,
      externalUrl: null,
    })),
    assignedLocation: {
      __typename: 'FulfillmentOrderAssignedLocation',
      name: location?.name ?? '',
      countryCode: location?.countryCode ?? ctx.shop.countryCode,
      location: location ? locationView(location) : null,
    },
    fulfillmentHolds: fo.holds.map((hold) => holdView(ctx, hold)),
    merchantRequests: (args: Args) =>
      connection(
        'FulfillmentOrderMerchantRequest',
        fo.requests.filter(({ kind }) => typeof args.kind !== 'string' || args.kind === kind),
        ({ open: _, ...request }) => ({
          __typename: 'FulfillmentOrderMerchantRequest',
          ...request,
          responseData: null,
          fulfillmentOrder: () => fulfillmentOrderView(ctx, order, fo),
        }),
      )(args),
    deliveryMethod: {
      __typename: 'DeliveryMethod',
      id: fo.id.replace('FulfillmentOrder', 'DeliveryMethod'),
      methodType: fo.delivery,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
    },
    fulfillments: connection(
      'Fulfillment',
      order.fulfillments.filter((f) => f.lines.some((l) => l.fulfillmentOrderId === fo.id)),
      (f) => fulfillmentView(ctx, order, f),
    ),
    lineItems: connection('FulfillmentOrderLineItem', fo.lines, (entry) => {
      const line = order.lines.find((candidate) => candidate.id === entry.lineId);
      const product = ctx.shop.products.find(
        (candidate) => candidate.variantId === line?.variantId,
      );
      return {
        __typename: 'FulfillmentOrderLineItem',
        id: entry.id,
        totalQuantity: entry.total,
        remainingQuantity: entry.remaining,
        inventoryItemId: line?.itemId ?? null,
        sku: line?.sku ?? null,
        productTitle: line?.title ?? '',
        requiresShipping: line?.requiresShipping ?? true,
        vendor: line?.vendor ?? null,
        variantTitle: null,
        warnings: [],
        financialSummaries: [],
        lineItem: line ? () => lineView(ctx, order, line) : null,
        variant: product ? () => variantView(ctx, product) : null,
      };
    }),
  };
}

export function fulfillmentView(ctx: Context, order: Order, f: Fulfillment): View {
  const location = ctx.shop.locations.find((candidate) => candidate.id === f.locationId);
  const last = f.events.at(-1);
  const at = (status: string): string | null =>
    f.events.find((event) => event.status === status)?.happenedAt ?? null;
  return {
    __typename: 'Fulfillment',
    id: f.id,
    legacyResourceId: legacyId(f.id),
    name: f.name,
    status: f.status,
    createdAt: f.createdAt,
    updatedAt: f.updatedAt,
    requiresShipping: true,
    displayStatus: f.status === 'CANCELLED' ? 'CANCELED' : (last?.status ?? 'FULFILLED'),
    deliveredAt: at('DELIVERED'),
    inTransitAt: at('IN_TRANSIT'),
    estimatedDeliveryAt: null,
    totalQuantity: f.lines.reduce((n, line) => n + line.quantity, 0),
    order: () => orderView(ctx, order),
    location: location ? locationView(location) : null,
    trackingInfo: firstOf(f.tracking, (t) => ({ __typename: 'FulfillmentTrackingInfo', ...t })),
    fulfillmentLineItems: connection('FulfillmentLineItem', f.lines, (entry) => {
      const line = order.lines.find((candidate) => candidate.id === entry.lineId);
      return {
        __typename: 'FulfillmentLineItem',
        id: entry.id,
        quantity: entry.quantity,
        lineItem: line ? () => lineView(ctx, order, line) : null,
        discountedTotalSet: line ? moneyBag(priceOf(line, entry.quantity, order), order) : null,
        originalTotalSet: line ? moneyBag(originalTotal(line), order) : null,
      };
    }),
    fulfillmentOrders: connection(
      'FulfillmentOrder',
      order.fulfillmentOrders.filter((fo) => f.lines.some((l) => l.fulfillmentOrderId === fo.id)),
      (fo) => fulfillmentOrderView(ctx, order, fo),
    ),
    events: connection('FulfillmentEvent', f.events, (event) => ({
      __typename: 'FulfillmentEvent',
      createdAt: event.happenedAt,
      ...event,
    })),
  };
}
