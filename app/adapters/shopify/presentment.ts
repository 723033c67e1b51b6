import { Money, money } from '../../domain/money';

export interface Bag {
  readonly presentmentMoney: { readonly amount: string; readonly currencyCode: string };
}

/** What the customer saw and pays: presentment, brought to the currency's own number of digits. */
export function readMoney(bag: Bag): Money {
  const { amount, currencyCode } = Money.parse(bag.presentmentMoney);
  return money(amount, currencyCode);
}
