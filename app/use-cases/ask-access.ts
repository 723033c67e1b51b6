import type { AccessAnswer } from '../domain/redaction';
import type { Shop } from '../domain/settings';
import type { ShopId } from '../domain/ids';
import { NoAccess } from '../errors';
import type { Deps } from './deps';

/**
 * Asks Shopify, with the shop's own token, whether the app is still installed. Never throws: what isn't a clear answer is
 * `unclear`. A shop that had left and whose tokens were forgotten has ended: that it had left was asked for then, and a
 * merchant who comes back brings a token.
 */
export async function askAccess(
  deps: Deps,
  shopId: ShopId,
  shop: Pick<Shop, 'uninstalledAt'> | null,
): Promise<AccessAnswer> {
  try {
    await deps.shopify.readShop(shopId);
    return 'open';
  } catch (error) {
    if (!(error instanceof NoAccess)) return 'unclear';
    switch (error.withheld) {
      case 'customer-data':
      case 'scope':
        return 'open';
      case 'refused':
      case 'not-found':
        return 'ended';
      case 'no-token':
        return shop === null || shop.uninstalledAt !== null ? 'ended' : 'unclear';
      default:
        return 'unclear';
    }
  }
}
