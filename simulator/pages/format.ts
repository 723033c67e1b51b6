import { html, type Html } from './html';

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Mon, 2 Mar 2026, 09:00 UTC" */
export function moment(iso: string): Html {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return html`${iso}`;
  return html`<time datetime="${iso}">${DAY.format(at)} UTC</time>`;
}

export const money = (amount: string | number | undefined, currency?: string): string => {
  if (amount === undefined || amount === '') return '';
  const value = Number(amount);
  return `${Number.isFinite(value) ? value.toFixed(2) : amount}${currency ? ` ${currency}` : ''}`;
};

/** ON_HOLD, on-hold and onHold read "on hold". */
export const words = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();

const GOOD = /^(paid|fulfilled|success|closed|captured|delivered|automatic)$/;
const WAITING = /hold|pending|authorized|scheduled|unfulfilled|partial|backorder/;
const BAD = /fail|error|void|cancel|expired|refus|out|declined/;

export function badge(name: string | undefined): Html {
  if (!name) return html``;
  const label = words(name);
  const tone = GOOD.test(label)
    ? 'good'
    : BAD.test(label)
      ? 'bad'
      : WAITING.test(label)
        ? 'waiting'
        : '';
  return html`<span class="badge ${tone}">${label}</span>`;
}

const ACTORS: Readonly<Record<string, string>> = {
  app: 'Holdfast',
  shopify: 'Shopify',
  merchant: 'staff',
  customer: 'the customer',
  'other-app': 'another app',
};

export const actor = (name: string): string => ACTORS[name] ?? words(name);

/** gid://shopify/Order/1001 and 1001 are the same order. */
export const numberOf = (id: string | number): string => String(id).split('/').at(-1) ?? String(id);

/** Enough of a long number to tell its neighbours apart. */
export const shortId = (id: string): Html =>
  html`<span title="${id}">…${numberOf(id).slice(-5)}</span>`;
