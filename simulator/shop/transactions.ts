import { compare, isPositive } from '../world/money';
import type {
  Actor,
  Bag,
  Order,
  Shop,
  Transaction,
  TransactionKind,
  TransactionStatus,
} from '../world/types';
import type { World } from '../world/world';
import { newTransactionPayload } from '../webhooks/payloads';
import { accounts } from './accounting';
import { orderChanged } from './changed';
import { gatewayOf, SETTLES_AFTER_MS } from './gateways';
import { planAutoFulfil } from './plan-auto-fulfil';

const DAY = 86_400_000;
const EXTENDED = 30;

export interface NewTransaction {
  kind: TransactionKind;
  amount: Bag;
  status?: TransactionStatus;
  gateway?: string;
  parentId?: string | null;
  errorCode?: string | null;
  by: Actor;
  ledgerKind: string;
  /** What the ledger says moved, where the transaction itself has no amount. */
  ledgerAmount?: Bag;
  detail?: Record<string, unknown>;
}

export function addTransaction(
  world: World,
  shop: Shop,
  order: Order,
  fresh: NewTransaction,
): Transaction {
  const now = world.clock.iso();
  const status = fresh.status ?? 'SUCCESS';
  const transaction: Transaction = {
    id: world.id('OrderTransaction'),
    kind: fresh.kind,
    status,
    gateway: fresh.gateway ?? order.gateway,
    amount: fresh.amount,
    parentId: fresh.parentId ?? null,
    createdAt: now,
    processedAt: status === 'PENDING' ? null : now,
    errorCode: fresh.errorCode ?? null,
    expiresAt: null,
    feeFrom: null,
    ended: null,
    multiCapturable:
      fresh.kind === 'AUTHORIZATION' &&
      shop.plan === 'plus' &&
      (fresh.gateway ?? order.gateway) === 'shopify_payments',
    test: order.test,
  };
  order.transactions.push(transaction);
  startWindow(world, shop, order, transaction);
  const told = { ...transaction, amount: fresh.ledgerAmount ?? transaction.amount };
  note(world, shop, order, told, fresh.by, fresh.ledgerKind, fresh.detail);
  if (status === 'PENDING') return transaction;
  world.emit(shop, 'order_transactions/create', newTransactionPayload(order, transaction));
  return transaction;
}

export function note(
  world: World,
  shop: Shop,
  order: Order,
  t: Transaction,
  by: Actor,
  kind: string,
  detail?: Record<string, unknown>,
): void {
  world.ledger.append({
    shop: shop.domain,
    kind,
    by,
    orderId: order.id,
    target: t.parentId ?? t.id,
    money: { bag: t.amount, currency: order.presentmentCurrency },
    detail: {
      transactionId: t.id,
      status: t.status,
      gateway: t.gateway,
      errorCode: t.errorCode,
      ...detail,
    },
  });
}

export function startWindow(
  world: World,
  shop: Shop,
  order: Order,
  transaction: Transaction,
): void {
  if (transaction.kind !== 'AUTHORIZATION' || transaction.status !== 'SUCCESS') return;
  // The first is as old as the order, which may be made in the past; a later one is as old as it is.
  const first = order.transactions.find((t) => t.kind === 'AUTHORIZATION') === transaction;
  const from = Date.parse(first ? order.processedAt : transaction.createdAt);
  const days = order.authorizationDays ?? gatewayOf(transaction.gateway).days;
  const standard = from + days * DAY;
  const extended = order.extendedAuthorization && transaction.gateway === 'shopify_payments';
  const ends = extended ? from + EXTENDED * DAY : standard;
  transaction.feeFrom = extended ? new Date(standard).toISOString() : null;
  transaction.expiresAt = new Date(ends).toISOString();
  world.schedule.plan(ends + (shop.showsEndedForMs ?? 0), {
    kind: 'authorization-ends',
    shop: shop.domain,
    orderId: order.id,
    transactionId: transaction.id,
  });
}

/** A payment that the provider is still working on. */
export function settleLater(
  world: World,
  shop: Shop,
  order: Order,
  t: Transaction,
  end: {
    status?: TransactionStatus;
    errorCode?: string | null;
    afterMs?: number | undefined;
  } = {},
): void {
  world.schedule.plan(world.clock.now().getTime() + (end.afterMs ?? SETTLES_AFTER_MS), {
    kind: 'transaction-settles',
    shop: shop.domain,
    orderId: order.id,
    transactionId: t.id,
    status: end.status ?? 'SUCCESS',
    errorCode: end.errorCode ?? null,
  });
}

/** orders/paid is told besides orders/updated once nothing is owed any more. */
export function paidOrChanged(world: World, shop: Shop, order: Order): void {
  const { net, currentTotal } = accounts(order, shop);
  const paid = isPositive(net) && compare(net, currentTotal) >= 0;
  orderChanged(world, shop, order, ...(paid ? ['orders/paid'] : []));
  if (paid) planAutoFulfil(world, shop, order);
}
