import { isPositive, subtract } from '../world/money';
import { Refusal } from '../world/refusal';
import type { Actor, Order, PaymentTerms, Shop, TermsType } from '../world/types';
import type { World } from '../world/world';
import { accounts } from './accounting';
import { orderChanged } from './changed';

const DAY = 86_400_000;

export interface Template {
  readonly id: string;
  readonly type: TermsType;
  readonly name: string;
  readonly dueInDays: number | null;
}

const template = (
  n: number,
  type: TermsType,
  name: string,
  dueInDays: number | null,
): Template => ({
  id: `gid://shopify/PaymentTermsTemplate/${n}`,
  type,
  name,
  dueInDays,
});

/** The same for every shop. */
export const TEMPLATES: readonly Template[] = [
  template(1, 'RECEIPT', 'Due on receipt', null),
  template(9, 'FULFILLMENT', 'Due on fulfillment', null),
  template(2, 'NET', 'Net 7', 7),
  template(4, 'NET', 'Net 30', 30),
  template(7, 'FIXED', 'Fixed', null),
];

export interface TermsWish {
  readonly templateId: string;
  readonly issuedAt: string | null;
  readonly dueAt: string | null;
  readonly by: Actor;
}

const refuse = (message: string): never => {
  throw new Refusal(message, 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL', ['paymentTermsAttributes']);
};

function dueOf(chosen: Template, wish: TermsWish, now: string): string | null {
  switch (chosen.type) {
    case 'RECEIPT':
      return wish.issuedAt ?? now;
    case 'FULFILLMENT':
      return null;
    case 'FIXED':
      return wish.dueAt ?? refuse('A fixed payment term needs a due date');
    case 'NET':
      return wish.issuedAt === null
        ? refuse('A net payment term needs an issue date')
        : new Date(Date.parse(wish.issuedAt) + (chosen.dueInDays ?? 0) * DAY).toISOString();
  }
}

/** An order has one set of terms, and none for what is paid, cancelled or covered by an authorization. */
export function makeTerms(world: World, shop: Shop, order: Order, wish: TermsWish): PaymentTerms {
  const chosen =
    TEMPLATES.find(({ id }) => id === wish.templateId) ?? refuse('No such payment terms template');
  if (order.cancelledAt !== null) refuse('The order was cancelled');
  if (order.paymentTerms !== null) refuse('The order already has payment terms');
  const { net, currentTotal, capturable } = accounts(order, shop);
  if (isPositive(capturable)) refuse('The payment of the order is authorized');
  if (!isPositive(subtract(currentTotal, net))) refuse('Nothing is outstanding');
  const terms: PaymentTerms = {
    id: world.id('PaymentTerms'),
    type: chosen.type,
    name: chosen.name,
    dueInDays: chosen.dueInDays,
    issuedAt: wish.issuedAt,
    dueAt: dueOf(chosen, wish, world.clock.iso()),
  };
  order.paymentTerms = terms;
  world.ledger.append({
    shop: shop.domain,
    kind: 'terms',
    by: wish.by,
    orderId: order.id,
    target: order.name,
    detail: { ...terms },
  });
  orderChanged(world, shop, order);
  return terms;
}
