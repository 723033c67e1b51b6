import type { Case } from '../domain/case';
import type { OrderId, ShopId } from '../domain/ids';
import { type Intent, intentKey } from '../domain/intent';
import { readMoney } from '../domain/money-picture';
import type { PanelCase, PanelHome, PanelRow, PanelStep } from '../domain/panel-view';
import { nextStep } from '../domain/planner';
import type { Shop } from '../domain/settings';
import { moneySentence } from '../emails/money-sentence';
import type { PanelReads } from '../ports';
import type { Deps } from './deps';
import { installShop } from './install';
import { effectInWords, entryInWords, stepInWords } from './panel-words';

const PAGE = 50;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function rowOf(value: Case): PanelRow {
  const dates = value.lines
    .filter((line) => line.units.short > 0)
    .flatMap((line) => line.promise.date ?? []);
  return {
    orderId: value.orderId,
    orderName: value.orderName,
    openedAt: value.openedAt.toISOString(),
    waitingUnits: value.lines.reduce((total, { units }) => total + units.short + units.doubtful, 0),
    date: iso(dates.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null),
    attention: value.attention,
  };
}

/** A page's loaders run side by side: this one may come before the hook that installs the shop has ended. */
async function installedShop(deps: Deps, shopId: ShopId): Promise<Shop> {
  const load = (): Promise<Shop | null> => deps.store.read(shopId, (tx) => tx.loadShop());
  const shop = await load();
  if (shop !== null && shop.uninstalledAt === null) return shop;
  await installShop(deps, shopId);
  const installed = await load();
  if (installed === null) throw new Error('The shop could not be installed');
  return installed;
}

/** Those that need a person first, then the longest waiting. */
export async function panelHome(deps: Deps, reads: PanelReads, shopId: ShopId): Promise<PanelHome> {
  const shop = await installedShop(deps, shopId);
  const [cases, counts] = await Promise.all([reads.openCases(shopId, PAGE), reads.counts(shopId)]);
  const steps = cases.flatMap((value): PanelStep[] => {
    const step = nextStep(value, shop, null);
    if (step === null) return [];
    const { orderId, orderName } = value;
    return [{ orderId, orderName, what: stepInWords(step.step), dueAt: step.dueAt.toISOString() }];
  });
  return {
    shopName: shop.name,
    timezone: shop.timezone,
    mode: shop.settings.mode,
    paused: shop.settings.paused,
    captureClearOrders: shop.settings.captureClearOrders,
    counts,
    cases: cases.map(rowOf),
    nextSteps: steps.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)).slice(0, 10),
  };
}

const intentView = (intent: Intent): PanelCase['intents'][number] => ({
  key: intentKey(intent),
  what: effectInWords(intent.effect),
  status: intent.status,
  plannedAt: intent.plannedAt.toISOString(),
  error: intent.error,
});

/** One case with all that is known of it; null for an order that isn't this shop's, or that has no case. */
export async function panelCase(
  deps: Deps,
  shopId: ShopId,
  orderId: OrderId,
): Promise<PanelCase | null> {
  const found = await deps.store.read(shopId, async (tx) => {
    const value = await tx.loadCase(orderId);
    if (value === null) return null;
    return {
      value,
      shop: await tx.loadShop(),
      intents: await tx.intents(orderId),
      timeline: await tx.timeline(orderId),
      last: value.customerKey === null ? null : await tx.lastWordTo(value.customerKey),
    };
  });
  if (found?.shop == null) return null;
  const { value, shop, intents, timeline, last } = found;
  const order = await deps.shopify.readOrder(shopId, orderId).catch(() => null);
  const step = nextStep(value, shop, last);
  return {
    orderId,
    orderName: value.orderName,
    timezone: shop.timezone,
    openedAt: value.openedAt.toISOString(),
    closedAt: iso(value.closedAt),
    attention: value.attention,
    money: order === null ? null : moneySentence(readMoney(order), 'en', deps.clock.now()),
    lines: value.lines.map(({ id, title, sku, units, promise, choice }) => ({
      id,
      title,
      sku,
      units,
      date: iso(promise.date),
      choice: choice.kind,
    })),
    intents: intents.map(intentView),
    timeline: timeline.map((entry) => ({
      at: entry.at.toISOString(),
      by: entry.by,
      what: entryInWords(entry),
    })),
    nextStep:
      step === null
        ? null
        : {
            orderId,
            orderName: value.orderName,
            what: stepInWords(step.step),
            dueAt: step.dueAt.toISOString(),
          },
  };
}
