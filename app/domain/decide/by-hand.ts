import type { Case } from '../case';
import { hasAuthorization, owed } from './settled';
import { wantedIntents } from '../effects';
import { allOf, letGoOf } from '../effects/let-go-units';
import { isHeldByUs, isLive } from '../effects/live-parts';
import { moneyOf, type Situation } from '../effects/situation';
import { stuckMoney } from '../effects/stuck-money';
import type { LetGo } from '../held-parts';
import { type Intent, openMoneyOf } from '../intent';
import { isPositive } from '../money';
import type { OrderSnapshot } from '../order';
import { type Decision, entry, ignored } from './decision';

/** Our holds as the intents tell: put there, or about to be, and not released since. */
function heldByUs(intents: readonly Intent[]): string[] {
  const of = (kind: 'hold' | 'release'): Intent[] =>
    intents.filter(
      ({ effect, status }) =>
        effect.kind === kind && !['failed', 'dropped', 'withheld'].includes(status),
    );
  const released = (hold: Intent): boolean =>
    of('release').some(
      (release) =>
        release.effect.target === hold.effect.target && release.plannedAt >= hold.plannedAt,
    );
  return [
    ...new Set(
      of('hold')
        .filter((hold) => !released(hold))
        .map((hold) => hold.effect.target),
    ),
  ];
}

/**
 * A person lets the order go before its goods are there, with their reason on record (P10).
 * - only our own holds, and none while a cancellation runs: nothing ships that the customer doesn't want (P6);
 * - they are not put on hold again; the money stays under the rules: nothing is captured for what isn't there (P1).
 */
export function decideReleasedByHand(
  current: Case,
  { at, why }: { readonly at: Date; readonly why: string },
  situation: Pick<Situation, 'order' | 'intents'>,
): Decision {
  if (why.trim() === '')
    return ignored('Write down why: others may wait longer for the same goods.');
  if (current.closedAt !== null) return ignored('The order is finished.');
  if (current.lines.some((line) => line.choice.kind === 'cancel-requested'))
    return ignored(
      'A cancellation is under way: take it back first, or wait until it is done. Until then nothing may ship.',
    );
  const units = toLetGo(current, situation);
  if (units.length === 0) return ignored('Holdfast holds nothing of this order.');
  const fulfillmentOrders = [...new Set(units.flatMap(({ pending }) => pending ?? []))];
  return {
    case: { ...current, letGo: [...(current.letGo ?? []), ...units] },
    timeline: [
      entry(at, 'hold-released-by-hand', 'merchant', { fulfillmentOrders, why: why.trim() }),
    ],
  };
}

/** All that is on our hold, or about to be, and was not let go by a person already. */
function toLetGo(current: Case, { order, intents }: Pick<Situation, 'order' | 'intents'>): LetGo[] {
  const before = letGoOf(current, order).flatMap(({ pending }) => pending ?? []);
  const coming = heldByUs(intents);
  return order.fulfillmentOrders
    .filter((fo) => isLive(fo) && (isHeldByUs(fo) || coming.includes(fo.id)))
    .filter(({ id }) => !before.includes(id))
    .flatMap((fo) => allOf(fo, { by: 'hand', pending: [fo.id] }));
}

/** Whether a person could let something of the order go; `order` is null while Shopify can't be asked. */
export function isHeld(
  value: Case,
  order: OrderSnapshot | null,
  intents: readonly Intent[],
): boolean {
  if (value.closedAt !== null) return false;
  if (order !== null) return toLetGo(value, { order, intents }).length > 0;
  const goes = (value.letGo ?? []).flatMap(({ pending }) => pending ?? []);
  return heldByUs(intents).some((target) => !goes.includes(target));
}

/** Why nothing of the order's money can be taken now, in words for the merchant; null when the rules allow it. */
export function whyNoCapture(situation: Situation): string | null {
  const { case: value, order, covered } = situation;
  const picture = moneyOf(situation);
  if (value === null) return 'There is no case for this order.';
  if (order.cancelledAt !== null) return 'The order is cancelled.';
  if (order.disputed) return 'The payment is disputed: nothing moves until the bank has decided.';
  if (!hasAuthorization(picture)) return 'This order has no authorization to capture.';
  if (isPositive(picture.pending)) return 'A payment is still being processed.';
  if (isPositive(picture.refunding)) return 'A refund is still on its way.';
  if (!isPositive(owed(picture))) return 'All of it is charged already.';
  if (value.lines.some((line) => line.choice.kind === 'cancel-requested'))
    return 'A cancellation is under way: its money is not captured first.';
  const short = value.lines.reduce((n, { units }) => n + units.short + units.doubtful, 0);
  if (short > 0)
    return `${short} ${short === 1 ? 'unit is' : 'units are'} not here yet: nothing is captured before that.`;
  if (!covered) return 'The stock for this order was not read yet: try again in a minute.';
  return stuckMoney(situation);
}

/**
 * A person asks for the money now. The rules are those of every capture; the person's word is the yes to it, and lets one
 * that had failed be tried anew. `drop` are failed attempts that make room.
 */
export function decideCaptureNow(
  situation: Situation,
): { readonly refused: string } | { readonly drop: Intent[]; readonly plan: Intent } {
  const why = whyNoCapture(situation);
  if (why !== null) return { refused: why };
  const open = openMoneyOf(situation.intents);
  if (open !== null) return { refused: 'Money of this order is moving already: wait for its end.' };
  const failed = (intent: Intent): boolean =>
    intent.effect.kind === 'capture' && intent.status === 'failed';
  const drop = situation.intents.filter(failed);
  const intents = situation.intents.map((intent) =>
    failed(intent) ? { ...intent, status: 'dropped' as const } : intent,
  );
  const plan = wantedIntents({ ...situation, intents }).find((i) => i.effect.kind === 'capture');
  return plan === undefined
    ? { refused: 'There is nothing that may be captured now.' }
    : { drop, plan: { ...plan, approved: true } };
}
