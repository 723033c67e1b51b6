import { tell } from './wire';

/** What the admin adds to the address when it opens the app; it is nobody's business afterwards. */
const ADMINS_OWN = [
  'shop',
  'host',
  'embedded',
  'id_token',
  'session',
  'hmac',
  'locale',
  'timestamp',
];

/** An address of the app as a person would share it. */
export function sharedPath(href: string): string {
  const url = new URL(href);
  for (const name of ADMINS_OWN) url.searchParams.delete(name);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Tells the admin at once wherever the app goes, also by the browser's back. */
export function followAddress(): void {
  let told = '';
  const say = (): void => {
    const path = sharedPath(location.href);
    if (path === told) return;
    told = path;
    tell({ type: 'address', path });
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const plain = history[name].bind(history);
    history[name] = (...args) => {
      plain(...args);
      say();
    };
  }
  window.addEventListener('popstate', say);
  window.addEventListener('hashchange', say);
  say();
}

/** As App Bridge does it: an event on the link, which the app's own router listens to. */
export function navigate(path: string): void {
  const selector = 'ui-nav-menu a, s-app-nav a, s-app-nav s-link';
  const links = [...document.querySelectorAll(selector)];
  const known = links.find((link) => link.getAttribute('href') === path);
  const link = known ?? document.createElement('a');
  if (!known) {
    link.setAttribute('href', path);
    document.body.append(link);
  }
  link.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
  if (!known) link.remove();
}

const leadsOut = (href: string, target: string | null | undefined): boolean =>
  href.startsWith('shopify:') || target === '_top' || target === '_parent';

/** Links and windows that would leave the frame are the admin's to open. */
export function handOverLeaving(): void {
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const href = String(url ?? '');
    if (!leadsOut(href, target)) return plainOpen(url, target, features);
    tell({ type: 'go', href: new URL(href, location.href).href });
    return null;
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (!href || !leadsOut(href, link?.target)) return;
    event.preventDefault();
    tell({ type: 'go', href: new URL(href, location.href).href });
  });
}
