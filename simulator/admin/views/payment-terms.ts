import { accounts } from '../../shop/accounting';
import { TEMPLATES, type Template } from '../../shop/payment-terms';
import type { Order, PaymentTerms } from '../../world/types';
import { connection } from '../connection';
import type { Args, Context, View } from '../context';
import { money } from './basics';
import { orderView } from './order';

/** A date as Shopify writes it, without milliseconds. */
const written = (iso: string | null): string | null => iso && iso.replace(/\.000Z$/, 'Z');

export function termsView(ctx: Context, order: Order, terms: PaymentTerms): View {
  const { dueAt } = terms;
  const due = dueAt !== null && Date.parse(dueAt) <= ctx.world.clock.now().getTime();
  return {
    __typename: 'PaymentTerms',
    id: terms.id,
    due,
    overdue: due,
    dueInDays: terms.dueInDays,
    paymentTermsName: terms.name,
    paymentTermsType: terms.type,
    translatedName: terms.name,
    draftOrder: null,
    order: () => orderView(ctx, order),
    paymentSchedules: connection('PaymentSchedule', dueAt === null ? [] : [terms], () =>
      scheduleView(ctx, order, terms, due),
    ),
  };
}

/** Terms on an event (receipt, fulfillment) have no schedule; the others have one, for all that is owed. */
function scheduleView(ctx: Context, order: Order, terms: PaymentTerms, due: boolean): View {
  const { currentTotal, outstanding } = accounts(order, ctx.shop);
  const total = money(currentTotal.presentment, order.presentmentCurrency);
  const owed = money(outstanding.presentment, order.presentmentCurrency);
  return {
    __typename: 'PaymentSchedule',
    id: terms.id.replace('/PaymentTerms/', '/PaymentSchedule/'),
    issuedAt: written(terms.issuedAt),
    dueAt: written(terms.dueAt),
    completedAt: null,
    due,
    amount: total,
    balanceDue: owed,
    totalBalance: owed,
  };
}

const templateView = (template: Template): View => ({
  __typename: 'PaymentTermsTemplate',
  id: template.id,
  name: template.name,
  description: template.description,
  translatedName: template.name,
  dueInDays: template.dueInDays,
  paymentTermsType: template.type,
});

export const templateViews = ({ paymentTermsType }: Args): View[] =>
  TEMPLATES.filter(
    ({ type }) =>
      paymentTermsType === undefined || paymentTermsType === null || type === paymentTermsType,
  ).map(templateView);
