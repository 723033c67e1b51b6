import { bagOfPresentment, compare, isPositive } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Bag, Order, Shop, Transaction, TransactionStatus } from '../world/types';
import type { World } from '../world/world';
import { newTransactionPayload } from '../webhooks/payloads';
import { capturableOf, hasPending, takenFrom } from './accounting';
import { orderChanged } from './changed';
import { addTransaction, note, paidOrChanged, settleLater, startWindow } from './transactions';

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
  refuseCapture(order, parent, left, amount);
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

function refuseCapture(order: Order, parent: Transaction, left: Bag, amount: Bag): void {
  const refuse = (message: string, field: string): never => {
    throw new Refusal(message, null, ['input', field]);
  };
  if (parent.status !== 'SUCCESS')
    refuse('The authorization is still pending', 'parentTransactionId');
  if (hasPending(order)) refuse('A payment of this order is still pending', 'id');
  if (parent.ended === 'voided') refuse('The authorization was voided', 'parentTransactionId');
  if (parent.ended === 'captured' || !isPositive(left))
    refuse('The authorization was already captured', 'parentTransactionId');
  if (!isPositive(amount)) refuse('Amount must be greater than zero', 'amount');
  if (compare(amount, left) > 0) refuse('Amount exceeds the capturable amount', 'amount');
}

/** One capture per authorization, and the rest goes back to the customer, unless several are allowed. */
function closeAfterCapture(order: Order, captured: Transaction): void {
  const parent = order.transactions.find((t) => t.id === captured.parentId);
  if (!parent) return;
  const all = compare(takenFrom(order, parent), parent.amount) >= 0;
  if (all || !parent.multiCapturable) parent.ended = 'captured';
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
