import type { SimulatorClient } from '../stack/client';
import type { PlacedOrder } from '../tour/shop-floor';

export interface Wish {
  readonly sku: string;
  readonly quantity?: number;
}

/** The n-th customer of the shop; the demo invents no names. */
export const emailOf = (n: number): string => `customer-${n}@example.com`;

/** Someone who gave no e-mail address can only be called. */
export async function buys(
  sim: SimulatorClient,
  shop: string,
  n: number,
  wishes: readonly Wish[],
  reach: 'email' | 'phone' = 'email',
): Promise<PlacedOrder> {
  const email = reach === 'email' ? emailOf(n) : null;
  const { orderId, name } = await sim.post<{ orderId: string; name: string }>('/_sim/orders', {
    shop,
    email,
    phone: `+1212555${String(100 + n).padStart(4, '0')}`,
    name: `Customer ${n}`,
    country: 'US',
    province: 'NY',
    city: 'New York',
    lines: wishes.map(({ sku, quantity = 1 }) => ({ sku, quantity })),
  });
  return { orderId, name, email: email ?? '' };
}

/** Packed, and handed to the carrier, who says so. */
export async function ship(sim: SimulatorClient, shop: string, order: PlacedOrder): Promise<void> {
  const { fulfillmentId } = await sim.post<{ fulfillmentId: string }>('/_sim/fulfillments', {
    shop,
    orderId: order.orderId,
    trackingNumber: `TRACK${order.name.replace('#', '')}`,
    notify: true,
  });
  const number = fulfillmentId.split('/').at(-1) ?? '';
  await sim.post(`/_sim/fulfillments/${number}/event`, { status: 'IN_TRANSIT' });
}
