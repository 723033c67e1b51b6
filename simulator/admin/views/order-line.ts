import {
  currentQuantity,
  discountedTotal,
  netOf,
  originalTotal,
  priceOf,
  taxRate,
  unfulfilledQuantity,
} from '../../shop/accounting';
import { heldUnits } from '../../shop/statuses';
import { isPositive, portion, times } from '../../world/money';
import type { Bag, Line, Order } from '../../world/types';
import { firstOf } from '../connection';
import type { Context, View } from '../context';
import { moneyBag } from './basics';
import { productView, variantView } from './product';

export function lineView(ctx: Context, order: Order, line: Line): View {
  const product = ctx.shop.products.find((candidate) => candidate.variantId === line.variantId);
  const bag = (value: Bag): View => moneyBag(value, order);
  const current = currentQuantity(line);
  return {
    __typename: 'LineItem',
    id: line.id,
    sku: line.sku,
    title: line.title,
    name: line.title,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: current,
    unfulfilledQuantity: unfulfilledQuantity(line),
    fulfillableQuantity: unfulfilledQuantity(line) - heldUnits(order, line.id),
    nonFulfillableQuantity: line.quantity - unfulfilledQuantity(line),
    refundableQuantity: current,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.giftCard,
    taxable: true,
    restockable: line.tracked,
    merchantEditable: unfulfilledQuantity(line) > 0,
    variantTitle: null,
    customAttributes: [],
    fulfillmentStatus:
      unfulfilledQuantity(line) === 0
        ? 'fulfilled'
        : line.fulfilled > 0
          ? 'partial'
          : 'unfulfilled',
    sellingPlan: null,
    variant: product ? () => variantView(ctx, product) : null,
    product: product ? () => productView(ctx, product) : null,
    originalUnitPriceSet: bag(line.unitPrice),
    originalTotalSet: bag(originalTotal(line)),
    discountedTotalSet: bag(discountedTotal(line)),
    totalDiscountSet: bag(line.discount),
    discountedUnitPriceSet: bag(portion(discountedTotal(line), 1, line.quantity, order)),
    discountedUnitPriceAfterAllDiscountsSet: bag(
      portion(discountedTotal(line), 1, line.quantity, order),
    ),
    unfulfilledDiscountedTotalSet: bag(priceOf(line, unfulfilledQuantity(line), order)),
    unfulfilledOriginalTotalSet: bag(times(line.unitPrice, unfulfilledQuantity(line))),
    priceAfterAllDiscountsBeforeTaxesSet: bag(netOf(line, current, order)),
    taxLines: firstOf(isPositive(line.tax) ? [line] : [], () => taxLineView(line, order)),
  };
}

/** The tax of all units that were ever ordered, as Shopify tells it. */
const taxLineView = (line: Line, order: Order): View => ({
  __typename: 'TaxLine',
  title: 'Tax',
  channelLiable: false,
  rate: taxRate(line, order),
  ratePercentage: taxRate(line, order) * 100,
  source: null,
  price: line.tax.shop,
  priceSet: moneyBag(line.tax, order),
});
