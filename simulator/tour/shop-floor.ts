import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';

/* What people do in the tour, each by the door that a person would use. */

const Mail = z.object({
  sender: z.enum(['app', 'shopify']),
  kind: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  links: z.array(z.string()),
  receivedAt: z.string(),
});
export type Mail = z.infer<typeof Mail>;

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

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

const PATIENCE_MS = 60_000;

/** A person whose page doesn't come tries again: the app may just be starting. */
async function patiently(
  send: () => Promise<Response>,
): Promise<{ answer: Response; tries: number }> {
  const end = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    const answer = await send().catch(() => null);
    if (answer !== null && answer.status < 500) return { answer, tries };
    if (Date.now() > end)
      throw new Error(`The app did not answer for ${PATIENCE_MS / 1000} seconds`);
    await sleep(200);
  }
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

/** Somebody of the shop's staff sends a form of the panel, signed in as Shopify's admin does it. */
async function staffSends(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
  path: string,
  fields: readonly (readonly [string, string])[],
): Promise<void> {
  const { answer } = await patiently(async () => {
    const { token } = await sim.post<{ token: string }>('/_sim/session-token', { shop });
    return fetch(`${appUrl}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { authorization: `Bearer ${token}`, 'user-agent': BROWSER, origin: appUrl },
    });
  });
  if (!answer.ok)
    throw new Error(`The panel answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
}

/** The merchant opts in to the capture of orders that are in stock. */
export function merchantLetsCapture(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
): Promise<void> {
  return staffSends(sim, appUrl, shop, '/app.data?index', [['captureClearOrders', 'yes']]);
}

/** The merchant gives the waiting lines of an order a date. */
export async function merchantSetsDate(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
  orderId: string,
  date: string,
): Promise<void> {
  const { lines } = z
    .object({ lines: z.array(z.object({ id: z.string() })) })
    .parse(await sim.get<unknown>(`/_sim/orders/${encodeURIComponent(orderId)}`));
  const number = orderId.split('/').at(-1) ?? '';
  await staffSends(sim, appUrl, shop, `/app/cases/${number}.data`, [
    ['do', 'set-date'],
    ['date', date],
    ...lines.map((line) => ['lineIds', line.id] as const),
  ]);
}
