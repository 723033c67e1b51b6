import { stockProduct } from '../../../simulator/shop/open-shop';
import { connectStock, findLevel } from '../../../simulator/shop/stock';
import type { Level, Product } from '../../../simulator/world/types';
import { type Opened, place } from './open';
import type { CheckoutLine } from './setup';
import { HOUSE } from './setup';

/* What is sold and where it lies. A story needs only a SKU: the product is there once it is first named. */

type Item = Pick<CheckoutLine, 'price' | 'tracked' | 'ships'>;

export function productOf(opened: Opened, sku: string, where: string, item: Item = {}): Product {
  return stockProduct(opened.world, opened.shop, {
    sku,
    title: sku,
    vendor: '',
    price: item.price ?? '20.00',
    available: 0,
    location: place(opened, where).id,
    inventoryPolicy: 'CONTINUE',
    tracked: item.tracked ?? true,
    requiresShipping: item.ships ?? true,
    giftCard: false,
    tags: [],
  });
}

/** What a place holds of a SKU. */
export function levelOf(opened: Opened, sku: string, where = HOUSE): Level {
  const { world, shop } = opened;
  const locationId = place(opened, where).id;
  const { itemId } =
    shop.products.find((each) => each.sku === sku) ?? productOf(opened, sku, where);
  return findLevel(shop, itemId, locationId) ?? connectStock(world, shop, itemId, locationId, 0);
}
