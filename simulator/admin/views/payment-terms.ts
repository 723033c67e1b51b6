import { TEMPLATES, type Template } from '../../shop/payment-terms';
import type { PaymentTerms } from '../../world/types';
import { connection } from '../connection';
import type { Args, View } from '../context';

export const termsView = (terms: PaymentTerms, now: Date): View => {
  const due = terms.dueAt !== null && Date.parse(terms.dueAt) <= now.getTime();
  return {
    __typename: 'PaymentTerms',
    id: terms.id,
    due,
    overdue: due && terms.type !== 'RECEIPT',
    dueInDays: terms.dueInDays,
    paymentTermsName: terms.name,
    paymentTermsType: terms.type,
    translatedName: terms.name,
    draftOrder: null,
    paymentSchedules: connection('PaymentSchedule', [], () => null),
  };
};

const templateView = (template: Template): View => ({
  __typename: 'PaymentTermsTemplate',
  id: template.id,
  name: template.name,
  description: template.name,
  translatedName: template.name,
  dueInDays: template.dueInDays,
  paymentTermsType: template.type,
});

export const templateViews = ({ paymentTermsType }: Args): View[] =>
  TEMPLATES.filter(
    ({ type }) =>
      paymentTermsType === undefined || paymentTermsType === null || type === paymentTermsType,
  ).map(templateView);
