import {
  cancellationRefused,
  cancellationResult,
} from '../../../app/adapters/shopify/cancellation';
import { refused } from '../../../app/adapters/shopify/refusals';
import { OrderId } from '../../../app/domain/ids';
import type { EffectResult, Shopify } from '../../../app/ports';
import { endCancel, startCancel } from '../../../simulator/shop/cancel';
import { capture } from '../../../simulator/shop/capture';
import { voidAuthorization } from '../../../simulator/shop/end-authorization';
import { makeTerms, TEMPLATES } from '../../../simulator/shop/payment-terms';
import { Refusal } from '../../../simulator/world/refusal';
import type { Actor, Order, Transaction } from '../../../simulator/world/types';
import type { Attempt } from './attempt';
import type { Opened } from './open';
import { answered } from './refusals';

type MoneyChanges = Pick<Shopify, 'capture' | 'void' | 'cancelOrder' | 'askForPayment'>;

/** An order that the app may see, or Shopify's refusal. */
export function visibleOrder({ world, shop }: Opened, id: string): Order {
  const order = world.order(shop, id);
  if (order === undefined || !world.visible(shop, order))
    throw new Refusal('Order does not exist', 'NOT_FOUND', ['id'], 404);
  return order;
}

export const ofPayment = ({ id, status }: Transaction): EffectResult =>
  status === 'PENDING' ? { outcome: 'pending', reference: id } : { outcome: 'done', reference: id };

/** Cancelling runs as a job; who asked for it stays until it has ended. */
export function cancel(
  { world, shop }: Opened,
  order: Order,
  {
    reason,
    restock,
    by,
  }: { readonly reason: string; readonly restock: boolean; readonly by: Actor },
): EffectResult {
  const request = { reason, restock, refund: true, notify: false, by };
  const job = startCancel(world, shop, order, request, true);
  endCancel(world, shop, job);
  return cancellationResult(job);
}

/** What the app may change about an order's money, as its adapter does it. */
export function createMoneyChanges(opened: Opened, attempt: Attempt): MoneyChanges {
  const { world, shop } = opened;
  return {
    capture: (_shop, { orderId, authorizationId, amount, final }) =>
      attempt('capture', { order: orderId, effect: 'capture', target: authorizationId }, () =>
        answered('Shopify did not capture the payment', () =>
          ofPayment(
            capture(world, shop, visibleOrder(opened, orderId), {
              parentTransactionId: authorizationId,
              amount: amount.amount,
              final: final ?? undefined,
              by: 'app',
            }),
          ),
        ),
      ),
    async void(_shop, { authorizationId: id }) {
      const what = 'Shopify did not release the payment';
      const order = shop.orders.find((each) => each.transactions.some((t) => t.id === id));
      if (order === undefined || !world.visible(shop, order))
        return refused(what, [{ code: 'TRANSACTION_NOT_FOUND', message: 'It does not exist' }]);
      const wanted = { order: OrderId.parse(order.id), effect: 'void', target: id } as const;
      return attempt('void', wanted, () =>
        answered(what, () => ofPayment(voidAuthorization(world, shop, order, id, 'app'))),
      );
    },
    cancelOrder: (_shop, { orderId, reason, restock }) =>
      attempt('cancelOrder', { order: orderId, effect: 'cancel-order', target: orderId }, () =>
        answered(cancellationRefused, () =>
          cancel(opened, visibleOrder(opened, orderId), { reason, restock, by: 'app' }),
        ),
      ),
    askForPayment: (_shop, { orderId, at }) => {
      const wanted = { order: orderId, effect: 'ask-for-payment', target: orderId } as const;
      return attempt('askForPayment', wanted, () =>
        answered('Shopify did not make the order payable', () =>
          askForPayment(opened, orderId, at),
        ),
      );
    },
  };
}

function askForPayment(opened: Opened, id: OrderId, at: Date): EffectResult {
  const { world, shop } = opened;
  if (!shop.scopes.includes('write_payment_terms'))
    return {
      outcome: 'refused',
      reason: 'Holdfast may not ask for payment in this shop. Allow payment terms in its settings.',
      code: 'NO_SCOPE',
    };
  const order = visibleOrder(opened, id);
  if (order.paymentTerms !== null) return { outcome: 'done', reference: order.paymentTerms.id };
  const terms = makeTerms(world, shop, order, {
    templateId: TEMPLATES.find(({ type }) => type === 'RECEIPT')?.id ?? '',
    issuedAt: at.toISOString(),
    dueAt: null,
    by: 'app',
  });
  return { outcome: 'done', reference: terms.id };
}
