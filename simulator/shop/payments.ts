import { bagOfPresentment, compare, isPositive, subtract } from '../world/money';
import { Refusal } from '../world/refusal';
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
import { accounts, capturableOf, hasPending, takenFrom } from './accounting';
import { orderChanged } from './changed';

const DAY = 86_400_000;
/** How long each gateway keeps an authorization, in days. */
const WINDOWS: Readonly<Record<string, number>> = {
  shopify_payments: 7,
  paypal: 29,
  klarna: 28,
  bogus: 7,
};
const SETTLES_AFTER = 10 * 60_000;

export interface NewTransaction {
  kind: TransactionKind;
  amount: Bag;
  status?: TransactionStatus;
  gateway?: string;
  parentId?: string | null;
  errorCode?: string | null;
  by: Actor;
  ledgerKind: string;
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
    ended: null,
    multiCapturable:
      fresh.kind === 'AUTHORIZATION' &&
      shop.plan === 'plus' &&
      order.gateway === 'shopify_payments',
    test: order.test,
  };
  order.transactions.push(transaction);
  note(world, shop, order, transaction, fresh.by, fresh.ledgerKind, fresh.detail);
  if (status === 'PENDING') return transaction;
  startWindow(world, shop, order, transaction);
  world.emit(shop, 'order_transactions/create', newTransactionPayload(order, transaction));
  return transaction;
}

