import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';
import { BROWSER, patiently } from './browsing';

/* What the shop's staff do in the panel, signed in as Shopify's admin does it. */

async function signedIn(sim: SimulatorClient, shop: string): Promise<Record<string, string>> {
  const { token } = await sim.post<{ token: string }>('/_sim/session-token', { shop });
  return { authorization: `Bearer ${token}`, 'user-agent': BROWSER };
}

/** Somebody of the shop's staff sends a form of the panel. */
async function staffSends(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
  path: string,
  fields: readonly (readonly [string, string])[],
): Promise<void> {
  const { answer } = await patiently(async () => {
    const headers = { ...(await signedIn(sim, shop)), origin: appUrl };
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    return fetch(`${appUrl}${path}`, { method: 'POST', body, headers });
  });
  if (!answer.ok)
    throw new Error(`The panel answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
}

/** The fields of the settings' form as a person finds them in a new shop; none of their values needs escaping. */
async function settingsForm(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
): Promise<Map<string, string>> {
  const { answer } = await patiently(async () =>
    fetch(`${appUrl}/app/settings`, { headers: await signedIn(sim, shop) }),
  );
  const page = await answer.text();
  const inputs = [...page.matchAll(/<(?:input|textarea)\b[^>]*\bname="\w+"[^>]*>/g)];
  const fields = inputs.map(([tag]): [string, string] => [
    /\bname="(\w+)"/.exec(tag)?.[1] ?? '',
    /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  if (fields.length === 0) throw new Error(`The settings answered ${answer.status} and no form`);
  return new Map(fields);
}

/** The merchant opts in to the capture of orders that are in stock, and leaves the other settings as they are. */
export async function merchantLetsCapture(
  sim: SimulatorClient,
  appUrl: string,
  shop: string,
): Promise<void> {
  const fields = await settingsForm(sim, appUrl, shop);
  fields.set('captureClearOrders', 'yes');
  await staffSends(sim, appUrl, shop, '/app/settings.data', [...fields]);
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
