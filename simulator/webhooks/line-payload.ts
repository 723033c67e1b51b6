import { taxRate, unfulfilledQuantity } from '../shop/accounting';
import { heldUnits } from '../shop/statuses';
import { isPositive } from '../world/money';
import type { Bag, Line, Order } from '../world/types';
import { bare, bareOrNull } from './numbers';

type Json = Record<string, unknown>;

export const moneySet = (bag: Bag, order: Order): Json => ({
  shop_money: { amount: bag.shop, currency_code: order.currency },
  presentment_money: { amount: bag.presentment, currency_code: order.presentmentCurrency },
});

export function linePayload(line: Line, order: Order): Json {
  return {
    id: bare(line.id),
    admin_graphql_api_id: line.id,
    fulfillable_quantity: unfulfilledQuantity(line) - heldUnits(order, line.id),
    fulfillment_service: 'manual',
    fulfillment_status:
      line.fulfilled === 0 ? null : unfulfilledQuantity(line) === 0 ? 'fulfilled' : 'partial',
    gift_card: line.giftCard,
    grams: 0,
    name: line.title,
    title: line.title,
    price: line.unitPrice.shop,
    price_set: moneySet(line.unitPrice, order),
    product_exists: line.productId !== null,
    product_id: bareOrNull(line.productId),
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: true,
    total_discount: line.discount.shop,
    total_discount_set: moneySet(line.discount, order),
    variant_id: bareOrNull(line.variantId),
    variant_inventory_management: line.tracked ? 'shopify' : null,
    variant_title: null,
    vendor: line.vendor,
    tax_lines: isPositive(line.tax)
      ? [
          {
            channel_liable: false,
            price: line.tax.shop,
            price_set: moneySet(line.tax, order),
            rate: taxRate(line, order),
            title: 'Tax',
          },
        ]
      : [],
    duties: [],
    discount_allocations: [],
  };
}
