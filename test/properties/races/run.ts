import fc from 'fast-check';
import { judgePromises } from '../../../app/domain/promises';
import { openMemoryDesk, type OpenDesk } from '../../support/desk';
import { DAYS } from '../../support/story';
import { type Guard, unbroken } from '../exactly-once/broken-guard';
import { anyCommands } from './commands';
import { createRaces } from './pool';
import { leftLying, serveEverybody } from './nothing-stuck';
import { anyShop, openShop, type Real } from './shop';

const MONEY = ['P1', 'P6', 'M'] as const;

/** Everything works again, and enough time passes for whatever is owed. */
async function heal({ shop, races }: Real): Promise<void> {
  await races.calm();
  shop.shopify.heal();
  shop.mailHeals();
  shop.loseWebhooks(false);
  await shop.change({ mode: 'automatic', paused: false });
  await shop.reconcile();
  await shop.advance(DAYS(9));
  await serveEverybody(shop);
}

/** Promises about money that are broken. */
export async function brokenPromises({ shop }: Real): Promise<string[]> {
  const findings = judgePromises(await shop.history());
  return MONEY.flatMap((name) =>
    findings[name].violations.map(
      ({ at, order, says }) => `${name} at ${at.toISOString()}, ${order ?? 'shop'}: ${says}`,
    ),
  );
}

/** What must not be: a broken promise, a task that was given up, an order that is left lying. */
async function everythingWrong(real: Real): Promise<string[]> {
  const { shop } = real;
  const dead = (await shop.desk.deadTasks()).map(
    (task) => `dead ${task.key}: ${task.lastError ?? ''}`,
  );
  return [...(await brokenPromises(real)), ...dead, ...(await leftLying(shop))];
}

interface World {
  readonly guardOf?: () => Guard;
  readonly openDesk?: OpenDesk;
  readonly judge?: (real: Real) => Promise<string[]>;
}

/** One run: any shop, anything in any order, then all is well again, and the promises about money are judged. */
export function moneyIsSafe({
  guardOf = unbroken,
  openDesk = openMemoryDesk,
  judge = everythingWrong,
}: World = {}) {
  return fc.asyncProperty(anyShop, anyCommands, fc.scheduler(), async (of, commands, scheduler) => {
    const guard = guardOf();
    guard.breaks();
    const real = await openShop(of, createRaces(scheduler, guard.between), openDesk);
    await fc.asyncModelRun(() => ({ model: {}, real }), commands);
    await heal(real);
    const found = await judge(real);
    if (found.length > 0) throw new Error(found.join('\n'));
  });
}
