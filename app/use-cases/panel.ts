import { endOfDay, latest } from '../domain/calendar';
import type { Case } from '../domain/case';
import { OrderId, type ShopId } from '../domain/ids';
import type {
  CaseQuery,
  PanelCases,
  PanelHome,
  PanelSettings,
  PanelStep,
} from '../domain/panel-view';
import { nextStep } from '../domain/planner';
import type { Shop } from '../domain/settings';
import { dueBy } from '../domain/shop-notice';
import type { PanelReads } from '../ports';
import type { Deps } from './deps';
import { installShop } from './install';
import { rowOf, stepView } from './panel-rows';
import { panelAfterAbsence } from './yes-to-all';

const PAGE = 25;
/** So many rows of each kind fit on the home page; the list has the rest. */
const FEW = 6;
const TODAY = 50;

/** A page's loaders run side by side: this one may come before the hook that installs the shop has ended. */
export async function installedShop(deps: Deps, shopId: ShopId): Promise<Shop> {
  const load = (): Promise<Shop | null> => deps.store.read(shopId, (tx) => tx.loadShop());
  const shop = await load();
  if (shop !== null && shop.uninstalledAt === null) return shop;
  await installShop(deps, shopId);
  const installed = await load();
  if (installed === null) throw new Error('The shop could not be installed');
  return installed;
}

/** What the shop's staff should know before anything else, in a fixed number of queries. */
export async function panelHome(deps: Deps, reads: PanelReads, shopId: ShopId): Promise<PanelHome> {
  const shop = await installedShop(deps, shopId);
  const { settings, timezone } = shop;
  const endOfToday = endOfDay(deps.clock.now(), timezone);
  const oldest = { search: '', order: 'oldest', from: null, take: FEW } as const;
  const [notices, counts, needsYou, waiting, held, first, due] = await Promise.all([
    deps.store.read(shopId, (tx) => tx.notices()),
    reads.counts(shopId),
    reads.cases(shopId, { ...oldest, filter: 'needs-you' }),
    reads.cases(shopId, { ...oldest, filter: 'waiting' }),
    reads.held(shopId),
    reads.lapsesFirst(shopId),
    reads.dueBy(shopId, endOfToday, TODAY),
  ]);
  const today = due.flatMap(({ case: value, wakesAt, lastWord }): PanelStep[] => {
    const step = nextStep(value, shop, lastWord);
    if (step === null || step.dueAt > endOfToday) return [];
    return [stepView(value, step, latest(step.dueAt, wakesAt))];
  });
  return {
    shopName: shop.name,
    timezone,
    mode: settings.mode,
    paused: settings.paused,
    settingsVersion: settings.version,
    counts,
    needsYou: needsYou.map(rowOf),
    waiting: waiting.map(rowOf),
    held: held.map((sum) => ({ ...sum, lapsesAt: sum.lapsesAt.toISOString() })),
    lapsesFirst: first === null ? null : rowOf(first),
    afterAbsence: await panelAfterAbsence(deps, shopId),
    notices: notices
      .filter(({ dismissedAt }) => dismissedAt === null)
      .map((notice) => ({ kind: notice.kind, dueBy: dueBy(notice)?.toISOString() ?? null })),
    today: today.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
  };
}

type Mark = Pick<Case, 'openedAt' | 'orderId'>;

const markOf = ({ openedAt, orderId }: Mark): string =>
  `${openedAt.getTime()}-${orderId.split('/').at(-1) ?? ''}`;

/** Marks come from addresses, so that anything may stand in them: what isn't one is none. */
function readMark(mark: string | null): Mark | null {
  const [, time, number] = /^(\d{1,15})-(\d+)$/.exec(mark ?? '') ?? [];
  const orderId = OrderId.safeParse(`gid://shopify/Order/${number ?? ''}`);
  return time !== undefined && orderId.success
    ? { openedAt: new Date(Number(time)), orderId: orderId.data }
    : null;
}

/** A page of the list, which stays where it is while cases come and go: its neighbours are found by the rows at its ends. */
export async function panelCases(
  deps: Deps,
  reads: PanelReads,
  shopId: ShopId,
  query: CaseQuery,
): Promise<PanelCases> {
  const { filter, search, sort } = query;
  const before = readMark(query.before);
  const backwards = before !== null;
  const from = before ?? readMark(query.after);
  const order = (sort === 'oldest') === backwards ? 'newest' : 'oldest';
  const [shop, counts, found] = await Promise.all([
    installedShop(deps, shopId),
    reads.counts(shopId),
    reads.cases(shopId, { filter, search, order, from, take: PAGE + 1 }),
  ]);
  const more = found.length > PAGE;
  const page = backwards ? found.slice(0, PAGE).toReversed() : found.slice(0, PAGE);
  const [first] = page;
  const last = page.at(-1);
  return {
    timezone: shop.timezone,
    query,
    counts,
    rows: page.map(rowOf),
    previous: first !== undefined && (backwards ? more : from !== null) ? markOf(first) : null,
    next: last !== undefined && (backwards || more) ? markOf(last) : null,
  };
}

export async function panelSettings(deps: Deps, shopId: ShopId): Promise<PanelSettings> {
  const { settings, timezone, name, email: replyTo } = await installedShop(deps, shopId);
  const { defaultSender } = deps;
  const fallbackSender = {
    name: name || defaultSender.name,
    email: defaultSender.email,
    replyTo,
  };
  return { settings, timezone, fallbackSender };
}
