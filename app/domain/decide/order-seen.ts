import { endOfDayAfter } from '../calendar';
import {
  type Case,
  type CaseLine,
  DELAYS,
  type TimelineEntry,
  type ToTell,
  type Units,
} from '../case';
import type { LineId } from '../ids';
import { type Intent, isOpen } from '../intent';
import { heldMoney, readMoney } from '../money-picture';
import type { OrderSnapshot } from '../order';
import type { Shop } from '../settings';
import { countUnits, unitsToCome } from '../units';
import { NO_ADDRESS } from './attention';
import { type Decision, entry, ignored } from './decision';
import { isSettled } from './settled';

/** The order was read again, with what was allocated to it. */
export interface OrderSeen {
  readonly type: 'order-seen';
  readonly at: Date;
  readonly order: OrderSnapshot;
  /** Units allocated per line; null while no stock reading has been made for one of the line's locations. */
  readonly allocated: ReadonlyMap<LineId, number | null>;
  readonly intents: readonly Intent[];
  readonly customerKey: string | null;
  readonly customerZone: string;
}

function newLine(line: OrderSnapshot['lines'][number], seen: OrderSeen, shop: Shop): CaseLine {
  return {
    id: line.id,
    itemId: line.itemId,
    title: line.title,
    sku: line.sku,
    unitPrice: line.unitPrice,
    units: countUnits(null, line, seen.order, null),
    promise: {
      start: seen.order.processedAt,
      latest: endOfDayAfter(
        seen.order.processedAt,
        shop.settings.statedShippingDays,
        shop.timezone,
      ),
      date: null,
      dateSetAt: null,
      previousDate: null,
      toldDate: null,
    },
    choice: { kind: 'none' },
  };
}

function newCase(seen: OrderSeen, shop: Shop): Case {
  return {
    shop: shop.id,
    orderId: seen.order.id,
    orderName: seen.order.name,
    version: 0,
    generation: 1,
    test: seen.order.test,
    openedAt: seen.at,
    closedAt: null,
    customerKey: seen.customerKey,
    redacted: false,
    customerZone: seen.customerZone,
    lines: [],
    said: [],
    toTell: [],
    attention: null,
    releasedByOthers: [],
  };
}

/**
 * The line after the look. A cancellation that has come true becomes the line's choice, until units are added again; one
 * that was overtaken by a parcel has nothing left to cancel.
 */
function lookAtLine(before: CaseLine, seen: OrderSeen): CaseLine {
  const line = seen.order.lines.find((l) => l.id === before.id);
  if (line === undefined) return before;
  const units = countUnits(before, line, seen.order, seen.allocated.get(line.id) ?? null);
  const choice = choiceAfter(before, units, seen.at);
  return { ...before, title: line.title, units, choice, promise: promiseAfter(before, units) };
}

/** A wait that begins anew has no date yet: the one of an earlier wait is nobody's promise any more. */
function promiseAfter({ promise, units: were }: CaseLine, units: Units): CaseLine['promise'] {
  if (were.short > 0 || units.short === 0) return promise;
  return { ...promise, date: null, dateSetAt: null, previousDate: null, toldDate: null };
}

function choiceAfter(before: CaseLine, units: Units, at: Date): CaseLine['choice'] {
  const { choice } = before;
  const left = unitsToCome(units) - units.packed;
  if (choice.kind === 'cancelled') return left > 0 ? { kind: 'none' } : choice;
  if (left > 0) return choice;
  if (units.cancelled > before.units.cancelled)
    return {
      kind: 'cancelled',
      at,
      by: choice.kind === 'cancel-requested' ? choice.by : 'shopify',
    };
  return choice.kind === 'cancel-requested' ? { kind: 'none' } : choice;
}

function tell(list: ToTell[], step: ToTell['step'], since: Date): void {
  if (!list.some((item) => item.step === step)) list.push({ step, since });
}

const counted = (lines: readonly CaseLine[], count: (line: CaseLine) => number): number =>
  lines.reduce((total, line) => total + count(line), 0);

/** What the customer must hear after this look, and what has become pointless to say. */
function whatToTell(
  before: Case,
  lines: readonly CaseLine[],
  seen: OrderSeen,
  shop: Shop,
): ToTell[] {
  const list = [...before.toTell];
  const changed = (pick: (line: CaseLine) => number): boolean =>
    lines.some((line) => {
      const was = before.lines.find((l) => l.id === line.id);
      return pick(line) > (was === undefined ? 0 : pick(was));
    });
  const told = before.said.length > 0;
  const toCome = counted(lines, (line) => unitsToCome(line.units));
  const short = counted(lines, (line) => line.units.short + line.units.doubtful);

  if (changed((line) => line.units.short)) tell(list, 'first-notice', seen.at);
  const ourCancel = lines.some((line) => {
    const was = before.lines.find((l) => l.id === line.id);
    return line.choice.kind === 'cancelled' && was?.choice.kind === 'cancel-requested';
  });
  if (ourCancel) tell(list, 'cancelled', seen.at);
  const known = before.lines.length > 0;
  if (known && changed((line) => line.units.shipped) && shop.settings.shippingToldBy === 'holdfast')
    tell(list, 'shipped', seen.at);

  const settled = isSettled(readMoney(seen.order), seen.intents);
  const held = seen.order.fulfillmentOrders.some((fo) => fo.holds.some((hold) => hold.ours));
  // After a delay was told, and only then, "ready" is news.
  const saidReady = before.said.findLastIndex((s) => s.step === 'ready');
  const saidDelay = before.said.findLastIndex((s) => DELAYS.includes(s.step));
  if (told && short === 0 && toCome > 0 && settled && !held && saidReady <= saidDelay)
    if (counted(lines, (line) => line.units.ready) > 0) tell(list, 'ready', seen.at);

  return list.filter(({ step }) => {
    if (step === 'first-notice' || step === 'new-date') return short > 0;
    if (step === 'ready') return short === 0 && counted(lines, (line) => line.units.ready) > 0;
    return true;
  });
}

