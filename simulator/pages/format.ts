import { html, type Html } from './html';

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** "Mon 2 Mar, 09:00". The layout puts it into the store's own time, and UTC with the year in its title. */
export function moment(iso: string): Html {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return html`${iso}`;
  return html`<time datetime="${at.toISOString()}">${momentIn(at, 'UTC')}</time>`;
}

export const momentIn = (at: Date, zone: string): string =>
  dayIn(zone)
    .format(at)
    .replace(/^(\w+), /, '$1 ');

/** Every moment of a page in one time zone. */
export const inZone = (page: string, zone: string): string =>
  page.replace(
    /<time datetime="([^"]+)">[^<]*<\/time>/g,
    (_all, iso: string) =>
      `<time datetime="${iso}" title="${iso.slice(0, 16).replace('T', ' ')} UTC">${momentIn(new Date(iso), zone)}</time>`,
  );

/** America/New_York is where New York's clocks are right. */
export const placeOf = (zone: string): string =>
  zone === 'UTC' ? 'UTC' : `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;

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
