import { OutcomeUnclear, Throttled, Unreachable } from '../../errors';
import type { EffectResult, Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { parseCurrency } from './currency';
import type { CaptureOrderMutation } from './generated/admin';
import { cancellationRefused, cancellationResult, CancelJob } from './cancellation';
import { CANCEL, CAPTURE, READ_CANCELLATION, VOID } from './operations/money';
import { refused, type UserError } from './refusals';

type Payment = NonNullable<NonNullable<CaptureOrderMutation['orderCapture']>['transaction']>;

/** Longest note that `orderCancel` takes for the staff. */
const STAFF_NOTE = 255;

/** "Cancellation is already in progress": the job of an earlier call still runs (recorded reply of a real store). */
const UNDER_WAY = /cancellation is already in progress/i;

/** What became of a transaction. A capture may be pending first and succeed or fail later (changelog, April 2026). */
function ofPayment(
  what: string,
  payment: Payment | null,
  errors: readonly UserError[],
): EffectResult {
  if (errors.length > 0) return refused(what, errors);
  switch (payment?.status) {
    case 'SUCCESS':
      return { outcome: 'done', reference: payment.id };
    case 'PENDING':
    case 'AWAITING_RESPONSE':
      return { outcome: 'pending', reference: payment.id };
    case 'FAILURE':
    case 'ERROR':
      return refused(what, [{ code: payment.errorCode, message: 'The payment provider said no.' }]);
    case 'UNKNOWN':
    case undefined:
      throw new OutcomeUnclear('Shopify did not say what became of the payment');
  }
}

export function createMoney(
  client: AdminClient,
  options: { pollMs?: readonly number[] } = {},
): Pick<Shopify, 'capture' | 'void' | 'cancelOrder'> {
  /** Most cancellations end within a second; the others are looked up in the order later. */
  const pollMs = options.pollMs ?? [300, 700];

  async function followJob(
    shop: Parameters<Shopify['void']>[0],
    started: CancelJob,
  ): Promise<CancelJob> {
    let job = started;
    for (const ms of pollMs) {
      if (job.done) break;
      await new Promise((resolve) => setTimeout(resolve, ms));
      try {
        const { node } = await client.request(shop, READ_CANCELLATION, { id: job.id });
        job = CancelJob.safeParse(node).data ?? job;
      } catch (error) {
        // The cancellation was accepted; a failed look at it must not make it look like anything else.
        if (error instanceof Unreachable || error instanceof Throttled) break;
        throw error;
      }
    }
    return job;
  }

  return {
    async capture(shop, { orderId, authorizationId, amount, final }) {
      const input = {
        id: orderId,
        parentTransactionId: authorizationId,
        amount: amount.amount,
        currency: parseCurrency(amount.currencyCode),
        ...(final === null ? {} : { finalCapture: final }),
      };
      const { orderCapture: payload } = await client.request(shop, CAPTURE, { input });
      return ofPayment(
        'Shopify did not capture the payment',
        payload?.transaction ?? null,
        payload?.userErrors ?? [],
      );
    },

    async void(shop, { authorizationId }) {
      const { transactionVoid: payload } = await client.request(shop, VOID, {
        id: authorizationId,
      });
      return ofPayment(
        'Shopify did not release the payment',
        payload?.transaction ?? null,
        payload?.userErrors ?? [],
      );
    },

    async cancelOrder(shop, { orderId, reason, restock, note }) {
      const variables = { id: orderId, reason, restock, note: note.slice(0, STAFF_NOTE) };
      const { orderCancel: payload } = await client.request(shop, CANCEL, variables);
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the cancellation');
      const { orderCancelUserErrors: errors, job, jobResult } = payload;
      if (errors.some(({ message }) => UNDER_WAY.test(message)))
        return { outcome: 'pending', reference: null };
      if (errors.length > 0) return cancellationRefused(errors);
      if (!jobResult) return { outcome: 'pending', reference: job?.id ?? null };
      return cancellationResult(await followJob(shop, jobResult));
    },
  };
}
