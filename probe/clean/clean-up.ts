import type { Admin } from '../shopify/admin';
import type { Hands } from '../hands/hands';
import { KINDS, type Journal, type Thing } from '../record/journal';
import { cleanOrder } from './clean-order';
import { cleanLocation, cleanProduct, cleanService, cleanWebhook } from './clean-goods';
import { cleanSetting } from './clean-setting';
import { findMarked } from './find-marked';

export interface Cleaner {
  readonly admin: Admin;
  readonly hands: Hands;
  readonly wait: (seconds: number) => Promise<void>;
  readonly id: () => string;
}

/** null: it is gone. Otherwise what stays in the store, and why. */
export type Left = string | null;

const CLEAN: Readonly<Record<Thing['kind'], (cleaner: Cleaner, id: string) => Promise<Left>>> = {
  webhook: cleanWebhook,
  order: cleanOrder,
  product: cleanProduct,
  service: cleanService,
  location: cleanLocation,
  setting: cleanSetting,
};

/**
 * Takes away everything that the journal names: orders before the goods in them, goods before their places. What was
 * announced and perhaps never made is looked for by its mark.
 * In: the journal. Out: the things that stay, each with the reason.
 */
export async function cleanUp(
  cleaner: Cleaner,
  journal: Journal,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const things = journal.open();
  if (things.length === 0) return [];
  print(`Cleaning up ${things.length} thing${things.length === 1 ? '' : 's'}.`);
  const left: string[] = [];
  const unknown = things.filter(({ id }) => id === null);
  const found = unknown.length === 0 ? new Map() : await findMarked(cleaner.admin, unknown);
  for (const kind of KINDS) {
    for (const thing of things.filter((one) => one.kind === kind)) {
      const id = thing.id ?? found.get(thing.mark);
      const stays = id === undefined ? null : await attempt(cleaner, thing, String(id));
      if (stays === null) journal.gone(thing.mark);
      else {
        const line = `${thing.kind} ${thing.mark}: ${stays}`;
        journal.left(thing.mark, stays);
        left.push(line);
        print(`   stays: ${line}`);
      }
    }
  }
  journal.close();
  return left;
}

async function attempt(cleaner: Cleaner, thing: Thing, id: string): Promise<Left> {
  try {
    return await CLEAN[thing.kind](cleaner, id);
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
