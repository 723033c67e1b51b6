import type { Patch } from './patch';

/** What a suspension must not lead to. */
export const AWAY: readonly Patch[] = [
  {
    promise: 'P5',
    file: 'app/domain/absence.ts',
    find: 'return addMs(refusedSince, CONFIRMED_AFTER) <= now;',
    replace: 'return true;',
    why: 'takes a shop for gone at the first refusal',
  },
  {
    promise: 'P5',
    file: 'app/use-cases/install.ts',
    find: "const isSure = cause === 'refused' || cause === 'not-found';",
    replace: 'const isSure = cause !== null;',
    why: 'believes a webhook that a frozen shop was uninstalled',
  },
  {
    promise: 'P2',
    file: 'app/use-cases/install.ts',
    find: 'const left = wasAway ? null : (before?.uninstalledAt ?? null);',
    replace: 'const left = wasAway ? now : (before?.uninstalledAt ?? null);',
    why: 'leaves alone the orders that came while the shop was suspended, once somebody opens the app',
  },
  {
    promise: 'M',
    file: 'app/use-cases/last-door.ts',
    find: "(absence === 'go' && !needsYes(shop, intent))",
    replace: '!needsYes(shop, intent)',
    why: 'tells and charges after days away without a yes',
  },
  {
    promise: 'M',
    file: 'app/use-cases/settings-changed.ts',
    find: "if ((await absenceDoor(tx, intent)) === 'ask') continue;",
    replace: '',
    why: 'takes the question after days away back and asks it anew at each look',
  },
  {
    promise: 'P2',
    file: 'app/domain/task.ts',
    find: "return body.stage === 'shares' ? body.kind : `${body.kind}-on`;",
    replace: 'return body.kind;',
    why: 'lets the wait of a first return swallow the begin of the second',
  },
  {
    promise: 'P5',
    file: 'app/use-cases/pick-up-orders.ts',
    find: 'const toKnock = [...ids, ...caseless.filter(isOnPage)];',
    replace: 'const toKnock = ids;',
    why: 'leaves a planned capture of an order without a case where it stood when the shop was taken for gone',
  },
  {
    promise: 'M',
    file: 'app/use-cases/yes-to-all.ts',
    find: 'awaitingSince ?? plannedAt;',
    replace: 'plannedAt;',
    why: 'takes a yes for charges that came to the list after somebody looked at it',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/last-door.ts',
    find: "if (absence === 'wait') {",
    replace: 'if (false) {',
    why: 'charges and tells after an absence before the orders and their stock were read',
  },
  {
    promise: 'P5',
    file: 'app/use-cases/pick-up-orders.ts',
    find: 'if (later > payBy)',
    replace: 'if (false)',
    why: 'ends an order by a last day that passed while Shopify kept us out',
  },
  {
    promise: 'P2',
    file: 'app/use-cases/pick-up-orders.ts',
    find: 'await callForLegalDate(tx, known, { shop, since: absence.since, now });',
    replace: '',
    why: 'lets a date by law pass without a word while Shopify kept us out',
  },
  {
    promise: 'P5',
    file: 'app/use-cases/probe-shop.ts',
    find: 'await planProbe(tx, hasGone ? nextProbeOfGone(work.now) : nextProbeAt(absence, work.now));',
    replace: '',
    why: 'asks once for a suspended shop, and never again',
  },
];
