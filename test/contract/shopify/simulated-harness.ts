import { SCOPES } from '../../../simulator/shop/open-shop';
import type { ShopifyHarness, Trouble } from './harness';
import { onSimulator } from './on-simulator';

const MUTATIONS = {
  hold: 'fulfillmentOrderHold',
  requestCancellation: 'fulfillmentOrderSubmitCancellationRequest',
  refund: 'refundCreate',
  askForPayment: 'paymentTermsCreate',
} as const;

const FAULTS: Readonly<Record<Trouble, string>> = {
  'reply-lost': 'timeoutAfterCommit',
  concurrent: 'concurrent',
};

/** The real adapter against the simulated Shopify. */
export function simulatedHarness(): ShopifyHarness {
  const { port, aShop, anOrder, read, stock, sim, fault } = onSimulator();
  const path = (id: string, call: string) =>
    `/fulfillment-orders/${encodeURIComponent(id)}/${call}`;
  const orderPath = (id: string, call: string) => `/orders/${encodeURIComponent(id)}/${call}`;

  return {
    port,
    read,
    async openShop({ captureMode, plus, paymentTerms, voidedPayable } = {}) {
      const shop = await aShop({
        ...(captureMode && { captureMode }),
        ...(plus && { plan: 'plus' }),
        ...(paymentTerms && { scopes: [...SCOPES, 'write_payment_terms'] }),
        ...(voidedPayable !== undefined && { voidedPayable }),
      });
      await stock(shop, 'CUP', 5);
      return shop;
    },
    checkOut: (shop, { extended, ...wish } = {}) =>
      anOrder(shop, { ...wish, ...(extended && { extendedAuthorization: true }) }),
    async passDays(days) {
      await sim('POST', '/clock', { advance: `P${days}D` });
    },
    async edit(_shop, id, sku, quantity) {
      await sim('POST', orderPath(id, 'edit'), { lines: [{ sku, quantity }] });
    },
    async authorizeMore(_shop, id) {
      await sim('POST', orderPath(id, 'authorize'), {});
    },
    async holdByOther(id) {
      await sim('POST', path(id, 'hold'), { handle: 'theirs' });
    },
    async accept(id) {
      await sim('POST', path(id, 'accept'), {});
    },
    async answerCancellation(id, accepted) {
      await sim('POST', path(id, 'answer-cancellation'), { accept: accepted });
    },
    async trouble(shop, method, what) {
      await fault(shop, MUTATIONS[method], FAULTS[what]);
    },
  };
}
