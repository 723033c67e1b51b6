import type {
  AskForPaymentMutation,
  AskForPaymentMutationVariables,
  PreparePaymentTermsQuery,
  PreparePaymentTermsQueryVariables,
} from '../generated/admin';
import { change, read } from './operation';

/** What is needed to know before terms can be made: the scope, the template, and whether there are terms already. */
export const PREPARE_PAYMENT_TERMS = read<
  PreparePaymentTermsQuery,
  PreparePaymentTermsQueryVariables
>(
  `#graphql
  query PreparePaymentTerms($id: ID!) {
    order(id: $id) {
      paymentTerms {
        id
      }
    }
    paymentTermsTemplates(paymentTermsType: RECEIPT) {
      id
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }`,
  ['order.paymentTerms'],
);

export const ASK_FOR_PAYMENT = change<
  AskForPaymentMutation,
  AskForPaymentMutationVariables
>(`#graphql
  mutation AskForPayment($id: ID!, $terms: PaymentTermsCreateInput!) {
    paymentTermsCreate(referenceId: $id, paymentTermsAttributes: $terms) {
      paymentTerms {
        id
      }
      userErrors {
        code
        message
      }
    }
  }`);