/**
 * One look at the order.
 * - a case opens with the first short unit and not before; a shortage that ends before it was told is closed in silence;
 * - unit counts follow Shopify's fulfillments and removals and our allocation, by the table of moves;
 * - a hold of ours that is gone without our having released it was released by someone else: accepted, not fought.
 */
export function decideOrderSeen(current: Case | null, seen: OrderSeen, shop: Shop): Decision {
  const base = current ?? newCase(seen, shop);
  const known = base.lines.map((line) => lookAtLine(line, seen));
  const fresh = seen.order.lines
    .filter((line) => !base.lines.some((l) => l.id === line.id))
    .map((line) => lookAtLine(newLine(line, seen, shop), seen));
  const lines = [...known, ...fresh];

  const short = counted(lines, (line) => line.units.short);
  if (current === null && (short === 0 || seen.order.cancelledAt !== null))
    return ignored('nothing is short');

  const timeline: TimelineEntry[] = [];
  if (current === null) timeline.push(entry(seen.at, 'case-opened', 'holdfast', { short }));
  for (const line of lines) {
    const from = base.lines.find((l) => l.id === line.id)?.units ?? null;
    if (JSON.stringify(from) !== JSON.stringify(line.units))
      timeline.push(
        entry(seen.at, 'units-moved', 'shopify', { line: line.id, from, to: line.units }),
      );
    if (
      line.choice.kind === 'cancelled' &&
      base.lines.find((l) => l.id === line.id)?.choice.kind !== 'cancelled'
    )
      timeline.push(
        entry(seen.at, 'line-cancelled', 'holdfast', { line: line.id, by: line.choice.by }),
      );
  }

  const releasedByOthers = heldElsewhere(base, seen, timeline);
  const toCome = counted(lines, (line) => unitsToCome(line.units));
  const closed = toCome === 0 || seen.order.cancelledAt !== null;
  if (closed && base.closedAt === null) timeline.push(entry(seen.at, 'case-closed', 'holdfast'));
  if (!closed && base.closedAt !== null)
    timeline.push(entry(seen.at, 'case-opened', 'holdfast', { short }));
  const reopened = !closed && base.closedAt !== null;
  const toTell = whatToTell(base, lines, seen, shop);
  const attention = base.attention ?? whoMustAct(base, lines, toTell, seen);
  if (attention !== null && attention !== current?.attention)
    timeline.push(entry(seen.at, 'attention-raised', 'holdfast', { reason: attention }));

  return {
    case: {
      ...base,
      orderName: seen.order.name,
      customerKey: base.redacted ? null : (seen.customerKey ?? base.customerKey),
      customerZone: seen.customerZone,
      openedAt: reopened ? seen.at : base.openedAt,
      closedAt: closed ? (base.closedAt ?? seen.at) : null,
      lines,
      toTell,
      releasedByOthers,
      heldMoney: closed ? null : heldMoney(readMoney(seen.order), seen.at),
      attention,
    },
    timeline,
  };
}

const TOO_LATE =
  'The customer cancelled, but the units were packed or shipped meanwhile: agree with them on a return.';
const DISPUTED =
  'The payment is disputed: nothing is captured, cancelled or sent until a person decides.';

/** What only a person can do after this look; null when nothing. */
function whoMustAct(
  before: Case,
  lines: readonly CaseLine[],
  toTell: readonly ToTell[],
  seen: OrderSeen,
): string | null {
  if (seen.order.disputed && lines.some((line) => line.units.short > 0)) return DISPUTED;
  const untold = toTell.some((item) => item.step === 'first-notice');
  if (untold && (seen.customerKey ?? before.customerKey) === null) return NO_ADDRESS;
  const overtaken = before.lines.some(
    (was) =>
      was.choice.kind === 'cancel-requested' &&
      lines.some((line) => line.id === was.id && line.choice.kind === 'none'),
  );
  return overtaken ? TOO_LATE : null;
}

function heldElsewhere(base: Case, seen: OrderSeen, timeline: TimelineEntry[]): string[] {
  const gone = seen.order.fulfillmentOrders.filter((fo) => {
    if (fo.holds.some((hold) => hold.ours) || base.releasedByOthers.includes(fo.id)) return false;
    const of = (kind: Intent['effect']['kind']): Intent | undefined =>
      seen.intents.findLast(
        (intent) => intent.effect.kind === kind && intent.effect.target === fo.id,
      );
    const hold = of('hold');
    const release = of('release');
    if (hold?.status !== 'done' || (hold.finishedAt ?? seen.at) >= seen.at) return false;
    if (
      release !== undefined &&
      (isOpen(release) || release.status === 'done') &&
      release.plannedAt >= hold.plannedAt
    )
      return false;
    return fo.status === 'open' || fo.status === 'in-progress';
  });
  for (const fo of gone)
    timeline.push(
      entry(seen.at, 'hold-released-by-other', 'merchant', { fulfillmentOrder: fo.id }),
    );
  return [...base.releasedByOthers, ...gone.map((fo) => fo.id)];
}
