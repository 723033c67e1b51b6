import { type Case, type CaseLine, DELAYS, type ToTell } from '../case';
import { canBePaid } from '../effects/payments';
import { reallyShipped } from '../effects/fulfilled-missing';
import { isAllRefunded } from '../effects/refunded-units';
import { moneyOf, type Situation } from '../effects/situation';
import { isPositive } from '../money';
import { shownAuthorizations } from '../money-picture';
import type { Shop } from '../settings';
import { unitsToCome } from '../units';
import { isSettled, owed } from './settled';

const counted = (lines: readonly CaseLine[], count: (line: CaseLine) => number): number =>
  lines.reduce((total, line) => total + count(line), 0);

/** What is new since the last look, for the words about it. */
export interface News {
  readonly before: Case;
  /** The case after the look, and all that its effects depend on. */
  readonly after: Situation & { readonly case: Case };
  /** An authorization ended that had not been seen to have ended. */
  readonly authorizationEnded: boolean;
}

function isMore(before: Case, lines: readonly CaseLine[], pick: (line: CaseLine) => number) {
  return lines.some((line) => {
    const was = before.lines.find((l) => l.id === line.id);
    return pick(line) > (was === undefined ? 0 : pick(was));
  });
}

/** What has happened with this look that the customer must hear of. */
function news({ before, after, authorizationEnded }: News, shop: Shop): ToTell['step'][] {
  const { lines } = after.case;
  const short = counted(lines, ({ units }) => units.short + units.doubtful);
  const ourCancel = lines.some(({ id, choice, units }) => {
    const was = before.lines.find((l) => l.id === id);
    if (was?.choice.kind !== 'cancel-requested') return false;
    // Of a line that was not paid for in time, units that were may stay.
    const inPart = was.choice.by === 'rule' && units.cancelled > was.units.cancelled;
    return choice.kind === 'cancelled' || inPart;
  });
  const shipped =
    before.lines.length > 0 &&
    lines.some((line) => {
      const was = before.lines.find(({ id }) => id === line.id);
      const had = was === undefined ? 0 : reallyShipped(before, was);
      return reallyShipped(after.case, line) > had;
    });
  const steps: ToTell['step'][] = [];
  if (isMore(before, lines, ({ units }) => units.short)) steps.push('first-notice');
  const isOwed = isPositive(owed(moneyOf(after)));
  const nothingSetAside = shownAuthorizations(moneyOf(after), after.now).length === 0;
  if (authorizationEnded && short > 0 && isOwed && nothingSetAside) steps.push('money-notice');
  if (ourCancel || isCancelledByRule(after)) steps.push('cancelled');
  if (shipped && shop.settings.shippingToldBy === 'holdfast') steps.push('shipped');
  if (isReadyNews(before, after)) steps.push('ready');
  if (canBePaid(after) && !isAskedFor(before)) steps.push('payment-request');
  return steps;
}

/** They were asked; or would have been, which is noted once while the shop watches. */
function isAskedFor({ payment, said }: Case): boolean {
  const withheld = said.some(
    ({ step, outcome }) => step === 'payment-request' && outcome === 'withheld',
  );
  return payment != null || withheld;
}

/** We cancelled the order, and not at the customer's wish: the goods would outlast the authorization. */
function isCancelledByRule({ order, intents, case: value }: News['after']): boolean {
  const ours = intents.some(
    ({ effect, status }) =>
      effect.kind === 'cancel-order' && effect.reason === 'INVENTORY' && status === 'done',
  );
  const { cancelledAt } = order;
  if (cancelledAt === null || !ours) return false;
  // What was said before was about a part of it.
  return !value.said.some(({ step, at }) => step === 'cancelled' && at >= cancelledAt);
}

/** After a delay was told, and only then, "ready" is news; and not before the money is settled and the hold is off. */
function isReadyNews(before: Case, after: News['after']): boolean {
  const { lines, said } = after.case;
  const short = counted(lines, ({ units }) => units.short + units.doubtful);
  const toCome = counted(lines, ({ units }) => unitsToCome(units));
  const ready = counted(lines, ({ units }) => units.ready);
  const saidReady = said.findLastIndex((s) => s.step === 'ready');
  const saidDelay = said.findLastIndex((s) => DELAYS.includes(s.step));
  const told = before.said.length > 0 && saidReady <= saidDelay;
  return told && short === 0 && toCome > 0 && ready > 0 && shipsNext(after);
}

/** Nothing keeps the goods from going: no money, no hold of ours, no dispute. */
function shipsNext(after: News['after']): boolean {
  const { order } = after;
  // Refunded units that stay on hold keep nothing else from going.
  const held = order.fulfillmentOrders.some(
    (fo) => fo.holds.some((hold) => hold.ours) && !isAllRefunded(fo, order),
  );
  return isSettled(after) && !held && !after.order.disputed;
}

/** What the customer must hear after this look, and what has become pointless to say. */
export function whatToTell(found: News, shop: Shop): ToTell[] {
  const { before, after } = found;
  const list = [...before.toTell];
  for (const step of news(found, shop))
    if (!list.some((item) => item.step === step)) list.push({ step, since: after.now });
  const short = counted(after.case.lines, ({ units }) => units.short + units.doubtful);
  const ready = counted(after.case.lines, ({ units }) => units.ready);
  return list.filter(({ step }) => {
    if (step === 'first-notice' || step === 'new-date') return short > 0;
    if (step === 'money-notice') return short > 0 && isPositive(owed(moneyOf(after)));
    if (step === 'payment-request') return canBePaid(after);
    if (step === 'ready') return short === 0 && ready > 0 && shipsNext(after);
    return true;
  });
}
