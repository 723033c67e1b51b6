import { decideRedaction } from '../domain/redaction';
import type { TaskBody } from '../domain/task';
import type { Work } from '../ports';
import { askAccess } from './ask-access';
import type { Deps } from './deps';

type Body = Extract<TaskBody, { kind: 'redact-shop' }>;
const instant = (text: string | undefined): Date | null =>
  text === undefined ? null : new Date(text);

/**
 * Everything that Holdfast keeps of a shop goes, once it is certain that the shop has ended (docs/decisions/0044). A shop
 * that was never installed has nothing to ask twice for.
 */
export async function redactShop(deps: Deps, work: Work, body: Body): Promise<void> {
  const { shop: shopId } = work.claim;
  const shop = await deps.store.read(shopId, (tx) => tx.loadShop());
  const since = instant(body.since) ?? work.now;
  const asked = { since, endedAt: instant(body.endedAt) };
  const answer = await askAccess(deps, shopId, shop);
  const step = decideRedaction(asked, answer, work.now);
  if (step.do === 'keep') {
    deps.log.warn({ shop: shopId }, 'Shopify asked to erase a shop in which the app is installed');
    if (shop !== null) await work.finish({}, (tx) => tx.raiseNotice('erasure-asked', since));
    return;
  }
  if (step.do === 'erase' || shop === null) {
    await deps.tokens.forget(shopId);
    await deps.store.redactShop(shopId);
    return;
  }
  if (step.callsOperator)
    deps.log.error(
      { shop: shopId, since },
      'A shop is to be erased, and Shopify does not say whether the app is still installed there',
    );
  const next: Body = {
    kind: 'redact-shop',
    since: since.toISOString(),
    ...(step.endedAt === null ? {} : { endedAt: step.endedAt.toISOString() }),
  };
  await work.finish({}, (tx) => tx.addTasks([{ shop: shopId, body: next, dueAt: step.at }]));
}
