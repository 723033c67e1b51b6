import { createAdminClient } from '../../app/adapters/shopify/admin-client.server';
import { createShopifyPort } from '../../app/adapters/shopify/shopify-port.server';
import { addMs, MINUTE } from '../../app/domain/calendar';
import type { ShopId } from '../../app/domain/ids';
import { Settings } from '../../app/domain/settings';
import type { PriceMeter } from '../../app/adapters/shopify/price-meter';
import type { Log, Mailer } from '../../app/ports';
import type { Deps } from '../../app/use-cases/deps';
import { createPerform } from '../../app/use-cases/perform';
import { createPlainSecrets } from '../../test/support/harness/secrets';
import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store';

export const QUIET: Log = { debug() {}, info() {}, warn() {}, error() {} };
const BETWEEN = 5 * MINUTE;
const FOREVER = new Date('9999-01-01');

/** How long it took by the shop's clock, until the last order was looked at. */
export interface Round {
  readonly seconds: number;
}

export interface App {
  /** Goes through all that has changed since then, and does what comes of it. */
  round(since: Date): Promise<Round>;
}

interface Place {
  readonly shop: ShopId;
  readonly token: string;
  readonly start: Date;
  /** Moves Shopify's clock. */
  readonly moveTo: (now: Date) => Promise<unknown>;
}

/** The app on a store in memory, with its real way to Shopify. */
export function depsOf(
  store: MemoryStore,
  token: string,
  now: () => Date,
  more: { readonly meter?: PriceMeter; readonly mailer?: Mailer } = {},
): Deps {
  const tokenFor = () => Promise.resolve(token);
  const client = createAdminClient({ tokenFor, log: QUIET, meter: more.meter });
  return {
    store,
    shopify: createShopifyPort(client),
    mailer: more.mailer ?? {
      send: () => Promise.reject(new Error('Nobody is written to here')),
    },
    secrets: createPlainSecrets(),
    tokens: { forget: () => Promise.resolve() },
    clock: { now },
    log: QUIET,
    appUrl: 'https://holdfast.example',
    defaultSender: { name: 'Holdfast', email: 'post@holdfast.example' },
  };
}

/** The app's own use cases and its real way to Shopify, on a store in memory, by a clock that jumps to what is due. */
export async function openApp({ shop, token, start, moveTo }: Place): Promise<App> {
  let now = start;
  const store = createMemoryStore();
  const deps = depsOf(store, token, () => now);
  const perform = createPerform(deps);
  const facts = await deps.shopify.readShop(shop);
  await store.transact(shop, {}, async (tx) => {
    await tx.saveShop({ ...facts, installedAt: start, uninstalledAt: null });
    await tx.saveSettings(Settings.parse({ mode: 'automatic' }));
  });

  const runDue = async (): Promise<void> => {
    for (let taken = store.take(now); taken !== null; taken = store.take(now)) {
      const error: unknown = await perform(taken.work).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (taken.end(error) === 'dead') throw error;
    }
  };
  /** When the next task of this round is due: that of the next round names no moment to begin from. */
  const nextOf = ({ since }: { readonly since: string }): Date | null => {
    const waiting = store.dueTasks(FOREVER);
    const own = waiting.find(({ body }) => body.kind !== 'reconcile' || body.since === since);
    return own?.dueAt ?? null;
  };

  return {
    async round(since) {
      const body = { kind: 'reconcile', since: since.toISOString() } as const;
      // The next round, which waits for its hour, would begin where this one ended.
      await store.dropTasks(shop);
      await moveTo((now = addMs(now, BETWEEN)));
      await store.transact(shop, {}, (tx) => tx.addTasks([{ shop, body, dueAt: now }]));
      const began = now;
      for (let at = nextOf(body); at !== null; at = nextOf(body)) {
        if (at > now) await moveTo((now = at));
        await runDue();
      }
      return { seconds: (now.getTime() - began.getTime()) / 1000 };
    },
  };
}
