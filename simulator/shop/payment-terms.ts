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
  readonly description: string;
  readonly dueInDays: number | null;
}

const template = (
  n: number,
  type: TermsType,
  name: string,
  description: string,
  dueInDays: number | null = null,
): Template => ({
  id: `gid://shopify/PaymentTermsTemplate/${n}`,
  type,
  name,
  description,
  dueInDays,
});

const net = (n: number, days: number): Template =>
  template(n, 'NET', `Net ${days}`, `Within ${days} days`, days);

/** The same for every shop, in the order that Shopify lists them. */
export const TEMPLATES: readonly Template[] = [
  template(1, 'RECEIPT', 'Due on receipt', 'Due on receipt'),
  template(9, 'FULFILLMENT', 'Due on fulfillment', 'Due on fulfillment'),
  net(2, 7),
  net(3, 15),
  net(4, 30),
  net(8, 45),
  net(5, 60),
  net(6, 90),
  template(7, 'FIXED', 'Fixed', 'Fixed date'),
];

export interface TermsWish {
  readonly templateId: string;
  readonly issuedAt: string | null;
  readonly dueAt: string | null;
  readonly by: Actor;
}

const CODE = 'PAYMENT_TERMS_CREATION_UNSUCCESSFUL';
const refuse = (message: string): never => {
  throw new Refusal(message, CODE);
};

export const noSuchOrder = (id: string): Refusal =>
  new Refusal(
    `Cannot find the specific Order with id ${id.slice(id.lastIndexOf('/') + 1)}.`,
    CODE,
    null,
    404,
  );

const NO_DATE = 'A due date is required with fixed or net payment terms.';

function dueOf(chosen: Template, wish: TermsWish): string | null {
  switch (chosen.type) {
    case 'RECEIPT':
    case 'FULFILLMENT':
      return wish.dueAt === null
        ? null
        : refuse('A due date cannot be set with event payment terms.');
    case 'FIXED':
      return wish.dueAt ?? refuse(NO_DATE);
    case 'NET':
      return wish.issuedAt === null
        ? refuse(NO_DATE)
        : new Date(Date.parse(wish.issuedAt) + (chosen.dueInDays ?? 0) * DAY).toISOString();
  }
}

/**
 * An order has one set of terms. A store took them for a cancelled order that was never paid; only what has been paid in
 * full was refused, and what is authorized counts as paid here, since nothing is outstanding (the switch says otherwise).
 */
function refusePaid(shop: Shop, order: Order): void {
  const { net: paid, currentTotal, capturable } = accounts(order, shop);
  const owed = isPositive(subtract(currentTotal, paid));
  const covered = isPositive(capturable) && !shop.switches.authorizedTakesTerms;
  if ((!owed || covered) && order.cancelledAt === null)
    refuse('Cannot create payment terms on an Order that has already been paid in full.');
}

export function makeTerms(world: World, shop: Shop, order: Order, wish: TermsWish): PaymentTerms {
  const chosen =
    TEMPLATES.find(({ id }) => id === wish.templateId) ??
    refuse('Could not find payment terms template.');
  if (order.paymentTerms !== null) refuse('The order already has payment terms');
  refusePaid(shop, order);
  const terms: PaymentTerms = {
    id: world.id('PaymentTerms'),
    type: chosen.type,
    name: chosen.name,
    dueInDays: chosen.dueInDays,
    issuedAt: wish.issuedAt,
    dueAt: dueOf(chosen, wish),
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

/** A person takes the payment terms off the order. */
export function endTerms(world: World, shop: Shop, order: Order): void {
  order.paymentTerms = null;
  orderChanged(world, shop, order);
}
