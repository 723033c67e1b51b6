import { type Money, money } from '../../../app/domain/money';
import type { Bag, Order } from '../../../simulator/world/types';

/* The simulator's amounts and instants in the app's own shape. */

export const cash = (bag: Bag, order: Pick<Order, 'presentmentCurrency'>): Money =>
  money(bag.presentment, order.presentmentCurrency);

export const instant = (text: string): Date => new Date(text);

export const instantOrNull = (text: string | null): Date | null =>
  text === null ? null : instant(text);
