import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import { modal } from './modal';
import { saveBar } from './save-bar';
import { config, idToken } from './session';
import { toast } from './toast';
import { embedded, tell } from './wire';

/** Refuses in words, so that an app that needs it is told at once. */
const notPlayed = (what: string) => (): never => {
  throw new Error(`The simulator does not play shopify.${what}`);
};

const cart = notPlayed('pos.cart');
const pos: ShopifyGlobal['pos'] = {
  cart: {
    fetch: cart,
    subscribe: cart,
    clear: cart,
    setCustomer: cart,
    removeCustomer: cart,
    addAddress: cart,
    updateAddress: cart,
    applyCartDiscount: cart,
    applyCartCodeDiscount: cart,
    removeCartDiscount: cart,
    removeAllDiscounts: cart,
    addCartProperties: cart,
    removeCartProperties: cart,
    addCustomSale: cart,
    addLineItem: cart,
    updateLineItem: cart,
    removeLineItem: cart,
    setLineItemDiscount: cart,
    removeLineItemDiscount: cart,
    addLineItemProperties: cart,
    removeLineItemProperties: cart,
  },
  close: notPlayed('pos'),
  device: notPlayed('pos'),
  location: notPlayed('pos'),
};

const nothing = { granted: [], required: [], optional: [] };

/** `window.shopify`, checked against Shopify's own types; what Holdfast has no use for refuses. */
export const shopify: ShopifyGlobal = {
  config,
  origin: location.origin,
  ready: Promise.resolve(),
  environment: { embedded, mobile: false, pos: false, intent: false },
  idToken,
  loading: (on = true) => tell({ type: 'loading', on }),
  user: async () => ({ accountAccess: 'full-access' }),
  toast,
  modal,
  saveBar,
  setSignals: () => undefined,
  resourcePicker: notPlayed('resourcePicker'),
  picker: notPlayed('picker'),
  scanner: { capture: notPlayed('scanner') },
  pos,
  intents: {
    register: () => () => undefined,
    request: { value: null, subscribe: () => () => undefined },
    response: {
      ok: notPlayed('intents'),
      error: notPlayed('intents'),
      closed: notPlayed('intents'),
    },
    invoke: notPlayed('intents'),
  },
  webVitals: {},
  support: {},
  reviews: { request: notPlayed('reviews') },
  scopes: {
    query: async () => nothing,
    request: async () => ({ result: 'declined-all', detail: nothing }),
    revoke: async () => ({ detail: nothing }),
  },
  app: { extensions: async () => [] },
  shopifyQL: { available: async () => false },
  tools: { register: () => () => undefined, unregister: () => undefined, clear: () => undefined },
};
