import {
  awayStill,
  confirmsUninstall,
  hasLeft,
  nextProbeAt,
  nextProbeOfGone,
} from '../domain/absence';
import { StaleClaim } from '../errors';
import type { Work } from '../ports';
import type { Deps } from './deps';
import { askToBeLetIn, comeBack, planProbe } from './suspend';

/**
 * Asks for a suspended shop, and plans the next time, whatever the answer; or brings the shop back, or sees that it left. One
 * that left by its answers alone is asked for once a day: an incident of Shopify's looks the same.
 */
export async function probeShop(deps: Deps, work: Work): Promise<void> {
  const { shop } = work.claim;
  const cause = await askToBeLetIn(deps, shop).catch((error: unknown) => {
    if (error instanceof StaleClaim) throw error;
    return 'unknown' as const;
  });
  await work.finish({}, async (tx) => {
    const known = await tx.loadShop();
    const before = await tx.absence();
    // Of a shop whose uninstall was confirmed there is no absence any more.
    if (known === null || before?.backAt !== null) return;
    const { id: _id, settings: _settings, ...rest } = known;
    const wasGone = known.uninstalledAt !== null;
    // What stood still is being put in order already, and its end lets the tasks go on.
    if (cause === null && before.cause === 'coming-back') return;
    if (cause === null) {
      if (wasGone) await tx.saveShop({ ...rest, uninstalledAt: null });
      return comeBack(deps, tx, { absence: before, wasGone, now: work.now });
    }
    if (before.saidUninstalledAt !== null && cause !== 'unknown' && confirmsUninstall(cause)) {
      await tx.saveShop({ ...rest, uninstalledAt: known.uninstalledAt ?? work.now });
      return tx.forgetAbsence();
    }
    const absence = cause === 'unknown' ? before : awayStill(before, cause, work.now);
    await tx.saveAbsence(absence);
    const hasGone = wasGone || (cause !== 'unknown' && hasLeft(absence, work.now));
    if (hasGone && !wasGone) {
      await tx.saveShop({ ...rest, uninstalledAt: work.now });
      deps.log.warn({ shop, cause }, 'The shop counts as gone: Shopify refused us long enough');
    }
    await planProbe(tx, hasGone ? nextProbeOfGone(work.now) : nextProbeAt(absence, work.now));
  });
  // After the commit: a shop that has left has no tasks but the next probe, and one that came back keeps them.
  const left = await deps.store.read(shop, async (tx) => ({
    shop: await tx.loadShop(),
    isSure: (await tx.absence()) === null,
  }));
  if (left.shop === null || left.shop.uninstalledAt === null) return;
  await deps.store.dropTasks(shop);
  if (left.isSure) await deps.tokens.forget(shop);
}
