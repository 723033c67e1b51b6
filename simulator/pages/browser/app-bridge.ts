import { press } from './bridge/actions';
import { followAddress, handOverLeaving, navigate } from './bridge/address';
import { watchForms } from './bridge/form-save-bar';
import { Modal } from './bridge/modal';
import { keepsEditing, SaveBar } from './bridge/save-bar';
import { bounce, signRequests } from './bridge/session';
import { shopify } from './bridge/shopify';
import { toastAction, toastGone } from './bridge/toast';
import { watchElements } from './bridge/watch';
import { answered, hear } from './bridge/wire';
import type { FromFrame } from './messages';

/* A stand-in for Shopify's App Bridge: what Holdfast uses of it, as the simulator's admin frame understands it. */

/** The admin draws these elsewhere. A sheet of our own leaves the document as React wants to find it. */
function hideBars(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    'ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar { display: none !important }',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

async function obey(message: FromFrame): Promise<void> {
  switch (message.type) {
    case 'navigate':
      return navigate(message.path);
    case 'press':
      if (!(await keepsEditing(message.id))) press(message.id);
      return;
    case 'toast-action':
      return toastAction(message.id);
    case 'toast-gone':
      return toastGone(message.id);
    case 'confirmed':
      return answered(message.id, message.yes);
  }
}

function start(): void {
  signRequests();
  hideBars();
  window.shopify = shopify;
  for (const name of ['ui-nav-menu', 's-app-nav', 'ui-title-bar'])
    customElements.define(name, class extends HTMLElement {});
  customElements.define('ui-save-bar', SaveBar);
  customElements.define('ui-modal', Modal);
  hear((message) => void obey(message));
  handOverLeaving();
  watchForms();
  if (new URLSearchParams(location.search).has('shopify-reload')) void bounce();
  else {
    followAddress();
    watchElements();
  }
}

if (!('shopify' in window)) start();
