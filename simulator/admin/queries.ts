import type { FulfillmentOrder, Order, Product } from '../world/types';
import { levelId } from '../shop/stock';
import { connection } from './connection';
import { subscriptionView } from './mutations/subscriptions';
import type { Args, Context, View } from './context';
import { matchesOrder } from './search';
import { appView, locationView, shopView } from './views/basics';
import { fulfillmentOrderView, fulfillmentView, seesFulfillmentOrder } from './views/fulfillment';
import { jobResultView, jobView } from './views/job';
import { customerView } from './views/customer';
import { orderView } from './views/order';
import { lineView } from './views/order-line';
import { templateViews } from './views/payment-terms';
import { itemView, levelView, productView, variantView } from './views/product';
import { refundView } from './views/refund';
import { transactionView } from './views/transaction';

const visibleOrders = (ctx: Context): Order[] =>
  ctx.shop.orders.filter((order) => ctx.world.visible(ctx.shop, order));

/** An order, unless it is too old for this app to see. */
export function visibleOrder(ctx: Context, id: unknown): Order | undefined {
  const order = ctx.world.order(ctx.shop, String(id));
  return order && ctx.world.visible(ctx.shop, order) ? order : undefined;
}

const SORTS: Readonly<Record<string, (order: Order) => string>> = {
  UPDATED_AT: (order) => order.updatedAt,
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
};

function sorted(orders: Order[], key: unknown): Order[] {
  const by = SORTS[String(key)];
  return by
    ? [...orders].sort((a, b) => by(a).localeCompare(by(b)) || (a.id < b.id ? -1 : 1))
    : orders;
}

const fulfillmentOrders = (ctx: Context): { order: Order; fo: FulfillmentOrder }[] =>
  visibleOrders(ctx).flatMap((order) =>
    order.fulfillmentOrders
      .filter((fo) => seesFulfillmentOrder(ctx, fo))
      .map((fo) => ({ order, fo })),
  );

const productBy = (
  ctx: Context,
  key: 'id' | 'variantId' | 'itemId',
  id: unknown,
): Product | undefined => ctx.shop.products.find((product) => product[key] === id);

const viewOf = <T>(found: T | undefined, view: (found: T) => View): View | null =>
  found === undefined ? null : view(found);

/** Query's root fields, as functions of their arguments. */
export function queryRoot(ctx: Context): Record<string, (args: Args) => unknown> {
  const node = (id: unknown): View | null => findNode(ctx, String(id));
  return {
    shop: () => shopView(ctx),
    order: ({ id }) => viewOf(visibleOrder(ctx, id), (order) => orderView(ctx, order)),
    orders: (args) =>
      connection(
        'Order',
        sorted(
          visibleOrders(ctx).filter((order) => matchesOrder(args.query, order, ctx.shop)),
          args.sortKey,
        ),
        (order) => orderView(ctx, order),
      )(args),
    ordersCount: (args) => ({
      __typename: 'Count',
      count: visibleOrders(ctx).filter((order) => matchesOrder(args.query, order, ctx.shop)).length,
      precision: 'EXACT',
    }),
    node: ({ id }) => node(id),
    nodes: ({ ids }) => (Array.isArray(ids) ? ids.map(node) : []),
    fulfillmentOrder: ({ id }) => node(id),
    fulfillmentOrders: (args) =>
      connection(
        'FulfillmentOrder',
        fulfillmentOrders(ctx).filter(
          ({ fo }) => args.includeClosed === true || fo.status !== 'CLOSED',
        ),
        ({ order, fo }) => fulfillmentOrderView(ctx, order, fo),
      )(args),
    fulfillment: ({ id }) => node(id),
    inventoryItem: ({ id }) => node(id),
    inventoryItems: (args) =>
      connection(
        'InventoryItem',
        ctx.shop.products.filter(
          (p) =>
            typeof args.query !== 'string' ||
            !/sku:/.test(args.query) ||
            args.query.includes(p.sku),
        ),
        (p) => itemView(ctx, p),
      )(args),
    inventoryLevel: ({ id }) => node(id),
    location: ({ id }) =>
      id === undefined || id === null ? viewOf(ctx.shop.locations[0], locationView) : node(id),
    locations: (args) =>
      connection(
        'Location',
        ctx.shop.locations.filter((l) => l.active || args.includeInactive === true),
        locationView,
      )(args),
    product: ({ id }) => node(id),
    products: (args) => connection('Product', ctx.shop.products, (p) => productView(ctx, p))(args),
    productVariant: ({ id }) => node(id),
    productVariants: (args) =>
      connection('ProductVariant', ctx.shop.products, (p) => variantView(ctx, p))(args),
    customer: ({ id }) => node(id),
    job: ({ id }) =>
      viewOf(
        ctx.shop.jobs.find((job) => job.id === id),
        jobView,
      ),
    webhookSubscriptions: (args) =>
      connection('WebhookSubscription', ctx.shop.subscriptions ?? [], subscriptionView)(args),
    paymentTermsTemplates: (args) => templateViews(args),
    currentAppInstallation: () => installation(ctx),
    appInstallation: () => installation(ctx),
    app: () => appView('gid://shopify/App/1', ctx.world.settings.apiKey),
    publicApiVersions: () => [
      {
        __typename: 'ApiVersion',
        handle: ctx.world.settings.apiVersion,
        displayName: ctx.world.settings.apiVersion,
        supported: true,
      },
    ],
  };
}

