import { z } from 'zod';
import type { SimulatorClient } from '../stack/client';
import { BROWSER, patiently } from './patience';

/* What the shop's staff does in the app's panel, signed in as Shopify's admin does it. */

export interface Panel {
  readonly sim: SimulatorClient;
  readonly appUrl: string;
  readonly shop: string;
}

async function asks(
  { sim, appUrl, shop }: Panel,
  path: string,
  form?: readonly (readonly [name: string, value: string])[],
): Promise<string> {
  const { answer } = await patiently(async () => {
    const { token } = await sim.post<{ token: string }>('/_sim/session-token', { shop });
    const headers = { authorization: `Bearer ${token}`, 'user-agent': BROWSER, origin: appUrl };
    const body = form && new URLSearchParams(form.map(([name, value]) => [name, value]));
    return fetch(`${appUrl}${path}`, { headers, ...(body && { method: 'POST', body }) });
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The panel answered ${answer.status}: ${text.slice(0, 200)}`);
  return text;
}

const numberOf = (orderId: string): string => orderId.split('/').at(-1) ?? '';

/** The fields of the settings' form as a person finds them in a new shop; none of their values needs escaping. */
async function settingsForm(panel: Panel): Promise<Map<string, string>> {
  const page = await asks(panel, '/app/settings');
  const inputs = [...page.matchAll(/<(?:input|textarea)\b[^>]*\bname="\w+"[^>]*>/g)];
  const fields = inputs.map(([tag]): [string, string] => [
    /\bname="(\w+)"/.exec(tag)?.[1] ?? '',
    /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  if (fields.length === 0) throw new Error('The settings have no form');
  return new Map(fields);
}

/** The merchant opts in to the capture of orders that are in stock, and leaves the other settings as they are. */
export async function merchantLetsCapture(panel: Panel): Promise<void> {
  const fields = await settingsForm(panel);
  fields.set('captureClearOrders', 'yes');
  await asks(panel, '/app/settings.data', [...fields]);
}

export async function merchantSetsMode(
  panel: Panel,
  mode: 'watch' | 'ask' | 'automatic',
): Promise<void> {
  await asks(panel, '/app.data?index', [['mode', mode]]);
}

/** The merchant gives the waiting lines of an order a date. */
export async function merchantSetsDate(panel: Panel, orderId: string, date: string): Promise<void> {
  const { lines } = z
    .object({ lines: z.array(z.object({ id: z.string() })) })
    .parse(await panel.sim.get<unknown>(`/_sim/orders/${encodeURIComponent(orderId)}`));
  await asks(panel, `/app/cases/${numberOf(orderId)}.data`, [
    ['do', 'set-date'],
    ['date', date],
    ...lines.map((line) => ['lineIds', line.id] as const),
  ]);
}

/** All that an order's page in the panel is made of, as one text to search in. */
export function merchantReadsCase(panel: Panel, orderId: string): Promise<string> {
  return asks(panel, `/app/cases/${numberOf(orderId)}.data`);
}
