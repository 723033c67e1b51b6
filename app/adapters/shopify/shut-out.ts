import type { ShutOut } from '../../errors';

/** What each status says of the shop as a whole (shopify.dev, "Shopify API response status and error codes"). */
const BY_STATUS: Readonly<Record<number, ShutOut>> = {
  401: 'refused',
  402: 'frozen',
  403: 'forbidden',
  404: 'not-found',
  423: 'locked',
  430: 'suspicious',
};

/** Why a reply with this status shuts us out of the shop; null for every other status. */
export const shutOutBy = (status: number): ShutOut | null => BY_STATUS[status] ?? null;
