import { bagOfPresentment, compare, isPositive } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Bag, Order, Shop, Transaction, TransactionStatus } from '../world/types';
import type { World } from '../world/world';
import { newTransactionPayload } from '../webhooks/payloads';
import { capturableOf, hasPending, isLive, takenFrom } from './accounting';
import { orderChanged } from './changed';
import { gatewayOf } from './gateways';
import { addTransaction, note, paidOrChanged, settleLater, startWindow } from './transactions';

const EXPIRED = 'AUTHORIZATION_EXPIRED';
const NO_FINAL_CAPTURE =
  "Setting final capture is not supported for this transaction's payment gateway. Please remove the parameter or set it to null, then try again.";
/** How long a capture of Shopify Payments is pending: seconds, by a guess (probe 6). */
const PENDS_MS = 10_000;

export interface CaptureRequest {
  parentTransactionId: string;
  /** In the currency of the customer; undefined takes all that is left. */
  amount?: string | undefined;
  /** Only for a multi-capturable authorization: true gives back what is left of it. */
  final?: boolean | null | undefined;
  by: Actor;
  outcome?: 'pending' | 'pending-then-fails' | 'refused' | undefined;
  /** What the bank says when it refuses. */
  errorCode?: string | undefined;
}

export function capture(
  world: World,
  shop: Shop,
  order: Order,
  request: CaptureRequest,
): Transaction {
  const parent = parentOf(order, request.parentTransactionId);
  const left = capturableOf(order, parent);
  const amount = amountOf(shop, order, request.amount, left);
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
    throw new Refusal(message, null, null);
  };
  if (isOver(world, parent)) fail(EXPIRED, 'The authorization has expired');
  refuseWhatWaits(order, request.by);
  refuseCapture(parent, left, amount, request.final ?? null);
  if (request.outcome === 'refused' || isDeclined(order))
    fail(
      request.errorCode ?? 'CARD_DECLINED',
      request.errorCode === EXPIRED ? 'The authorization has expired' : 'The payment was declined',
    );
  const pends = request.outcome !== undefined || pendsFirst(shop, parent);
  const transaction = addTransaction(world, shop, order, {
    kind: 'CAPTURE',
    status: pends ? 'PENDING' : 'SUCCESS',
    amount,
    gateway: parent.gateway,
    parentId: parent.id,
    by: request.by,
    ledgerKind: 'capture',
    detail: { authorized: parent.amount.presentment, final: request.final ?? false },
  });
  if (request.final) parent.multiCapturable = false;
  if (!pends) {
    closeAfterCapture(order, transaction);
    paidOrChanged(world, shop, order);
    return transaction;
  }
  const fails = request.outcome === 'pending-then-fails';
  settleLater(world, shop, order, transaction, {
    status: fails ? 'FAILURE' : 'SUCCESS',
    errorCode: fails ? 'CARD_DECLINED' : null,
    afterMs: request.outcome === undefined ? PENDS_MS : undefined,
  });
  orderChanged(world, shop, order);
  return transaction;
}

/** Its provider has given the money back, whether or not the shop shows that already. */
const isOver = (world: World, { ended, expiresAt }: Transaction): boolean =>
  ended === 'expired' ||
  (ended === null && expiresAt !== null && Date.parse(expiresAt) <= world.clock.now().getTime());

/** One of the captures that the customer's bank was told to decline, whoever makes it. */
function isDeclined(order: Order): boolean {
  const left = order.declines ?? 0;
  if (left > 0) order.declines = left - 1;
  return left > 0;
}

/** Captures of Shopify Payments go through PENDING; other providers answer at once. */
const pendsFirst = (shop: Shop, parent: Transaction): boolean =>
  shop.switches.capturesPend && parent.gateway === 'shopify_payments';

function parentOf(order: Order, id: string): Transaction {
  const parent = order.transactions.find((t) => t.id === id);
  if (!parent) throw new Refusal('Unable to find parent transaction', null, null, 404);
  if (parent.kind !== 'AUTHORIZATION')
    throw new Refusal('Parent transaction should be a successful authorization');
  return parent;
}

/** The shop's side of a capture follows the rate of the day, where one is set, and not the order's. */
function amountOf(shop: Shop, order: Order, wish: string | undefined, left: Bag): Bag {
  const today = shop.ratesToday[order.presentmentCurrency];
  if (today !== undefined)
    return bagOfPresentment(wish ?? left.presentment, { ...order, rate: today });
  return wish === undefined ? left : bagOfPresentment(wish, order, left);
}

/** Shopify's own capture after a fulfillment doesn't wait for its last one; whoever else asks has to. */
function refuseWhatWaits(order: Order, by: Actor): void {
  if (by !== 'shopify' && hasPending(order))
    throw new Refusal('A payment of this order is still pending');
}

function refuseCapture(parent: Transaction, left: Bag, amount: Bag, final: boolean | null): void {
  const refuse = (message: string): never => {
    throw new Refusal(message);
  };
  if (!isLive(parent) || !isPositive(left)) refuse('Can only capture successful authorizations');
  if (!isPositive(amount)) refuse('Amount must be greater than zero for capture transactions');
  if (compare(amount, left) > 0)
    refuse(`Cannot capture more than the authorized ${left.presentment} for this payment.`);
  if (compare(amount, left) < 0 && gatewayOf(parent.gateway).fullCaptureOnly)
    refuse('This payment can only be captured in full');
  if (final !== null && !parent.multiCapturable) refuse(NO_FINAL_CAPTURE);
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
    t.kind === 'CAPTURE' ? askedBy(world, t) : 'shopify',
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

/** A capture that settles is still the act of whoever asked for it. */
const askedBy = (world: World, t: Transaction): Actor =>
  world.ledger.rows.findLast(({ detail }) => detail.transactionId === t.id)?.by ?? 'shopify';
