import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { startWeb } from '../../app/http/start-web.server';
import { createShopify } from '../../app/shopify.server';
import type { PanelDeps } from '../../app/web-deps';
import { panelDeps } from './panel-fixture';
import { fakeWebDeps, rememberingLog } from './web-deps';
import { SECRET, SHOP } from './webhooks';

/* A program: serves the built panel behind Shopify's real library, and counts whatever gets past the door. */

const APP_KEY = 'key';
const counts = { read: 0, written: 0, calls: 0 };

const session = new Session({
  id: `offline_${SHOP}`,
  shop: SHOP,
  state: '',
  isOnline: false,
  accessToken: 'shpat_of_the_test',
});
const counted = <T>(kind: keyof typeof counts, value: T): Promise<T> => {
  counts[kind] += 1;
  return Promise.resolve(value);
};
const sessions: SessionStorage = {
  storeSession: () => counted('written', true),
  loadSession: (id) => counted('read', id === session.id ? session : undefined),
  deleteSession: () => counted('written', true),
  deleteSessions: () => counted('written', true),
  findSessionsByShop: () => counted('read', [session]),
};
setAbstractFetchFunc(() => counted('calls', new Response('{}', { status: 500 })));

const READS: readonly (keyof PanelDeps)[] = [
  ...(['home', 'cases', 'caseOf', 'payments', 'settings', 'suspension'] as const),
];
const real = panelDeps();
const panel = new Proxy(real, {
  get(target, name: keyof PanelDeps) {
    counts[READS.includes(name) ? 'read' : 'written'] += 1;
    return target[name];
  },
});

const shopifyApp = createShopify(
  {
    apiKey: APP_KEY,
    apiSecret: SECRET,
    appUrl: 'https://holdfast.example.com',
    scopes: ['read_orders'],
    log: rememberingLog(),
  },
  sessions,
  { onInstalled: () => counted('written', undefined) },
);
const app = fakeWebDeps({ apiKey: APP_KEY, shopifyApp, panel });
const web = await startWeb({ env: { port: 0, apiSecrets: [SECRET] }, app });
process.stdout.write(`${JSON.stringify({ port: web.port })}\n`);
process.on('message', () => process.send?.({ ...counts }));
process.on('disconnect', () => process.exit(0));
