import { type Accounts, currentQuantity, totalTax } from '../../shop/accounting';
import { bagOf, portion, subtract, sum, ZERO } from '../../world/money';
import type { Bag, Order } from '../../world/types';
import { money, moneyBag } from './basics';

/** What the order costs and what was taken of it: as ordered, as it is now, and in the shop's currency alone. */
export function orderAmounts(order: Order, a: Accounts): Readonly<Record<string, unknown>> {
  const bag = (value: Bag) => moneyBag(value, order);
  return {
    totalCapturableSet: bag(a.capturable),
    totalOutstandingSet: bag(a.outstanding),
    currentTotalPriceSet: bag(a.currentTotal),
    currentSubtotalPriceSet: bag(a.currentSubtotal),
    currentTotalTaxSet: bag(a.currentTax),
    currentTotalDiscountsSet: bag(
      sum(
        order.lines.map((line) =>
          portion(line.discount, currentQuantity(line), line.quantity, order),
        ),
      ),
    ),
    currentShippingPriceSet: bag(subtract(order.shipping, order.shippingRefunded)),
    totalReceivedSet: bag(a.received),
    netPaymentSet: bag(a.net),
    totalRefundedSet: bag(a.refunded),
    totalPriceSet: bag(a.total),
    originalTotalPriceSet: bag(a.total),
    subtotalPriceSet: bag(a.subtotal),
    totalTaxSet: bag(totalTax(order)),
    totalShippingPriceSet: bag(order.shipping),
    totalRefundedShippingSet: bag(order.shippingRefunded),
    totalDiscountsSet: bag(sum(order.lines.map((line) => line.discount))),
    totalTipReceivedSet: bag(ZERO),
    refundDiscrepancySet: bag(bagOf(0, order)),
    totalCapturable: a.capturable.shop,
    totalPrice: a.total.shop,
    totalReceived: a.received.shop,
    totalRefunded: a.refunded.shop,
    netPayment: a.net.shop,
    totalTipReceived: money('0', order.currency),
  };
}
