import { OutcomeUnclear } from '../../errors';
import type { EffectResult, Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { ASK_FOR_PAYMENT, PREPARE_PAYMENT_TERMS } from './operations/payment-terms';
import { refused } from './refusals';

const WHAT = 'Shopify did not make the order payable';
const SCOPE = 'write_payment_terms';

const cannot = (reason: string, code: string): EffectResult => ({
  outcome: 'refused',
  reason,
  code,
});

/**
 * Payment terms that are due on receipt make an order payable whose authorization is gone. Terms that are there already
 * are what was wanted: an order has one set, so a second try after a lost reply asks nobody twice.
 */
export function createPaymentTerms(client: AdminClient): Pick<Shopify, 'askForPayment'> {
  return {
    async askForPayment(shop, { orderId: id, at }) {
      const now = await client.request(shop, PREPARE_PAYMENT_TERMS, { id });
      if (!now.currentAppInstallation.accessScopes.some(({ handle }) => handle === SCOPE))
        return cannot(
          'Holdfast may not ask for payment in this shop. Allow payment terms in its settings, or send the invoice from the order.',
          'NO_SCOPE',
        );
      if (!now.order) return refused(WHAT, [{ code: 'NOT_FOUND', message: 'No such order.' }]);
      if (now.order.paymentTerms) return { outcome: 'done', reference: now.order.paymentTerms.id };
      const [template] = now.paymentTermsTemplates;
      if (!template)
        return cannot(
          'Shopify offers no payment on receipt for this shop. Send the invoice from the order.',
          'NO_TEMPLATE',
        );
      const { paymentTermsCreate: payload } = await client.request(shop, ASK_FOR_PAYMENT, {
        id,
        terms: {
          paymentTermsTemplateId: template.id,
          paymentSchedules: [{ issuedAt: at.toISOString() }],
        },
      });
      if (!payload) throw new OutcomeUnclear('Shopify did not say what became of the terms');
      if (payload.userErrors.length > 0) return refused(WHAT, payload.userErrors);
      return { outcome: 'done', reference: payload.paymentTerms?.id ?? null };
    },
  };
}
