import type { EvidenceSum } from '../../../app/domain/capture-evidence';
import type { OrderId, ShopId } from '../../../app/domain/ids';
import { isOpen, type Intent } from '../../../app/domain/intent';
import { compare, sum } from '../../../app/domain/money';
import { Settings, type Mode } from '../../../app/domain/settings';
import type { NewTask } from '../../../app/domain/task';
import { Conflict } from '../../../app/errors';
import type { Demand, Tx } from '../../../app/ports';
import { demandKey, intentRowKey, type ShopRows } from './shop-rows';
import type { Undo } from './table';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const oldestFirst = (a: Demand, b: Demand): number =>
  a.orderedAt.getTime() - b.orderedAt.getTime() || byText(demandKey(a), demandKey(b));

const isBefore = (a: Demand, b: Demand): boolean =>
  a.orderedAt < b.orderedAt || (+a.orderedAt === +b.orderedAt && a.orderId < b.orderId);

const moneyOf = ({ effect }: Intent): string | null =>
  effect.kind === 'capture' || effect.kind === 'void' ? effect.target : null;

const endsIt = ({ effect }: Intent): boolean =>
  effect.kind === 'void' || (effect.kind === 'capture' && effect.final);

const MOVED: readonly Intent['status'][] = ['attempting', 'unclear', 'done'];

/** The database's rules: one open money intent per authorization, no sum above it, nothing after its end. */
function refuseWrongMoney(rows: ShopRows, intent: Intent): void {
  const authorization = moneyOf(intent);
  if (authorization === null || ['withheld', 'failed', 'dropped'].includes(intent.status)) return;
  const others = rows.intents.find(
    (row) => moneyOf(row) === authorization && intentRowKey(row) !== intentRowKey(intent),
  );
  if (isOpen(intent) && others.some(isOpen))
    throw new Conflict('The authorization has an open effect already');
  const moved = others.filter((row) => MOVED.includes(row.status));
  if (moved.some(endsIt)) throw new Error('holdfast_money: the authorization has ended');
  const { effect } = intent;
  if (effect.kind !== 'capture' || effect.authorized === undefined) return;
  const amounts = moved.flatMap((row) =>
    row.effect.kind === 'capture' ? [row.effect.amount] : [],
  );
  const all = sum([...amounts, effect.amount], effect.amount.currencyCode);
  if (compare(all, effect.authorized) > 0)
    throw new Error('holdfast_money: more than was authorized');
}

