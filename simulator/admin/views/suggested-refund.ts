import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { suggestRefund, type Suggestion } from '../../shop/suggest-refund';
import { ZERO } from '../../world/money';
import { Refusal } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Args, Context, View } from '../context';
import { money, moneyBag } from './basics';
import { transactionView } from './transaction';

const wish = z.object({
  refundLineItems: z.array(z.object({ lineItemId: z.string(), quantity: z.number() })).nullish(),
  refundShipping: z.boolean().nullish(),
  shippingAmount: z.union([z.string(), z.number()]).nullish(),
  suggestFullRefund: z.boolean().nullish(),
});

function suggest({ shop }: Context, order: Order, args: Args): Suggestion {
  const { refundLineItems, refundShipping, shippingAmount, suggestFullRefund } = wish.parse(args);
  try {
    return suggestRefund(shop, order, {
      lines: refundLineItems ?? [],
      everything: suggestFullRefund ?? false,
      shipping:
        shippingAmount !== undefined && shippingAmount !== null
          ? String(shippingAmount)
          : refundShipping === true
            ? 'all'
            : null,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST' } });
  }
}

export function suggestedRefundView(ctx: Context, order: Order, args: Args): View {
  const suggestion = suggest(ctx, order, args);
  const bag = (value: Suggestion['amount']): View => moneyBag(value, order);
  return {
    __typename: 'SuggestedRefund',
    amount: suggestion.amount.shop,
    amountSet: bag(suggestion.amount),
    maximumRefundable: suggestion.most.shop,
    maximumRefundableSet: bag(suggestion.most),
    subtotal: suggestion.subtotal.shop,
    subtotalSet: bag(suggestion.subtotal),
    discountedSubtotalSet: bag(suggestion.subtotal),
    totalTaxes: suggestion.tax.shop,
    totalTaxSet: bag(suggestion.tax),
    totalCartDiscountAmountSet: bag(ZERO),
    totalDutiesSet: bag(ZERO),
    refundDuties: [],
    refundLineItems: [],
    suggestedRefundMethods: [],
    shipping: {
      __typename: 'ShippingRefund',
      amount: suggestion.shipping.shop,
      amountSet: bag(suggestion.shipping),
      maximumRefundable: suggestion.shippingLeft.shop,
      maximumRefundableSet: bag(suggestion.shippingLeft),
      tax: '0.0',
      taxSet: bag(ZERO),
    },
    suggestedTransactions: suggestion.parts.map(({ payment, amount, most }) => ({
      __typename: 'SuggestedOrderTransaction',
      kind: 'SUGGESTED_REFUND',
      gateway: payment.gateway,
      formattedGateway: payment.gateway.replaceAll('_', ' '),
      accountNumber: null,
      amount: amount.shop,
      amountSet: bag(amount),
      maximumRefundable: money(most.shop, order.currency).amount,
      maximumRefundableSet: bag(most),
      paymentDetails: null,
      parentTransaction: () => transactionView(ctx, order, payment),
    })),
  };
}
