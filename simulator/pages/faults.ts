import { readFaults, type PageContext } from './api';
import { words } from './format';
import { html, type Html } from './html';
import type { Page } from './page';
import { callForm, empty, heading, hidden, table } from './parts';

interface BadDay {
  readonly title: string;
  readonly effect: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly count?: number;
}

/** What goes wrong on real days, and what to expect of Holdfast then. */
const BAD_DAYS: readonly BadDay[] = [
  {
    title: 'Shopify says “too many requests”',
    effect: 'The next 5 calls are throttled. Holdfast waits and tries again.',
    fields: { target: '*', mode: 'throttle' },
    count: 5,
  },
  {
    title: 'Shopify answers with an error',
    effect: 'The next 3 calls end with status 500. Nothing is lost; it takes longer.',
    fields: { target: '*', mode: 'http500' },
    count: 3,
  },
  {
    title: 'A capture whose answer never comes',
    effect: 'It is done, but Holdfast is not told. It looks it up and does not charge twice.',
    fields: { target: 'orderCapture', mode: 'timeoutAfterCommit' },
    count: 1,
  },
  {
    title: 'Captures stay pending',
    effect: 'The bank takes ten minutes over the next capture. The customer hears only after it.',
    fields: { target: 'orderCapture', mode: 'pending' },
    count: 1,
  },
  {
    title: 'The card is declined',
    effect: 'The next capture is refused. The order needs a person.',
    fields: { target: 'orderCapture', mode: 'refuse' },
    count: 1,
  },
  {
    title: 'A webhook is lost',
    effect: 'The next new order is not announced. Holdfast finds it when it looks around.',
    fields: { target: 'webhook:orders/create', mode: 'drop' },
    count: 1,
  },
  {
    title: 'Webhooks come twice',
    effect: 'The next 10 are sent again. Nothing happens twice.',
    fields: { target: 'webhook', mode: 'duplicate' },
    count: 10,
  },
  {
    title: 'The mail server is busy',
    effect: 'It says “later” to the next 2 letters. They arrive later, once.',
    fields: { target: 'smtp', mode: 'tempfail' },
    count: 2,
  },
  {
    title: 'The mail server refuses',
    effect: 'The next letter is refused for good. The order goes to a person, who may call.',
    fields: { target: 'smtp', mode: 'reject' },
    count: 1,
  },
  {
    title: "Holdfast's access is revoked",
    effect: 'Its tokens die at once. It gets a new one, by itself.',
    fields: { target: 'token', mode: 'revoke' },
  },
];

const tile = ({ title, effect, fields, count }: BadDay): Html => html`
  <li class="tile">
    <h3>${title}</h3>
    <p class="soft small">${effect}</p>
    ${callForm(
      '/_sim/faults',
      html`
        ${Object.entries(fields).map(([name, value]) => hidden(name, value))}
        ${count !== undefined && hidden('count', String(count), 'number')}
        <button aria-label="Turn on: ${title}">Turn on</button>
      `,
      { inline: true, busy: 'Setting…' },
    )}
  </li>
`;

const often = (left: number | null | undefined, rate: number | null | undefined): string =>
  rate !== null && rate !== undefined && rate < 1
    ? `${Math.round(rate * 100)} % of the time`
    : left === null || left === undefined || left > 1e6
      ? 'until it is taken away'
      : `${left} more`;

const TARGETS: Readonly<Record<string, string>> = { '*': 'every call of Shopify' };

async function active(ctx: PageContext): Promise<Html> {
  const { faults: calls, smtp } = await readFaults(ctx);
  const all = [
    ...calls.map(({ target, mode, left, rate }) => ({ target, mode, often: often(left, rate) })),
    ...smtp.map(({ mode, count, rate }) => ({ target: 'mail', mode, often: often(count, rate) })),
  ];
  if (all.length === 0)
    return empty('Nothing is broken: every call, webhook and letter gets through.');
  const rows = all.map(
    (fault) => html`
      <tr>
        <td>${TARGETS[fault.target] ?? fault.target}</td>
        <td>${words(fault.mode)}</td>
        <td>${fault.often}</td>
      </tr>
    `,
  );
  return html`${table(['What', 'Goes wrong how', 'How often'], rows)}
  ${callForm('/_sim/faults', html`<button class="danger">Clear all faults</button>`, { method: 'DELETE', inline: true, busy: 'Clearing…' })}`;
}

export async function faults(ctx: PageContext): Promise<Page> {
  return {
    title: 'Faults',
    path: '/faults',
    section: 'faults',
    body: html`
      ${heading('Faults', 'Break something, then place an order or move the clock, and see what Holdfast makes of it.')}
      <section class="card">
        <h2>Broken now</h2>
        ${await active(ctx)}
      </section>
      <section class="card">
        <h2>Bad days</h2>
        <ul class="tiles">
          ${BAD_DAYS.map(tile)}
        </ul>
      </section>
    `,
  };
}
