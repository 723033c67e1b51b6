import { markNav, saveBarIsShown, shakeSaveBar } from './bars';
import { adminBase, appIsThere, appOrigin, storeBase, tellApp } from './pipe';

/** /app/cases/1 of the app is /store/…/app/cases/1 of the admin, and the other way round. */
const adminPathOf = (appPath: string): string | null =>
  /^\/app(?=[/?#]|$)/.test(appPath) ? `${adminBase}${appPath.slice('/app'.length)}` : null;

/** The browser's history already has an entry for the app's step: the admin's address only keeps up with it. */
export function followApp(path: string): void {
  const address = adminPathOf(path);
  if (address === null) return;
  history.replaceState(null, '', address);
  markNav(path);
}

/** Unsaved changes hold a person back, as in Shopify's admin. */
export function mayLeave(): boolean {
  if (!saveBarIsShown()) return true;
  shakeSaveBar();
  return false;
}

/** Addresses that an app knows of the admin, as this admin has them; null for the rest of the world. */
function adminAddress(href: string): string | null {
  const url = new URL(href, location.href);
  const path = url.protocol === 'shopify:' ? `/${url.pathname.replace(/^\/+/, '')}` : url.pathname;
  if (url.origin === appOrigin) return adminPathOf(`${path}${url.search}${url.hash}`);
  if (url.origin === location.origin) return `${path}${url.search}${url.hash}`;
  const isAdmin = url.protocol === 'shopify:' || url.hostname === 'admin.shopify.com';
  if (!isAdmin) return null;
  const inStore = path.replace(/^\/(admin|store\/[^/]+)(?=\/|$)/, '');
  const app = /^\/apps\/[^/]+(\/.*)?$/.exec(inStore);
  if (app) return `${adminBase}${(app[1] ?? '').replace(/^\/app(?=\/|$)/, '')}${url.search}`;
  const order = /^\/orders\/([^/]+)/.exec(inStore)?.[1];
  if (order) return `${storeBase}/orders/${order}`;
  return inStore.startsWith('/products') ? `${storeBase}/stock` : `${storeBase}/shipping`;
}

/** Inside the app without a new document, if the app is there to do it; a whole page otherwise. */
export function navigateInApp(href: string, byApp: boolean): void {
  if (!byApp && !mayLeave()) return;
  const address = adminAddress(href);
  if (address === null) {
    if (/^https?:/.test(href)) location.assign(href);
    return;
  }
  const inApp = address === adminBase || address.startsWith(`${adminBase}/`);
  if (inApp && appIsThere())
    tellApp({ type: 'navigate', path: `/app${address.slice(adminBase.length)}` });
  else location.assign(address);
}
