import { MINUTE } from '../domain/calendar';
import { decideSaid } from '../domain/decide/said';
import { raiseAttention, WAITS_FOR_YES } from '../domain/decide/attention';
import { asksInEveryMode, type Intent, intentKey, wasTried } from '../domain/intent';
import type { Shop } from '../domain/settings';
import type { Tx, Work } from '../ports';
import { absenceDoor } from './absence-door';
import { performLater, saveIntentOf } from './intents';
import { keepDecision } from './keep-decision';
import { callForLegalDate } from './legal-date-call';
import { planNextStep } from './plan-next-step';

/** While everything is paused, effects knock again after so long; lifting the pause rings them at once. */
const KNOCK_AGAIN = 10 * MINUTE;
/** While a shop that was away is read again. */
const WHILE_READING = 2 * MINUTE;

/**
 * Effects obey the shop's mode here and nowhere else (M).
 * - after an uninstall nothing passes; while paused everything waits;
 * - after an absence of the shop, what is waited for or asked about waits for the reading, or for a yes;
 * - `watch`: nothing leaves, and the record says what would have; `ask`: it waits for a person's yes, as in every mode does
 *   what the shop wants to be asked about.
 * An effect that was under way when the door closed is let through to be looked up, not to be tried again unasked.
 */
export async function lastDoor(work: Work, shop: Shop, intent: Intent): Promise<'open' | 'closed'> {
  if (shop.uninstalledAt !== null) {
    await work.finish({ orders: [intent.orderId] }, (tx) =>
      saveIntentOf(tx, work, { ...intent, status: 'dropped', finishedAt: work.now }),
    );
    return 'closed';
  }
  if (wasTried(intent)) return 'open';
  if (shop.settings.paused) {
    await performLater(work, intent, KNOCK_AGAIN);
    return 'closed';
  }
  const absence = await work.keep({}, (tx) => absenceDoor(tx, intent));
  if (absence === 'wait') {
    await performLater(work, intent, WHILE_READING);
    return 'closed';
  }
  switch (shop.settings.mode) {
    case 'automatic':
    case 'ask':
      if (intent.approved || (absence === 'go' && !needsYes(shop, intent))) return 'open';
      await work.finish({ orders: [intent.orderId] }, (tx) => waitForYes(tx, work, shop, intent));
      return 'closed';
    case 'watch':
      await work.finish({ orders: [intent.orderId] }, (tx) => withhold(tx, work, shop, intent));
      return 'closed';
  }
}

const needsYes = ({ settings }: Shop, intent: Intent): boolean =>
  settings.mode === 'ask' || asksInEveryMode(intent);

async function waitForYes(tx: Tx, work: Work, shop: Shop, intent: Intent): Promise<void> {
  const waiting = { ...intent, status: 'awaiting-approval' as const, awaitingSince: work.now };
  await saveIntentOf(tx, work, waiting);
  // Of an order that came while the shop was away nobody knew that its date by law was passing.
  const absence = await tx.absence();
  if (absence !== null && absence.asksUntil !== null)
    await callForLegalDate(tx, await tx.loadCase(intent.orderId), {
      ...{ shop, since: absence.since, now: work.now },
    });
  const value = await tx.loadCase(intent.orderId);
  if (value !== null) await keepDecision(tx, raiseAttention(value, work.now, WAITS_FOR_YES));
}

/** What would have been done is recorded; a message that would have left counts as said while the shop watches. */
async function withhold(tx: Tx, work: Work, shop: Shop, intent: Intent): Promise<void> {
  await saveIntentOf(tx, work, { ...intent, status: 'withheld', finishedAt: work.now });
  const value = await tx.loadCase(intent.orderId);
  if (value === null) return;
  if (intent.effect.kind !== 'message') {
    const detail = { intent: intentKey(intent) };
    return tx.addTimeline(intent.orderId, [
      { at: work.now, kind: 'effect-withheld', by: 'holdfast', detail },
    ]);
  }
  const said = {
    step: intent.effect.step,
    key: intent.effect.target,
    at: work.now,
    outcome: 'withheld' as const,
  };
  const decision = decideSaid(value, { type: 'message-said', at: work.now, said }, shop);
  if ('ignored' in decision) return;
  await keepDecision(tx, decision);
  const saved = await tx.loadCase(intent.orderId);
  if (saved !== null) await planNextStep(tx, saved, shop);
}
