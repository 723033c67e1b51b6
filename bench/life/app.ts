import { createServer } from 'node:http';
import { REQUESTED_PRICES } from '../../app/adapters/shopify/operations/requested-prices';
import { createPriceMeter, type PriceMeter } from '../../app/adapters/shopify/price-meter';
import type { ShopId } from '../../app/domain/ids';
import { Settings } from '../../app/domain/settings';
import { webhookHandler } from '../../app/http/webhooks.server';
import { createPerform } from '../../app/use-cases/perform';
import { createMemoryStore } from '../../test/support/memory-store';
import { CREDENTIALS, startSimulatedShopify } from '../../test/support/simulated-shopify';
import { depsOf, QUIET } from '../reconcile/app';

export interface LivingApp {
  readonly shop: ShopId;
  readonly token: string;
  readonly meter: PriceMeter;
  readonly sim: Awaited<ReturnType<typeof startSimulatedShopify>>['sim'];
  /** Goes to that time, takes in the webhooks that came, and does all that is due. */
  moveTo(at: Date): Promise<void>;
  readonly mails: readonly string[];
  close(): Promise<void>;
}

/** How long the machine is given to deliver what the simulator has sent. */
const DELIVERED_AFTER_MS = 40;
const settle = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, DELIVERED_AFTER_MS));

/** The app's own use cases and its real ways from and to Shopify, on a store in memory, for one shop. */
export async function openLivingApp(start: Date): Promise<LivingApp> {
  let now = start;
  const store = createMemoryStore();
  const mails: string[] = [];
  const meter = createPriceMeter(REQUESTED_PRICES, QUIET);
  const receive = webhookHandler({
    secrets: [CREDENTIALS.apiSecret],
    log: QUIET,
    inbox: {
      async receive({ shop, hint: { task } }) {
        if (task === null) return;
        await store.transact(shop, {}, (tx) => tx.addTasks([{ shop, body: task, dueAt: now }]));
      },
    },
  });
  const server = createServer((request, response) => {
    if (request.url === '/webhooks') return void receive(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const shopify = await startSimulatedShopify({ appUrl: `http://127.0.0.1:${address.port}` });
  await shopify.sim('POST', '/clock', { now: start.toISOString() });
  const shop = await shopify.openShop({ plan: 'basic', captureMode: 'manual' });
  const { access } = await shopify.exchangeToken(shop, false);
  const deps = depsOf(store, access, () => now, {
    meter,
    mailer: {
      async send(mail) {
        mails.push(mail.subject);
        return { outcome: 'sent', reference: mail.messageId };
      },
    },
  });
  const facts = await deps.shopify.readShop(shop);
  await store.transact(shop, {}, async (tx) => {
    await tx.saveShop({ ...facts, installedAt: start, uninstalledAt: null });
    await tx.saveSettings(Settings.parse({ mode: 'automatic' }));
  });
  const perform = createPerform(deps);

  return {
    shop,
    token: access,
    meter,
    sim: shopify.sim,
    mails,
    async moveTo(at) {
      now = at;
      await shopify.sim('POST', '/clock', { now: at.toISOString() });
      for (;;) {
        await settle();
        const taken = store.take(now);
        if (taken === null) return;
        const error: unknown = await perform(taken.work).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (taken.end(error) === 'dead') throw error;
      }
    },
    async close() {
      await shopify.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