/** `Tx` on maps. `tasks` gathers what is to be done, as the real one does until its end. */
export function openMemoryTx(
  shop: ShopId,
  rows: ShopRows,
  parts: {
    undo: Undo;
    tasks: NewTask[];
    newShopMode: Mode;
    hasTask: (id: string) => boolean;
    readsLeft: (by: Date | null) => number;
    isToBeLookedAt: (orderId: OrderId, by: Date) => boolean;
  },
): Tx {
  const { undo, tasks, newShopMode, hasTask, readsLeft, isToBeLookedAt } = parts;
  return {
    shop,
    hasTask: async (taskId) => hasTask(taskId),
    readsLeft: async (by) => readsLeft(by),
    // A function that is async turns what it throws into a rejection, as the real one's are.
    loadShop: async () => rows.shop.get('') ?? null,
    async saveSettings(settings) {
      const known = rows.shop.get('');
      if (!known) throw new Error('Settings of a shop that is not known');
      const { version } = settings;
      if (known.settings.version !== version)
        throw new Conflict(`The settings have moved on from version ${version}`);
      rows.shop.set('', { ...known, settings: { ...settings, version: version + 1 } }, undo);
    },
    async saveShop(value) {
      const known = rows.shop.get('');
      const settings = known?.settings ?? Settings.parse({ mode: newShopMode });
      const captureMethod = known?.captureMethod ?? null;
      rows.shop.set('', { ...value, id: shop, settings, captureMethod }, undo);
    },
    reconciledAt: async () => rows.reconciled.get('') ?? null,
    async saveReconciled({ until, captureMethod }) {
      const known = rows.shop.get('');
      if (!known) return;
      rows.reconciled.set('', until, undo);
      rows.shop.set('', { ...known, captureMethod }, undo);
    },
    absence: async () => rows.absence.get('') ?? null,
    saveAbsence: async (absence) => rows.absence.set('', absence, undo),
    forgetAbsence: async () => rows.absence.delete('', undo),
    notices: async () => rows.notices.find(() => true).toSorted((a, b) => byText(a.kind, b.kind)),
    async raiseNotice(kind, at) {
      if (rows.notices.get(kind) === undefined)
        rows.notices.set(kind, { kind, since: at, dismissedAt: null }, undo);
    },
    endNotice: async (kind) => rows.notices.delete(kind, undo),
    async dismissNotice(kind, at) {
      const known = rows.notices.get(kind);
      if (known !== undefined && known.dismissedAt === null)
        rows.notices.set(kind, { ...known, dismissedAt: at }, undo);
    },
    async knowOrder({ orderId, readAt, updatedAt, evidence }) {
      const known = rows.known.get(orderId);
      const later = (a: Date | undefined, z: Date): Date => (a !== undefined && a > z ? a : z);
      const row = {
        readAt: later(known?.readAt, readAt),
        quietUntil: known?.quietUntil ?? null,
        updatedAt: later(known?.updatedAt, updatedAt),
        evidence: evidence ?? known?.evidence ?? null,
      };
      rows.known.set(orderId, row, undo);
    },
    readAtOf: async (orderId) => rows.known.get(orderId)?.readAt ?? null,
    async keepQuiet(orderId, until) {
      const known = rows.known.get(orderId);
      if (known !== undefined && (known.quietUntil === null || known.quietUntil < until))
        rows.known.set(orderId, { ...known, quietUntil: until }, undo);
    },
    quietUntil: async (orderId) => rows.known.get(orderId)?.quietUntil ?? null,
    async unknownOf(changed) {
      return changed.flatMap(({ id, updatedAt }) => {
        const known = rows.known.get(id);
        return known === undefined || known.updatedAt < updatedAt ? [id] : [];
      });
    },
    async captureEvidence(since) {
      const sums = new Map<string, EvidenceSum>();
      for (const { evidence } of rows.known.find(({ updatedAt }) => updatedAt >= since)) {
        if (evidence === null) continue;
        const key = `${evidence.gateway} ${evidence.method}`;
        sums.set(key, { ...evidence, orders: (sums.get(key)?.orders ?? 0) + 1 });
      }
      return [...sums].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
    },

    loadCase: async (orderId) => rows.cases.get(orderId) ?? null,
    async saveCase(value) {
      if (value.shop !== shop) throw new Error('A case of another shop');
      const version = rows.cases.get(value.orderId)?.version ?? 0;
      if (version !== value.version)
        throw new Conflict(`The case has moved on from version ${value.version}`);
      rows.cases.set(value.orderId, { ...value, version: version + 1 }, undo);
    },
    openCases: async () =>
      rows.cases
        .find((row) => row.closedAt === null)
        .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || byText(a.orderId, b.orderId))
        .map((row) => row.orderId),
    unsaidCases: async () =>
      rows.cases
        .find((row) => row.closedAt !== null && row.customerKey !== null && row.toTell.length > 0)
        .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || byText(a.orderId, b.orderId))
        .map((row) => row.orderId),
    casesToPickUp: async (after, take) =>
      rows.cases
        .find(
          (row) =>
            row.orderId > (after ?? '') &&
            (row.closedAt === null || (row.customerKey !== null && row.toTell.length > 0)),
        )
        .sort((a, b) => byText(a.orderId, b.orderId))
        .slice(0, take),
    caselessToPickUp: async (after, take) => {
      const open = rows.intents.find(
        (row) => row.finishedAt === null && isOpen(row) && row.status !== 'awaiting-approval',
      );
      const orders = open.map(({ orderId }) => orderId).filter((id) => id > (after ?? ''));
      const caseless = orders.filter((id) => rows.cases.get(id) === undefined);
      return [...new Set(caseless)].sort(byText).slice(0, take);
    },
    unknownGateways: async () => {
      const open = rows.cases.find((row) => row.closedAt === null);
      return [...new Set(open.flatMap((row) => row.unknownGateways ?? []))].toSorted();
    },
    async addTimeline(orderId, entries) {
      rows.timelines.set(orderId, [...(rows.timelines.get(orderId) ?? []), ...entries], undo);
    },
    timeline: async (orderId) => [...(rows.timelines.get(orderId) ?? [])],

    demandOfOrder: async (orderId) =>
      rows.demand.find((row) => row.orderId === orderId).sort(oldestFirst),
    demandOfItem: async (itemId) =>
      rows.demand.find((row) => row.itemId === itemId).sort(oldestFirst),
    async itemsInDemand({ waitedFor, after = null, take = Infinity }) {
      const rowsOf = rows.demand.find(
        ({ allocated, quantity }) => !waitedFor || allocated === null || allocated < quantity,
      );
      const items = [...new Set(rowsOf.map(({ itemId }) => itemId))].sort(byText);
      return items.filter((itemId) => itemId > (after ?? '')).slice(0, take);
    },
    async forgetShares(feeds, take) {
      const isDoubted = ({ locationId, allocated, quantity }: Demand): boolean =>
        locationId !== null && feeds.includes(locationId) && (allocated ?? 0) < quantity;
      const known = rows.demand
        .find((row) => row.allocated !== null && !isDoubted(row))
        .slice(0, take);
      for (const row of known) rows.demand.set(demandKey(row), { ...row, allocated: null }, undo);
      return known.length;
    },
    async hasNewsOfOlder(orderId, by) {
      const own = rows.demand.find((row) => row.orderId === orderId);
      const isOlder = (row: Demand): boolean =>
        row.locationId !== null &&
        own.some((mine) => row.itemId === mine.itemId && isBefore(row, mine));
      return rows.demand.find(isOlder).some((row) => isToBeLookedAt(row.orderId, by));
    },
    async replaceDemand(orderId, wanted) {
      const keys = new Set(wanted.map(demandKey));
      for (const row of rows.demand.find((known) => known.orderId === orderId))
        if (!keys.has(demandKey(row))) rows.demand.delete(demandKey(row), undo);
      for (const row of wanted) {
        const allocated = rows.demand.get(demandKey(row))?.allocated ?? null;
        rows.demand.set(demandKey(row), { ...row, orderId, allocated }, undo);
      }
    },
    async setAllocated(given) {
      for (const { allocated, ...row } of given) {
        const known = rows.demand.get(demandKey(row));
        if (known) rows.demand.set(demandKey(row), { ...known, allocated }, undo);
      }
    },
    async saveStock(levels, readAt) {
      for (const level of levels) {
        const key = `${level.itemId} ${level.locationId}`;
        const known = rows.stock.get(key);
        if (!known || known.readAt <= readAt) rows.stock.set(key, { ...level, readAt }, undo);
      }
    },

    intents: async (orderId) =>
      rows.intents
        .find((row) => row.orderId === orderId)
        .sort(
          (a, b) =>
            a.plannedAt.getTime() - b.plannedAt.getTime() ||
            byText(a.effect.kind, b.effect.kind) ||
            byText(a.effect.target, b.effect.target) ||
            a.generation - b.generation,
        ),
    openIntents: async (orderIds) =>
      rows.intents.find(
        (row) => orderIds.includes(row.orderId) && row.finishedAt === null && isOpen(row),
      ),
    awaitingYes: async (after, take) => {
      const all = rows.intents
        .find(({ status, orderId }) => status === 'awaiting-approval' && orderId > (after ?? ''))
        .sort((a, b) => byText(a.orderId, b.orderId) || byText(intentRowKey(a), intentRowKey(b)));
      const last = all[take - 1]?.orderId;
      return last === undefined ? all : all.filter(({ orderId }) => orderId <= last);
    },
    async planIntent(intent) {
      if (rows.intents.has(intentRowKey(intent))) return false;
      refuseWrongMoney(rows, intent);
      rows.intents.set(intentRowKey(intent), { ...intent, shop }, undo);
      return true;
    },
    async saveIntent(intent) {
      if (!rows.intents.has(intentRowKey(intent)))
        throw new Error('An intent that was never planned');
      refuseWrongMoney(rows, intent);
      rows.intents.set(intentRowKey(intent), { ...intent, shop }, undo);
    },
    untakenCaptures: async (take) =>
      rows.intents
        .find(
          ({ orderId, effect, status }) =>
            effect.kind === 'capture' &&
            (status === 'failed' || status === 'awaiting-approval') &&
            rows.cases.get(orderId) === undefined,
        )
        .sort(
          (a, b) => b.plannedAt.getTime() - a.plannedAt.getTime() || byText(b.orderId, a.orderId),
        )
        .slice(0, take),

    messages: async (orderId) =>
      rows.messages
        .find((row) => row.orderId === orderId)
        .sort((a, b) => a.at.getTime() - b.at.getTime() || byText(a.key, b.key)),
    async keepMessage(message) {
      rows.messages.set(`${message.orderId} ${message.key}`, message, undo);
    },
    async lastWordTo(customerKey) {
      if (customerKey === '') return null;
      const said = rows.messages.find(
        (row) => row.customerKey === customerKey && row.outcome !== 'refused',
      );
      return said.reduce<Date | null>((last, { at }) => (last && last > at ? last : at), null);
    },

    async addChoiceLink(link) {
      if (rows.links.has(link.id)) throw new Conflict('A choice link with this id exists');
      rows.links.set(link.id, link, undo);
    },
    choiceLink: async (id) => rows.links.get(id) ?? null,
    choiceLinks: async (orderId) =>
      rows.links
        .find((link) => link.orderId === orderId)
        .toSorted(
          (a, b) => a.expiresAt.getTime() - b.expiresAt.getTime() || a.id.localeCompare(b.id),
        ),
    ordersOfCustomer: async (customerKey) => {
      if (customerKey === '') return [];
      const is = (row: { customerKey: string | null }): boolean => row.customerKey === customerKey;
      const found = [...rows.cases.find(is), ...rows.messages.find(is)];
      return [...new Set(found.map(({ orderId }) => orderId))].toSorted();
    },

    async addTasks(added) {
      if (added.some((task) => task.shop !== shop)) throw new Error('A task of another shop');
      tasks.push(...added);
    },
  };
}