function note(
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

function startWindow(world: World, shop: Shop, order: Order, transaction: Transaction): void {
  if (transaction.kind !== 'AUTHORIZATION' || transaction.status !== 'SUCCESS') return;
  const ends = Date.parse(order.processedAt) + (WINDOWS[transaction.gateway] ?? 7) * DAY;
  transaction.expiresAt = new Date(ends).toISOString();
  world.schedule.plan(ends, {
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
  status: TransactionStatus = 'SUCCESS',
  errorCode: string | null = null,
): void {
  world.schedule.plan(world.clock.now().getTime() + SETTLES_AFTER, {
    kind: 'transaction-settles',
    shop: shop.domain,
    orderId: order.id,
    transactionId: t.id,
    status,
    errorCode,
  });
}

export function settle(
  world: World,
  shop: Shop,
  order: Order,
  t: Transaction,
  status: TransactionStatus,
  errorCode: string | null,
): void {
  if (t.status !== 'PENDING') return;
  t.status = status;
  t.errorCode = errorCode;
  t.processedAt = world.clock.iso();
  startWindow(world, shop, order, t);
  note(
    world,
    shop,
    order,
    t,
    'shopify',
    t.kind === 'AUTHORIZATION'
      ? 'authorization'
      : t.kind === 'CAPTURE'
        ? 'capture'
        : t.kind === 'REFUND'
          ? 'refund'
          : 'payment',
    { settled: true },
  );
  if (status === 'SUCCESS' && t.kind === 'CAPTURE') closeAfterCapture(order, t);
  world.emit(shop, 'order_transactions/create', newTransactionPayload(order, t));
  paidOrChanged(world, shop, order);
}

export interface CaptureRequest {
  parentTransactionId: string;
  /** In the currency of the customer; undefined takes all that is left. */
  amount?: string | undefined;
  final?: boolean | undefined;
  by: Actor;
  outcome?: 'pending' | 'pending-then-fails' | 'refused' | undefined;
}

export function capture(
  world: World,
  shop: Shop,
  order: Order,
  request: CaptureRequest,
): Transaction {
  const parent = order.transactions.find((t) => t.id === request.parentTransactionId);
  if (!parent || parent.kind !== 'AUTHORIZATION')
    throw new Refusal(
      'Parent transaction could not be found',
      null,
      ['input', 'parentTransactionId'],
      404,
    );
  if (order.cancelledAt !== null)
    throw new Refusal('Order has been cancelled', null, ['input', 'id']);
  const left = capturableOf(order, parent);
  const amount =
    request.amount === undefined ? left : bagOfPresentment(request.amount, order, left);
  const fail = (errorCode: string, message: string): never => {
    addTransaction(world, shop, order, {
      kind: 'CAPTURE',
      status: 'FAILURE',
      amount,
      parentId: parent.id,
      errorCode,
      by: request.by,
      ledgerKind: 'capture',
    });
    orderChanged(world, shop, order);
    throw new Refusal(message, null, ['input']);
  };
  if (parent.ended === 'expired')
    return fail('AUTHORIZATION_EXPIRED', 'The authorization has expired');
  if (parent.status !== 'SUCCESS')
    throw new Refusal('The authorization is still pending', null, ['input', 'parentTransactionId']);
  if (hasPending(order))
    throw new Refusal('A payment of this order is still pending', null, ['input', 'id']);
  if (parent.ended === 'voided')
    throw new Refusal('The authorization was voided', null, ['input', 'parentTransactionId']);
  if (parent.ended === 'captured' || !isPositive(left))
    throw new Refusal('The authorization was already captured', null, [
      'input',
      'parentTransactionId',
    ]);
  if (!isPositive(amount))
    throw new Refusal('Amount must be greater than zero', null, ['input', 'amount']);
  if (compare(amount, left) > 0)
    throw new Refusal('Amount exceeds the capturable amount', null, ['input', 'amount']);
  if (request.outcome === 'refused') return fail('CARD_DECLINED', 'The payment was declined');
  const pends = request.outcome !== undefined || shop.switches.capturesPend;
  const transaction = addTransaction(world, shop, order, {
    kind: 'CAPTURE',
    status: pends ? 'PENDING' : 'SUCCESS',
    amount,
    parentId: parent.id,
    by: request.by,
    ledgerKind: 'capture',
    detail: { authorized: parent.amount.presentment, final: request.final ?? false },
  });
  if (request.final) parent.multiCapturable = false;
  if (pends) {
    const fails = request.outcome === 'pending-then-fails';
    settleLater(
      world,
      shop,
      order,
      transaction,
      fails ? 'FAILURE' : 'SUCCESS',
      fails ? 'CARD_DECLINED' : null,
    );
    orderChanged(world, shop, order);
  } else {
    closeAfterCapture(order, transaction);
    paidOrChanged(world, shop, order);
  }
  return transaction;
}

/** One capture per authorization, and the rest goes back to the customer, unless several are allowed. */
function closeAfterCapture(order: Order, captured: Transaction): void {
  const parent = order.transactions.find((t) => t.id === captured.parentId);
  if (!parent) return;
  const all = compare(takenFrom(order, parent), parent.amount) >= 0;
  if (all || !parent.multiCapturable) parent.ended = 'captured';
}

export function voidAuthorization(
  world: World,
  shop: Shop,
  order: Order,
  parentId: string,
  by: Actor,
): Transaction {
  const parent = order.transactions.find((t) => t.id === parentId);
  if (!parent)
    throw new Refusal(
      'Transaction does not exist',
      'TRANSACTION_NOT_FOUND',
      ['parentTransactionId'],
      404,
    );
  if (
    parent.kind !== 'AUTHORIZATION' ||
    parent.ended !== null ||
    isPositive(takenFrom(order, parent))
  ) {
    throw new Refusal('Transaction cannot be voided', 'AUTH_NOT_VOIDABLE', ['parentTransactionId']);
  }
  if (parent.status !== 'SUCCESS')
    throw new Refusal('Parent authorization was not successful', 'AUTH_NOT_SUCCESSFUL', [
      'parentTransactionId',
    ]);
  parent.ended = 'voided';
  const transaction = addTransaction(world, shop, order, {
    kind: 'VOID',
    amount: parent.amount,
    parentId,
    by,
    ledgerKind: 'void',
  });
  orderChanged(world, shop, order);
  return transaction;
}

/** The window has closed: whatever was not captured is the customer's again. */
export function lapse(world: World, shop: Shop, order: Order, transactionId: string): void {
  const t = order.transactions.find((candidate) => candidate.id === transactionId);
  if (!t || t.ended !== null) return;
  const lost = subtract(t.amount, takenFrom(order, t));
  t.ended = 'expired';
  world.ledger.append({
    shop: shop.domain,
    kind: 'lapse',
    by: 'shopify',
    orderId: order.id,
    target: t.id,
    money: { bag: lost, currency: order.presentmentCurrency },
  });
  if (shop.switches.updatedAtExpiry) orderChanged(world, shop, order);
  else order.updatedAt = world.clock.iso();
}

/** The customer follows the payment link, or the merchant says that the money came. */
export function payOutstanding(
  world: World,
  shop: Shop,
  order: Order,
  how: 'link' | 'marked',
  by: Actor,
  gateway?: string,
): Transaction {
  const waiting = order.transactions.find(
    (t) => t.status === 'PENDING' && (t.kind === 'SALE' || t.kind === 'AUTHORIZATION'),
  );
  if (how === 'marked' && waiting) {
    settle(world, shop, order, waiting, 'SUCCESS', null);
    return waiting;
  }
  const { outstanding } = accounts(order, shop);
  if (order.cancelledAt !== null) throw new Refusal('The order was cancelled');
  if (how === 'link' && paymentUrl(world, shop, order) === null)
    throw new Refusal('There is nothing to pay by link');
  if (!isPositive(outstanding)) throw new Refusal('Nothing is outstanding');
  const paid = addTransaction(world, shop, order, {
    kind: 'SALE',
    amount: outstanding,
    gateway: gateway ?? (how === 'marked' ? 'manual' : order.gateway),
    by,
    ledgerKind: 'payment',
    detail: { how },
  });
  paidOrChanged(world, shop, order);
  return paid;
}

/** Never for money that an open authorization covers; after a loss of the authorization only if the shop's switch says so. */
export function paymentUrl(world: World, shop: Shop, order: Order): string | null {
  const { outstanding, capturable } = accounts(order, shop);
  const uncovered = subtract(
    outstanding,
    shop.switches.outstandingExcludesAuthorized ? { shop: '0', presentment: '0' } : capturable,
  );
  if (order.cancelledAt !== null || hasPending(order) || !isPositive(uncovered)) return null;
  return `${world.settings.publicUrl}/pay/${order.token}`;
}

function paidOrChanged(world: World, shop: Shop, order: Order): void {
  const { net, currentTotal } = accounts(order, shop);
  const paid = isPositive(net) && compare(net, currentTotal) >= 0;
  orderChanged(world, shop, order, ...(paid ? ['orders/paid'] : []));
}
export { paidOrChanged };
