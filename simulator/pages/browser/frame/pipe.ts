import { type FromApp, type FromFrame, open, seal } from '../messages';

/** A part of the page that the server has drawn, by its data-part. */
export function element<T extends HTMLElement = HTMLElement>(part: string): T {
  const found = document.querySelector<T>(`[data-part="${part}"]`);
  if (!found) throw new Error(`The page has no part "${part}"`);
  return found;
}

const frame = element<HTMLIFrameElement>('app');
const admin = element('admin');

export const appOrigin = admin.dataset['appOrigin'] ?? '';
/** Where this store's app lives in the admin. */
export const adminBase = admin.dataset['base'] ?? '';
export const storeBase = adminBase.replace(/\/app$/, '');

let heardOnce = false;
export const appIsThere = (): boolean => heardOnce;

export function tellApp(message: FromFrame): void {
  frame.contentWindow?.postMessage(seal(message), appOrigin);
}

export function hearApp(listen: (message: FromApp) => void): void {
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== appOrigin) return;
    const message = open<FromApp>(event.data);
    if (!message) return;
    heardOnce = true;
    listen(message);
  });
}
