import type { LineId, OrderId } from '../../../app/domain/ids';
import { type Money, isPositive as isMore } from '../../../app/domain/money';
import type { EffectResult } from '../../../app/ports';
import { refused } from '../../../app/adapters/shopify/refusals';
import { isLive } from '../../../simulator/shop/accounting';
import { authorizeMore } from '../../../simulator/shop/authorize-more';
import { capture, settle } from '../../../simulator/shop/capture';
import { orderChanged } from '../../../simulator/shop/changed';
import { lapse, voidAuthorization } from '../../../simulator/shop/end-authorization';
import { markAsPaid } from '../../../simulator/shop/mark-as-paid';
import { payOutstanding, paymentUrl } from '../../../simulator/shop/pay-link';
import { endTerms } from '../../../simulator/shop/payment-terms';
import { addTransaction } from '../../../simulator/shop/transactions';
import { bagOfPresentment } from '../../../simulator/world/money';
import type { Order, Transaction } from '../../../simulator/world/types';
import type { Opened } from './open';
import { ofPayment } from './port-money';
import type { PlacedPayment } from './placed-order';
import type { Records } from './records';
import { giveBack, giveBackUnits } from './refunds-by-hand';
import { allowed, answered } from './refusals';
import { SHOPIFY_PAYMENTS } from './setup';

/** How the customer's payment goes: taken at once, only authorized, or pending at its provider. */
export type LinkPayment = 'sale' | 'authorization' | 'pending';

/** The first that is still good, or else the first: a person may try what can't be done. */
const authorizationOf = ({ transactions }: Order): Transaction | undefined =>
  transactions.find(isLive) ?? transactions.find(({ kind }) => kind === 'AUTHORIZATION');

/** What customers and merchants do with money. `merchant` is any person in the shop, another app, or Flow. */
export function createMoneyControls(opened: Opened, { record, order }: Records) {
  const { world, shop } = opened;
  return {
    captureByMerchant: (id: OrderId, amount: Money, final = true): EffectResult => {
      const of = authorizationOf(record(id));
      if (of === undefined) return refused('There is no authorization', []);
      return answered('Shopify did not capture the payment', () =>
        ofPayment(
          capture(world, shop, record(id), {
            parentTransactionId: of.id,
            amount: amount.amount,
            final: final && of.multiCapturable ? true : undefined,
            by: 'merchant',
          }),
        ),
      );
    },
    /** The same, and the provider takes its time over it. */
    captureSlowly: (id: OrderId, amount: Money): void => {
      const of = authorizationOf(record(id));
      if (of === undefined) return;
      addTransaction(world, shop, record(id), {
        kind: 'CAPTURE',
        status: 'PENDING',
        amount: bagOfPresentment(amount.amount, record(id), of.amount),
        gateway: of.gateway,
        parentId: of.id,
        by: 'merchant',
        ledgerKind: 'capture',
      });
      orderChanged(world, shop, record(id));
    },
    voidByMerchant: (id: OrderId): void => {
      const of = authorizationOf(record(id));
      if (of) allowed(() => void voidAuthorization(world, shop, record(id), of.id, 'merchant'));
    },
    /** The amount alone: no units leave the order with it. */
    refundByMerchant: (id: OrderId, amount: Money): void =>
      void (isMore(amount) && allowed(() => giveBack(opened, record(id), amount))),
    /** Units are taken off and restocked, and Shopify's own suggestion is given back for them. */
    refundUnitsByMerchant: (id: OrderId, lineId: LineId, quantity: number): boolean =>
      allowed(() => giveBackUnits(opened, record(id), { lineId, quantity })),
    /** The same without restocking, which leaves the units to be fulfilled. */
    refundWithoutRestock: (id: OrderId, lineId: LineId, quantity: number): void =>
      void allowed(() => giveBackUnits(opened, record(id), { lineId, quantity }, 'NO_RESTOCK')),
    paymentUrl: (id: OrderId): string | null => paymentUrl(world, shop, record(id)),
    /** False when there is no link to follow. */
    payByLink: (id: OrderId, as: LinkPayment = 'sale'): boolean =>
      paymentUrl(world, shop, record(id)) !== null &&
      allowed(() => {
        if (as === 'authorization')
          authorizeMore(world, shop, record(id), { gateway: SHOPIFY_PAYMENTS });
        else {
          const status = as === 'pending' ? 'PENDING' : 'SUCCESS';
          payOutstanding(world, shop, record(id), 'customer', SHOPIFY_PAYMENTS, status);
        }
      }),
    /** A person takes the payment terms off the order. */
    endTerms: (id: OrderId): void => endTerms(world, shop, record(id)),
    /** False where Shopify doesn't offer it: nothing is outstanding, and no authorization is there to be captured. */
    markAsPaid: (id: OrderId): boolean =>
      allowed(() => markAsPaid(world, shop, record(id), 'merchant')),
    /** Shopify shows the order as expired, or as it is again: its provider keeps the authorization all the while. */
    showsExpired: (id: OrderId, expired: boolean): void => {
      const order = record(id);
      for (const t of order.transactions.filter((each) => each.kind === 'AUTHORIZATION')) {
        if (expired) lapse(world, shop, order, t.id);
        else if (t.ended === 'expired') t.ended = null;
      }
      orderChanged(world, shop, order);
    },
    /** The provider decides on whatever is pending. */
    settlePayments: (id: OrderId, status: 'success' | 'failure'): void => {
      const [as, code] =
        status === 'success'
          ? (['SUCCESS', null] as const)
          : (['FAILURE', 'CARD_DECLINED'] as const);
      for (const t of [...record(id).transactions]) settle(world, shop, record(id), t, as, code);
    },
    /** So many captures that come next fail at the customer's bank, whoever makes them. */
    decline: (id: OrderId, captures = 1): void => {
      record(id).declines = captures;
    },
    takenOf: (id: OrderId): Money => order(id).taken,
    expiryOf: ({ id, endsAt }: PlacedPayment): Date => {
      if (endsAt === null) throw new Error(`${id} is no authorization`);
      return endsAt;
    },
  };
}
