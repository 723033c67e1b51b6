import type { SimulatorClient } from '../stack/client';
import { BROWSER, patiently } from './patience';
import { mailsTo } from './shop-floor';

/* What a customer does on their own page. A browser without scripts sends just this. */

interface OpenPage {
  readonly link: string;
  readonly html: string;
}

/** By the newest message that has a link to it; null if none was sent. */
async function openChoice(sim: SimulatorClient, email: string): Promise<OpenPage | null> {
  const links = (await mailsTo(sim, email)).flatMap((mail) => mail.links);
  const link = links.findLast((candidate) => candidate.includes('/choice/'));
  if (link === undefined) return null;
  const { answer } = await patiently(() => fetch(link, { headers: { 'user-agent': BROWSER } }));
  if (!answer.ok) throw new Error(`The choice page answered ${answer.status}`);
  return { link, html: await answer.text() };
}

async function press(
  { link }: OpenPage,
  action: string,
  fields: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const body = new URLSearchParams([['action', action], ...fields.map(([n, v]) => [n, v])]);
  const headers = { 'user-agent': BROWSER, origin: new URL(link).origin };
  const { answer, tries } = await patiently(() => fetch(link, { method: 'POST', body, headers }));
  // A click that is repeated because no answer came may find that it has already worked.
  const alreadyDone = tries > 1 && answer.status === 409;
  if (!answer.ok && !alreadyDone)
    throw new Error(`The choice page answered ${answer.status} to “${action}”`);
}

/** Waits, cancels or takes it back: these lines, or all that the page asks about. False if there is no page. */
export async function customerChooses(
  sim: SimulatorClient,
  email: string,
  action: 'keep' | 'cancel' | 'undo',
  these: readonly string[] = [],
): Promise<boolean> {
  const page = await openChoice(sim, email);
  if (page === null) return false;
  const found = [...page.html.matchAll(/name="lineIds" value="([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
  const all = [...new Set(found)];
  const chosen = these.length === 0 ? all : all.filter((id) => these.includes(id));
  if (chosen.length === 0) throw new Error(`The choice page offers nothing to ${action}`);
  await press(
    page,
    action,
    chosen.map((id) => ['lineIds', id] as const),
  );
  return true;
}

/** Presses the button of an offer; with it goes the amount that the offer names. */
export async function customerAgrees(
  sim: SimulatorClient,
  email: string,
  to: 'part-first' | 'charge-early',
): Promise<void> {
  const page = await openChoice(sim, email);
  const forms = page?.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((candidate) => candidate.includes(`value="${to}"`));
  const amount = /name="amount" value="([^"]+)"/.exec(form ?? '')?.[1];
  if (page === null || amount === undefined)
    throw new Error(`The choice page does not offer “${to}”`);
  await press(page, to, [['amount', amount]]);
}
