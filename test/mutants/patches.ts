import type { PromiseName } from '../../app/domain/promises';

/** A wrong change of one line or two, which some test must notice. */
export interface Patch {
  readonly promise: PromiseName;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** A second change in the same file, where one guard stands behind another. */
  readonly and?: { readonly find: string; readonly replace: string };
  /** What goes wrong with it, in a merchant's words. */
  readonly why: string;
}

const EFFECTS = 'app/domain/effects.ts';
const PLANNER = 'app/domain/planner.ts';
const PICTURE = 'app/domain/money-picture.ts';
const ALLOCATE = 'app/domain/allocate.ts';
const SEEN = 'app/domain/decide/order-seen.ts';
const DOOR = 'app/use-cases/last-door.ts';
const PERFORM = 'app/use-cases/perform-effect.ts';
const SEND = 'app/use-cases/send-message.ts';

/** At least one for each promise and each rule about money. */
export const PATCHES: readonly Patch[] = [
  {
    promise: 'P1',
    file: EFFECTS,
    find: 'if (!covered || order.disputed) return false;',
    replace: 'if (order.disputed) return false;',
    why: 'captures whether or not the units are on the shelf',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/demand-of-order.ts',
    find: 'if (order.cancelledAt !== null || order.fulfillmentOrders.length > 0) return true;',
    replace: 'return true;',
    why: 'takes an order that Shopify has not routed for covered',
  },
  {
    promise: 'P1',
    file: PICTURE,
    find: 'return isZero(picture.charged) && isZero(picture.pending) && isZero(picture.giftCard);',
    replace: 'return isZero(picture.pending) && isZero(picture.giftCard);',
    why: 'says "not charged" to someone who paid at checkout',
  },
  {
    promise: 'P2',
    file: PLANNER,
    find: 'return permitted <= endOfDay(since, shop.timezone) ? permitted : since;',
    replace: 'return permitted;',
    why: 'lets the night outrank the same day',
  },
  {
    promise: 'P2',
    file: PLANNER,
    find: 'return firstPermitted(startOfNextDay(since, shop.timezone), night);',
    replace: 'return firstPermitted(addMs(startOfNextDay(since, shop.timezone), DAY), night);',
    why: 'tells a late shortage a day later',
  },
  {
    promise: 'P2',
    file: SEEN,
    find: "if (changed((line) => line.units.short)) tell(list, 'first-notice', seen.at);",
    replace: '',
    why: 'never tells of a shortage',
  },
  {
    promise: 'P2',
    file: SEEN,
    find: 'return NO_ADDRESS;',
    replace: 'return null;',
    why: 'calls nobody when there is no address',
  },
  {
    promise: 'P3',
    file: SEND,
    find: 'generation: value.generation,',
    replace: 'generation: value.generation + 1,',
    why: 'sends a link that does not open',
  },
  {
    promise: 'P3',
    file: PICTURE,
    find: 'return isZero(picture.charged) && isZero(picture.pending) && isZero(picture.giftCard);',
    replace: 'return isZero(picture.charged) && isZero(picture.giftCard);',
    why: 'says "not charged" while a payment is pending',
  },
  {
    promise: 'P3',
    file: PICTURE,
    find: 'return isZero(picture.charged) && isZero(picture.pending) && isZero(picture.giftCard);',
    replace: 'return isZero(picture.charged) && isZero(picture.pending);',
    why: 'says "not charged" though a gift card was',
  },
  {
    promise: 'P4',
    file: 'app/domain/decide/dates.ts',
    find: 'told && !current.toTell.some(',
    replace: 'false && !current.toTell.some(',
    why: 'lets a date slip without a new offer',
  },
  {
    promise: 'P4',
    file: PLANNER,
    find: 'if (date.getTime() !== toldDate.getTime()) continue;',
    replace: 'continue;',
    why: 'lets a date pass with no word',
  },
  {
    promise: 'P4',
    file: PLANNER,
    find: 'return deadline !== null && permitted >= deadline ? from : permitted;',
    replace: 'return permitted;',
    why: 'waits for the morning though the date passes before it',
  },
  {
    promise: 'P5',
    file: PLANNER,
    find: 'const FIRST_FOLLOW_UP_AFTER = 60 * HOUR;',
    replace: 'const FIRST_FOLLOW_UP_AFTER = 120 * HOUR;',
    why: 'first follows up after five days',
  },
  {
    promise: 'P5',
    file: PLANNER,
    find: 'const FOLLOW_UP_MARGIN = DAY;',
    replace: 'const FOLLOW_UP_MARGIN = -DAY;',
    why: 'follows up a day after the agreed number of days',
  },
  {
    promise: 'P6',
    file: EFFECTS,
    find: 'line.choice.undoUntil <= now',
    replace: 'true',
    why: 'cancels without waiting for a change of mind',
  },
  {
    promise: 'P6',
    file: EFFECTS,
    find: 'if (cancelling.length > 0) return [...holds(situation), ...cancelling];',
    replace: 'if (cancelling.length > 0) return holds(situation);',
    why: 'never carries a cancellation out',
  },
  {
    promise: 'P6',
    file: EFFECTS,
    find: 'return !waits && value.closedAt === null;',
    replace: 'return value.closedAt === null;',
    why: 'takes the money while a cancellation waits',
  },
  {
    promise: 'P6',
    file: EFFECTS,
    find: 'return waits || leaves || ',
    replace: 'return waits || ',
    why: 'lets the goods go while a cancellation waits',
  },
  {
    promise: 'P6',
    file: 'app/domain/give-back.ts',
    find: 'if (!cancelled || compare(paid, picture.total) <= 0) return null;',
    replace: 'return null;',
    why: 'keeps what was paid for a cancelled part',
  },
  {
    promise: 'P7',
    file: SEEN,
    find: "tell(list, 'shipped', seen.at);",
    replace: 'void list;',
    why: 'tells nobody that it ships',
  },
  {
    promise: 'P8',
    file: SEND,
    find: 'await conclude(work, shop, intent, await deps.mailer.send(ready));',
    replace:
      "const result = await deps.mailer.send(ready); if (result.outcome === 'unclear') throw new Unreachable('again'); await conclude(work, shop, intent, result);",
    why: 'sends a letter again after an unclear end',
  },
  {
    promise: 'P8',
    file: PLANNER,
    find: 'const permitted = firstPermitted(from, nightOf(shop, value.customerZone));',
    replace: 'const permitted = from;',
    why: 'ignores the night at the last door',
  },
  {
    promise: 'P8',
    file: PLANNER,
    find: 'const cap = addMs(word, shop.settings.capHours * HOUR);',
    replace: 'const cap = word;',
    why: 'drops the cap',
  },
  {
    promise: 'P8',
    file: SEEN,
    find: " && shop.settings.shippingToldBy === 'holdfast'",
    replace: '',
    why: 'tells of a shipment that Shopify tells of, too',
  },
  {
    promise: 'P8',
    file: PLANNER,
    find: 'const SETTLES = 2 * MINUTE;',
    replace: 'const SETTLES = 0;',
    why: 'tells of each line in a letter of its own',
  },
  {
    promise: 'P10',
    file: ALLOCATE,
    find: 'a.orderedAt.getTime() - b.orderedAt.getTime()',
    replace: 'b.orderedAt.getTime() - a.orderedAt.getTime()',
    why: 'serves the newest first',
  },
  {
    promise: 'P10',
    file: ALLOCATE,
    find: 'if (shelf.feed && allocated > had)',
    replace: 'if (false)',
    why: 'takes a number of the feed for an arrival',
  },
  {
    promise: 'P10',
    file: ALLOCATE,
    find: 'if (unknown > 0 && allocated > had)',
    replace: 'if (false)',
    why: 'gives away units that are committed to an order not seen yet',
  },
  {
    promise: 'M',
    file: EFFECTS,
    find: '|| !isSettled(readMoney(order), intents)',
    replace: '',
    why: 'releases before the money is seen to be there',
  },
  {
    promise: 'M',
    file: EFFECTS,
    find: 'amount: least(left, rest)',
    replace: 'amount: left',
    why: 'captures all that is authorized, though less is owed',
  },
  {
    promise: 'M',
    file: EFFECTS,
    find: 'if (value !== null && compare(left, rest) < 0) return [];',
    replace: '',
    why: 'captures a part of what is owed and calls it done',
  },
  {
    promise: 'M',
    file: PICTURE,
    find: '!a.voided && a.expiresAt > now && isZero(a.capturing)',
    replace: '!a.voided && isZero(a.capturing)',
    why: 'captures on an authorization that has run out',
  },
  {
    promise: 'M',
    file: PICTURE,
    find: '!a.voided && a.expiresAt > now && isZero(a.capturing)',
    replace: 'a.expiresAt > now && isZero(a.capturing)',
    why: 'captures on an authorization that was voided',
  },
  {
    promise: 'M',
    file: PERFORM,
    find: "if (error instanceof OutcomeUnclear) return { outcome: 'unclear', reason: error.message };",
    replace:
      'if (error instanceof OutcomeUnclear) return callShopify(deps.shopify, work.claim.shop, intent);',
    why: 'repeats what had happened after an unclear answer',
  },
  {
    promise: 'M',
    file: PERFORM,
    find: "if (error instanceof OutcomeUnclear) return { outcome: 'unclear', reason: error.message };",
    replace: "if (error instanceof OutcomeUnclear) return { outcome: 'done', reference: null };",
    why: 'takes an unclear answer for a yes',
  },
  {
    promise: 'M',
    file: PERFORM,
    find: "if (!isStillWanted(intent.effect, situation)) return 'overtaken';",
    replace: '',
    why: 'does what was planned before the situation changed',
  },
  {
    promise: 'M',
    file: EFFECTS,
    find: '.filter((fo) => !(situation.case?.releasedByOthers.includes(fo.id) ?? false))',
    replace: '',
    and: { find: 'if (settled && ', replace: "if (settled && wanted.effect.kind !== 'hold' && " },
    why: 'holds again what a person has released',
  },
  {
    promise: 'M',
    file: DOOR,
    find: "case 'automatic':",
    replace: "case 'watch':\n    case 'automatic':",
    why: 'acts in a shop that only watches',
  },
  {
    promise: 'M',
    file: DOOR,
    find: "if (intent.approved) return 'open';",
    replace: "return 'open';",
    why: 'acts without the yes that the shop asks for',
  },
  {
    promise: 'M',
    file: DOOR,
    find: 'if (shop.settings.paused) {',
    replace: 'if (false) {',
    why: 'acts while everything is paused',
  },
  {
    promise: 'M',
    file: PERFORM,
    find: "if ((await lastDoor(work, shop, { ...intent, status: 'planned' })) === 'closed') return;",
    replace: '',
    why: 'tries again through a closed door',
  },
  {
    promise: 'M',
    file: EFFECTS,
    find: 'if (order.test && !shop.settings.includeTestOrders) return [];',
    replace: '',
    why: 'moves the money of test orders',
  },
];
