import type { Case, CaseLine, TimelineEntry } from '../case';
import { fulfilledThoughMissing } from '../effects/fulfilled-missing';
import { moneyOf } from '../effects/situation';
import { cancelsOnlyWhole } from '../effects/whole-only';
import type { Intent } from '../intent';
import { heldMoney } from '../money-picture';
import type { Shop } from '../settings';
import { unitsToCome } from '../units';
import { beside, callsIn, NO_ADDRESS, withoutCall } from './attention';
import { type Decision, entry, ignored } from './decision';
import { seeHolds } from './holds-seen';
import { lookAtLine, newLine } from './line-seen';
import {
  closedAuthorizations,
  endedAuthorizations,
  movedByOthers,
  paymentAfter,
  unknownGateways,
} from './money-seen';
import { stopLinksOfFormer } from './links-stopped';
import { readyHeldAfter } from './ready-held';
import type { OrderSeen } from './seen';
import { endUnpaid } from './unpaid';
import { whatToTell } from './what-to-tell';
import { whoMustAct } from './who-must-act';

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

const counted = (lines: readonly CaseLine[], count: (line: CaseLine) => number): number =>
  lines.reduce((total, line) => total + count(line), 0);

function whatMoved(base: Case, lines: readonly CaseLine[], at: Date): TimelineEntry[] {
  return lines.flatMap((line) => {
    const was = base.lines.find((l) => l.id === line.id);
    const from = was?.units ?? null;
    const moved = JSON.stringify(from) !== JSON.stringify(line.units);
    const { choice } = line;
    const cancelled = choice.kind === 'cancelled' && was?.choice.kind !== 'cancelled';
    const detail = { line: line.id };
    return [
      ...(moved ? [entry(at, 'units-moved', 'shopify', { ...detail, from, to: line.units })] : []),
      ...(cancelled ? [entry(at, 'line-cancelled', 'holdfast', { ...detail, by: choice.by })] : []),
    ];
  });
}

/** Our own release of it stands in the timeline as what we did. */
function isVoidedByUs(authorization: string, intents: readonly Intent[]): boolean {
  return intents.some(
    ({ effect, status }) =>
      effect.kind === 'void' &&
      effect.target === authorization &&
      ['attempting', 'unclear', 'done'].includes(status),
  );
}

/** Opened with the first short unit, closed when nothing is to come any more, opened again when something is. */
function opensOrCloses(current: Case | null, base: Case, closed: boolean, short: number, at: Date) {
  if (current === null) return [entry(at, 'case-opened', 'holdfast', { short })];
  if (closed && base.closedAt === null) return [entry(at, 'case-closed', 'holdfast')];
  if (!closed && base.closedAt !== null) return [entry(at, 'case-opened', 'holdfast', { short })];
  return [];
}

/** Units that Shopify fulfilled by itself without the goods; the field is written only where there are, or were, any. */
function missingAfter(
  base: Case,
  lines: readonly CaseLine[],
  order: OrderSeen['order'],
  shop: Shop,
) {
  const fulfilledMissing = fulfilledThoughMissing(base, lines, order, shop);
  const isKept = fulfilledMissing.length > 0 || base.fulfilledMissing !== undefined;
  return isKept ? { fulfilledMissing } : {};
}

/** Since when some of it has no reading of its stock. An order that Shopify hasn't routed yet can have none. */
function stockUnknown(base: Case, { shares, at }: OrderSeen, closed: boolean) {
  const isUnknown = shares.some(
    ({ locationId, allocated }) => locationId !== null && allocated === null,
  );
  if (isUnknown && !closed) return { stockUnknownSince: base.stockUnknownSince ?? at };
  return base.stockUnknownSince == null ? {} : { stockUnknownSince: null };
}

/**
 * One look at the order.
 * - a case opens with the first short unit and not before; a shortage that ends before it was told is closed in silence;
 * - unit counts follow Shopify's fulfillments and removals and our allocation, by the table of moves;
 * - what others did with the money or with our holds is accepted and recorded, not fought.
 */
export function decideOrderSeen(current: Case | null, seen: OrderSeen, shop: Shop): Decision {
  const { at, order, intents } = seen;
  const base = current ?? newCase(seen, shop);
  const known = base.lines.map((line) => lookAtLine(line, seen));
  const fresh = order.lines
    .filter((line) => !base.lines.some((l) => l.id === line.id))
    .map((line) => lookAtLine(newLine(line, seen, shop), seen));
  const lines = [...known, ...fresh];
  const short = counted(lines, (line) => line.units.short);
  if (current === null && (short === 0 || order.cancelledAt !== null))
    return ignored('nothing is short');

  const toCome = counted(lines, (line) => unitsToCome(line.units));
  const closed = toCome === 0 || order.cancelledAt !== null;
  const reopened = !closed && base.closedAt !== null;
  const holds = seeHolds(base, seen);
  const picture = moneyOf({ order, intents, shop });
  const others = movedByOthers(current, order, intents, at);
  const over = endedAuthorizations(picture, at);
  const links = stopLinksOfFormer(base, seen.linksElsewhere ?? false, at);
  const newlyEnded = over.filter((id) => !(base.endedAuthorizations ?? []).includes(id));

  const value: Case = {
    ...base,
    orderName: order.name,
    customerKey: base.redacted ? null : (seen.customerKey ?? base.customerKey),
    generation: links.generation,
    customerZone: seen.customerZone,
    openedAt: reopened ? at : base.openedAt,
    closedAt: closed ? (base.closedAt ?? at) : null,
    lines,
    ...holds.fields,
    heldMoney: closed ? null : heldMoney(picture, at),
    unknownGateways: closed ? [] : unknownGateways(picture, at),
    endedAuthorizations: [...over, ...closedAuthorizations(picture, at)],
    payment: closed ? null : paymentAfter(base, { picture, waitsAgain: short > 0, at, shop }),
    seenTransactions: others.seen,
    disputed: order.disputed,
    ...stockUnknown(base, seen, closed),
    ...missingAfter(base, lines, order, shop),
  };
  const { covered, shares } = seen;
  const found = { now: at, order, intents, shop, covered, shares };
  const ended = endUnpaid(lines, { ...found, case: value });
  const whole = cancelsOnlyWhole({ ...found, case: value });
  const after = {
    ...found,
    case: { ...value, lines: ended, cancelsWhole: whole ? true : undefined },
  };
  const toTell = whatToTell(
    { before: base, after, authorizationEnded: !closed && newlyEnded.length > 0 },
    shop,
  );
  const hasAddressNow = base.customerKey === null && value.customerKey !== null;
  const called = hasAddressNow ? withoutCall(base) : base.attention;
  const made = whoMustAct(base, { ...after.case, toTell }, seen);
  const news = made.filter((call) => !callsIn(called).includes(call));
  const attention = made.reduce(beside, called);
  const timeline = [
    ...opensOrCloses(current, base, closed, short, at),
    ...whatMoved(base, lines, at),
    ...holds.timeline,
    ...others.timeline,
    ...links.timeline,
    ...newlyEnded
      .filter((id) => !isVoidedByUs(id, intents))
      .map((id) => entry(at, 'authorization-ended', 'shopify', { authorization: id })),
    ...(called !== base.attention
      ? [entry(at, 'attention-resolved', 'holdfast', { reason: NO_ADDRESS })]
      : []),
    ...news.map((reason) => entry(at, 'attention-raised', 'holdfast', { reason })),
  ];
  const readyHeld = readyHeldAfter(base, after);
  return { case: { ...after.case, toTell, attention, readyHeld }, timeline };
}
