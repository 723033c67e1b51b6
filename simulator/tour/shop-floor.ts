import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';
import { BROWSER, patiently } from './browsing';

/* What customers do in the tour, each by the door that a person would use. */

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

/** The customer's own page, from the newest message that has a link to it; null if none was sent. */
async function choiceLink(sim: SimulatorClient, email: string): Promise<string | null> {
  const links = (await mailsTo(sim, email)).flatMap((mail) => mail.links);
  return links.findLast((link) => link.includes('/choice/')) ?? null;
}

/** The customer opens the link and clicks; a browser without scripts sends just this. False if there is no link. */
export async function customerChooses(
  sim: SimulatorClient,
  email: string,
  action: 'keep' | 'cancel' | 'undo',
): Promise<boolean> {
  const link = await choiceLink(sim, email);
  if (link === null) return false;
  const page = await patiently(() => fetch(link, { headers: { 'user-agent': BROWSER } }));
  const html = await page.answer.text();
  if (!page.answer.ok) throw new Error(`The choice page answered ${page.answer.status}`);
  const lineIds = [
    ...new Set([...html.matchAll(/name="lineIds" value="([^"]+)"/g)].map((m) => m[1] ?? '')),
  ];
  if (lineIds.length === 0) throw new Error(`The choice page offers nothing to ${action}`);
  const form = new URLSearchParams([['action', action], ...lineIds.map((id) => ['lineIds', id])]);
  const headers = { 'user-agent': BROWSER, origin: new URL(link).origin };
  const { answer, tries } = await patiently(() =>
    fetch(link, { method: 'POST', body: form, headers }),
  );
  // A click that is repeated because no answer came may find that it has already worked.
  const alreadyDone = tries > 1 && answer.status === 409;
  if (!answer.ok && !alreadyDone)
    throw new Error(`The choice page answered ${answer.status} to “${action}”`);
  return true;
}