const installation = (ctx: Context): View => ({
  __typename: 'AppInstallation',
  id: 'gid://shopify/AppInstallation/1',
  app: appView('gid://shopify/App/1', ctx.world.settings.apiKey),
  launchUrl: `https://${ctx.shop.domain}/admin/apps/holdfast`,
  accessScopes: ctx.shop.scopes.map((handle) => ({
    __typename: 'AccessScope',
    handle,
    description: handle,
  })),
  activeSubscriptions: [],
});

function findNode(ctx: Context, id: string): View | null {
  switch (/^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1]) {
    case 'Shop':
      return id === ctx.shop.id ? shopView(ctx) : null;
    case 'Order':
      return viewOf(visibleOrder(ctx, id), (order) => orderView(ctx, order));
    case 'OrderCancelJobResult':
      return viewOf(
        ctx.shop.jobs.find((job) => job.id.endsWith(`/${id.slice(id.lastIndexOf('/') + 1)}`)),
        (job) => jobResultView(ctx, job),
      );
    case 'FulfillmentOrder':
      return viewOf(
        fulfillmentOrders(ctx).find(({ fo }) => fo.id === id),
        ({ order, fo }) => fulfillmentOrderView(ctx, order, fo),
      );
    case 'Fulfillment':
      return within(ctx, (order) =>
        viewOf(
          order.fulfillments.find((f) => f.id === id),
          (f) => fulfillmentView(ctx, order, f),
        ),
      );
    case 'LineItem':
      return within(ctx, (order) =>
        viewOf(
          order.lines.find((line) => line.id === id),
          (line) => lineView(ctx, order, line),
        ),
      );
    case 'OrderTransaction':
      return within(ctx, (order) =>
        viewOf(
          order.transactions.find((t) => t.id === id),
          (t) => transactionView(ctx, order, t),
        ),
      );
    case 'Refund':
      return within(ctx, (order) =>
        viewOf(
          order.refunds.find((refund) => refund.id === id),
          (refund) => refundView(ctx, order, refund),
        ),
      );
    case 'Customer':
      return viewOf(
        ctx.shop.customers.find((customer) => customer.id === id),
        (customer) => customerView(ctx, customer),
      );
    case 'Location':
      return viewOf(
        ctx.shop.locations.find((location) => location.id === id),
        locationView,
      );
    case 'Product':
      return viewOf(productBy(ctx, 'id', id), (p) => productView(ctx, p));
    case 'ProductVariant':
      return viewOf(productBy(ctx, 'variantId', id), (p) => variantView(ctx, p));
    case 'InventoryItem':
      return viewOf(productBy(ctx, 'itemId', id), (p) => itemView(ctx, p));
    case 'InventoryLevel':
      return viewOf(
        ctx.shop.levels.find((level) => levelId(level) === id),
        (level) => levelView(ctx, level),
      );
    default:
      return null;
  }
}

function within(ctx: Context, look: (order: Order) => View | null): View | null {
  for (const order of visibleOrders(ctx)) {
    const found = look(order);
    if (found) return found;
  }
  return null;
}
