import { ASKED_KINDS, type AskedKind, listedAs } from '../domain/after-absence';
import { OrderId, type ShopId } from '../domain/ids';
import { type Intent, intentKey } from '../domain/intent';
import { isPositive, type Money, plus, zero } from '../domain/money';
import type { Acted, PanelAfterAbsence } from '../domain/panel-view';
import type { TaskBody } from '../domain/task';
import type { Tx, Work } from '../ports';
import type { Deps } from './deps';
import { approve } from './merchant-acts';
import { DONE, refused } from './on-case';

/* After an absence of more than a day, what became due is a list for a yes: to tell, to charge, to end. */

const PAGE = 500;

/** Every effect that waits for a yes, an order after the other. */
async function awaitingYes(tx: Tx): Promise<Intent[]> {
  const all: Intent[] = [];
  for (let after: OrderId | null = null; ;) {
    const page: Intent[] = await tx.awaitingYes(after, PAGE);
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return all;
    after = last.orderId;
  }
}

/** Only where the shop otherwise acts by itself: a shop that says yes to each effect finds these among the others. */
export async function panelAfterAbsence(
  deps: Deps,
  shopId: ShopId,
): Promise<PanelAfterAbsence | null> {
  const asOf = deps.clock.now();
  return deps.store.read(shopId, async (tx) => {
    const shop = await tx.loadShop();
    const absence = await tx.absence();
    if (shop?.settings.mode !== 'automatic' || absence?.asksUntil == null) return null;
    const intents = await awaitingYes(tx);
    const [tell, charge, end] = ASKED_KINDS.map((kind) =>
      intents.filter((intent) => listedAs(intent) === kind),
    );
    const counts = { tell: tell?.length ?? 0, charge: charge?.length ?? 0, end: end?.length ?? 0 };
    if (counts.tell + counts.charge + counts.end === 0) return null;
    return { ...counts, totals: totalsOf(charge ?? []), asOf: asOf.toISOString() };
  });
}

/** What the captures among them come to, per currency. */
function totalsOf(intents: readonly Intent[]): Money[] {
  const totals = new Map<string, Money>();
  for (const { effect } of intents) {
    if (effect.kind !== 'capture') continue;
    const { currencyCode } = effect.amount;
    totals.set(currencyCode, plus(totals.get(currencyCode) ?? zero(currencyCode), effect.amount));
  }
  return [...totals.values()].filter(isPositive);
}

/** A person's yes to all of one kind that they saw; what came to the list since stays on it. */
export function sayYesToAll(
  deps: Deps,
  shopId: ShopId,
  wish: { readonly of: AskedKind; readonly asOf: Date; readonly person: string },
): Promise<Acted> {
  const now = deps.clock.now();
  return deps.store.transact(shopId, {}, async (tx) => {
    if ((await tx.absence())?.asksUntil == null) return refused('Nothing of this waits any more.');
    const { of, person, asOf } = wish;
    const body = { kind: 'yes-to-all' as const, of, person, asOf: asOf.toISOString() };
    await tx.addTasks([{ shop: shopId, body, dueAt: now }]);
    return DONE;
  });
}

type YesToAll = Extract<TaskBody, { kind: 'yes-to-all' }>;

/** When it came on the list: long after it was planned, for what had to wait for the reading. */
const listedAt = ({ awaitingSince, plannedAt }: Intent): Date => awaitingSince ?? plannedAt;

/** A page of orders after the other, each in a transaction of its own; done twice, it changes nothing. */
export async function yesToAll(deps: Deps, work: Work, body: YesToAll): Promise<void> {
  const { shop } = work.claim;
  const after = body.after === undefined ? null : OrderId.parse(body.after);
  const page = await deps.store.read(shop, (tx) => tx.awaitingYes(after, PAGE));
  const meant = page.filter(
    (intent) => listedAs(intent) === body.of && listedAt(intent) <= new Date(body.asOf),
  );
  for (const intent of meant)
    await approve(deps, shop, intent.orderId, intentKey(intent), { person: body.person });
  const last = page.at(-1);
  await work.finish({}, async (tx) => {
    if (last === undefined || page.length < PAGE) return;
    await tx.addTasks([{ shop, body: { ...body, after: last.orderId }, dueAt: work.now }]);
  });
}
