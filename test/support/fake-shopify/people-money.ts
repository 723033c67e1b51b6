import type { LineId, OrderId } from '../../../app/domain/ids';
import type { Money } from '../../../app/domain/money';
import type { EffectResult } from '../../../app/ports';
import { expiryOf, isUnended } from './authorizations';
import { capture, voidAuthorization } from './capture';
import { takeOff, takeOffLineAlone } from './edits';
import { type LinkPayment, markAsPaid, payByLink, paymentUrlOf } from './pay-later';
import { settle } from './pending';
import { giveBack, spread, suggestRefund } from './refund';
import {
  type FakeOrder,
  type FakeTransaction,
  lookHint,
  orderOf,
  refused,
  type World,
} from './state';
import { addTransaction, takenOf } from './transactions';

/** What customers and merchants do with money. `merchant` is any person in the shop, another app, or Flow. */
export function createMoneyControls(world: World) {
  const order = (id: OrderId): FakeOrder => orderOf(world, id);
  /** The first that is still good, or else the first: a person may try what can't be done. */
  const authorization = (id: OrderId): FakeTransaction | undefined => {
    const all = order(id).transactions.filter((t) => t.kind === 'authorization');
    return all.find((t) => isUnended(order(id), t)) ?? all[0];
  };
  return {
    captureByMerchant: (id: OrderId, amount: Money, final = true): EffectResult => {
      const of = authorization(id)?.id;
      return of === undefined
        ? refused('There is no authorization')
        : capture(world, order(id), { authorization: of, amount, final, by: 'merchant' });
    },
    /** The same, and the provider takes its time over it. */
    captureSlowly: (id: OrderId, amount: Money): void => {
      const of = authorization(id);
      if (of === undefined) return;
      const { gateway, id: parentId } = of;
      const capture = { kind: 'capture', status: 'pending', amount, gateway, parentId } as const;
      addTransaction(world, order(id), capture);
      lookHint(world, order(id));
    },
    voidByMerchant: (id: OrderId): void => {
      const of = authorization(id)?.id;
      if (of !== undefined) voidAuthorization(world, order(id), of, 'merchant');
    },
    /** The amount alone: no units leave the order with it. */
    refundByMerchant: (id: OrderId, amount: Money): void =>
      giveBack(world, order(id), spread(order(id), amount), 'merchant'),
    /** Units are taken off and restocked, and Shopify's own suggestion is given back for them. */
    refundUnitsByMerchant: (id: OrderId, lineId: LineId, quantity: number): boolean => {
      const payments = suggestRefund(order(id), [{ lineId, quantity }]);
      if (!takeOff(world, order(id), lineId, quantity, 'merchant')) return false;
      giveBack(world, order(id), payments, 'merchant');
      return true;
    },
    /** The same without restocking, which leaves the units to be fulfilled. */
    refundWithoutRestock: (id: OrderId, lineId: LineId, quantity: number): void => {
      const payments = suggestRefund(order(id), [{ lineId, quantity }]);
      takeOffLineAlone(world, order(id), lineId, quantity);
      giveBack(world, order(id), payments, 'merchant');
    },
    paymentUrl: (id: OrderId): string | null => paymentUrlOf(world, order(id)),
    payByLink: (id: OrderId, as: LinkPayment = 'sale'): boolean => payByLink(world, order(id), as),
    /** A person takes the payment terms off the order. */
    endTerms: (id: OrderId): void => {
      order(id).hasTerms = false;
      lookHint(world, order(id));
    },
    markAsPaid: (id: OrderId): boolean => markAsPaid(world, order(id)),
    /** The provider decides on whatever is pending. */
    settlePayments: (id: OrderId, status: 'success' | 'failure'): void => {
      for (const { id: payment } of [...order(id).transactions])
        settle(world, order(id), payment, status);
    },
    /** So many captures that come next fail at the customer's bank, whoever makes them. */
    decline: (id: OrderId, captures = 1): void => {
      order(id).declines = captures;
    },
    takenOf: (id: OrderId): Money => takenOf(order(id)),
    /** Shopify shows the order as expired, or as it is again: its provider keeps the authorization all the while. */
    showsExpired: (id: OrderId, expired: boolean): void => {
      order(id).showsExpired = expired;
      const ended = order(id).transactions.filter((t) => isUnended(order(id), t));
      for (const { id: authorization } of expired ? ended : [])
        world.log({ kind: 'lapsed', at: world.now(), order: id, authorization });
      lookHint(world, order(id));
    },
    expiryOf,
  };
}
