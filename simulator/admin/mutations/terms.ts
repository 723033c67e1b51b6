import { z } from 'zod';
import { makeTerms, noSuchOrder } from '../../shop/payment-terms';
import type { Args, Context } from '../context';
import { termsView } from '../views/payment-terms';
import { visibleOrder } from '../queries';
import { answer } from './payload';

const termsInput = z.object({
  paymentTermsTemplateId: z.string(),
  paymentSchedules: z
    .array(z.object({ issuedAt: z.string().nullish(), dueAt: z.string().nullish() }))
    .nullish(),
});

export const termsMutations = (ctx: Context): Record<string, (args: Args) => unknown> => ({
  paymentTermsCreate: (args) =>
    answer('PaymentTermsCreatePayload', () => {
      const order = visibleOrder(ctx, args.referenceId);
      if (!order) throw noSuchOrder(String(args.referenceId));
      const input = termsInput.parse(args.paymentTermsAttributes);
      const schedule = input.paymentSchedules?.[0];
      const terms = makeTerms(ctx.world, ctx.shop, order, {
        templateId: input.paymentTermsTemplateId,
        issuedAt: schedule?.issuedAt ?? null,
        dueAt: schedule?.dueAt ?? null,
        by: 'app',
      });
      return { paymentTerms: termsView(ctx, order, terms) };
    }),
});
