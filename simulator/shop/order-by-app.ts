import { bagOf } from '../world/money';
import type { Order, Product, Shop, TransactionKind, TransactionStatus } from '../world/types';
import type { World } from '../world/world';
import { accounts } from './accounting';
import { orderChanged } from './changed';
import { commit } from './checkout';
import { customerOf, draft, lineOf } from './draft-order';
import { addTransaction, paidOrChanged } from './transactions';

/** An order that an app makes is routed within seconds. */
const ROUTING = [1_000, 5_000] as const;

export interface OrderByApp {
  readonly email: string | null;
  readonly country: string;
  readonly tags: readonly string[];
  readonly test: boolean;
  /** Sales take from the shelf; Shopify's own default leaves it alone. */
  readonly takesStock: boolean;
  readonly lines: readonly { readonly product: Product; readonly quantity: number }[];
  readonly transactions: readonly {
    readonly kind: TransactionKind;
    readonly status: TransactionStatus;
    readonly gateway: string;
    readonly amount: string;
  }[];
}

/** An order with the transactions that the app names, instead of a checkout's. Nobody is written to. */
export function orderByApp(world: World, shop: Shop, wish: OrderByApp): Order {
  const order = draft(world, shop, checkoutOf(wish), customerOf(world, shop, checkoutOf(wish)));
  order.gateway = wish.transactions[0]?.gateway ?? 'manual';
  order.lines = wish.lines.map(({ product, quantity }) =>
    lineOf(world, shop, order, product, quantity),
  );
  shop.orders.push(order);
  world.remember(shop, order);
  world.ledger.append({
    shop: shop.domain,
    kind: 'order',
    by: 'app',
    orderId: order.id,
    target: order.name,
    money: { bag: accounts(order, shop).total, currency: order.presentmentCurrency },
    detail: { name: order.name, test: order.test, gateway: order.gateway },
  });
  if (wish.takesStock) for (const line of order.lines) commit(world, shop, order, line);
  orderChanged(world, shop, order, 'orders/create');
  for (const { kind, status, gateway, amount } of wish.transactions)
    addTransaction(world, shop, order, {
      kind,
      status,
      gateway,
      amount: bagOf(amount, order),
      by: 'app',
      ledgerKind: kind === 'AUTHORIZATION' ? 'authorization' : 'payment',
      detail: { how: 'orderCreate' },
    });
  paidOrChanged(world, shop, order);
  world.schedule.plan(world.clock.now().getTime() + world.random.between(...ROUTING), {
    kind: 'order-routed',
    shop: shop.domain,
    orderId: order.id,
  });
  return order;
}

/** As if it had come from a checkout, as far as nobody says otherwise. */
const checkoutOf = ({ email, country, tags, test }: OrderByApp): Parameters<typeof draft>[2] => ({
  email,
  phone: null,
  name: null,
  country,
  province: null,
  city: null,
  timezone: null,
  locale: 'en',
  guest: true,
  lines: [],
  gateway: 'manual',
  shipping: '0',
  tax: '0',
  taxesIncluded: false,
  extendedAuthorization: false,
  discount: '0',
  risk: 'NONE',
  channel: 'app',
  paymentPending: false,
  test,
  force: true,
  tags,
});
