import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';

/* Orders that are placed, and letters that are read. */

const Mail = z.object({
  sender: z.enum(['app', 'shopify']),
  kind: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  links: z.array(z.string()),
  receivedAt: z.string(),
});
export type Mail = z.infer<typeof Mail>;

export interface PlacedOrder {
  readonly orderId: string;
  readonly name: string;
  readonly email: string;
}

export async function placeOrder(
  sim: SimulatorClient,
  shop: string,
  email: string,
  lines: readonly { sku: string; quantity: number }[],
): Promise<PlacedOrder> {
  const input = { shop, email, name: 'Customer', country: 'US', province: 'NY', lines };
  const { orderId, name } = await sim.post<{ orderId: string; name: string }>(
    '/_sim/orders',
    input,
  );
  return { orderId, name, email };
}

export async function mailsTo(sim: SimulatorClient, email: string): Promise<Mail[]> {
  const mails = await sim.get<unknown>(`/_sim/mail?to=${encodeURIComponent(email)}`);
  return z.array(Mail).parse(mails);
}
