import { join } from 'node:path';
import type { Cleaner } from './clean/clean-up';
import type { Options } from './options';
import { Journal } from './record/journal';
import { Prices } from './record/prices';
import { RawReplies } from './record/raw-replies';
import type { World } from './run-probe';
import { Admin, type AdminOptions } from './shopify/admin';
import { tokenFor } from './shopify/token';

/** One run of the probe: its folder, its journal, and its ways into the store. */
export interface Session {
  readonly run: string;
  readonly folder: string;
  readonly journal: Journal;
  readonly raw: RawReplies;
  readonly prices: Prices;
  /** For cleaning up: it also works after the probe was stopped. */
  readonly cleaner: Cleaner;
  admin(pace: Pick<AdminOptions, 'wait' | 'check'>): Admin;
}

export async function openSession(options: Options, world: World): Promise<Session> {
  const { store, access } = options;
  const token = await tokenFor(store, access, world.fetch);
  const run = world.now().toString(36);
  const home = join(options.folder, store);
  const folder = join(home, run);
  const secrets = 'clientSecret' in access ? [token, access.clientSecret] : [token];
  const raw = new RawReplies(join(folder, 'replies'), secrets);
  const prices = new Prices();
  const admin: Session['admin'] = (pace) =>
    new Admin({ store, token, fetch: world.fetch, raw, prices, ...pace });
  const { hands, wait, id } = world;
  const cleaner = { admin: admin({ wait, check: () => undefined }), hands, wait, id };
  const journal = new Journal(join(home, 'journal.jsonl'));
  return { run, folder, journal, raw, prices, cleaner, admin };
}
