import type { OrderId, ShopId } from '../domain/ids';
import type { OrderSnapshot } from '../domain/order';
import type { Acted } from '../domain/panel-view';
import { NoAccess, Throttled, Unreachable } from '../errors';
import type { Deps } from './deps';
import { refused } from './on-case';

/** Shopify can't be asked at the moment, whether it shuts us out or isn't there: somebody who waits for a page is told so. */
export function isAwayNow(error: unknown): boolean {
  return error instanceof NoAccess || error instanceof Throttled || error instanceof Unreachable;
}

/** The order as a member of staff acts on it, or why they can't. Throws for nothing that they could try again. */
export async function orderForPerson(
  deps: Deps,
  shop: ShopId,
  orderId: OrderId,
): Promise<OrderSnapshot | Acted> {
  try {
    const order = await deps.shopify.readOrder(shop, orderId);
    return order ?? refused('Shopify no longer shows this order.');
  } catch (error) {
    if (error instanceof NoAccess)
      return refused('Shopify doesn’t let Holdfast work in this store at the moment.');
    if (isAwayNow(error))
      return refused('Shopify can’t be reached at the moment. Try again later.');
    throw error;
  }
}
