import type { Patch } from './patch';

/** What holds for every effect that moves money. */
export const MONEY: readonly Patch[] = [
  {
    promise: 'M',
    file: 'app/domain/effects/holds.ts',
    find: ' || !isSettled(situation);',
    replace: ';',
    why: 'releases before the money is seen to be there',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/captures.ts',
    find: 'const amount = least(left, rest);',
    replace: 'const amount = left;',
    why: 'captures all that is authorized, though less is owed',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/captures.ts',
    find: 'if (value !== null && compare(leftOn(ours, rest.currencyCode), rest) < 0) return [];',
    replace: '',
    why: 'captures a part of what is owed and calls it done',
  },
  {
    promise: 'M',
    file: 'app/domain/money-picture.ts',
    find: '!a.closed && isIdle(a) && a.goodUntil > now',
    replace: '!a.closed && isIdle(a)',
    why: 'captures on an authorization that has run out',
  },
  {
    promise: 'M',
    file: 'app/domain/authorization.ts',
    find: 'return !voided && mayBeTaken',
    replace: 'return mayBeTaken',
    why: 'captures on an authorization that was voided',
  },
  {
    promise: 'M',
    file: 'app/use-cases/attempt-effect.ts',
    find: "if (error instanceof OutcomeUnclear) return { outcome: 'unclear', reason: error.message };",
    replace:
      'if (error instanceof OutcomeUnclear) return callShopify(deps.shopify, work.claim.shop, intent);',
    why: 'repeats what had happened after an unclear answer',
  },
  {
    promise: 'M',
    file: 'app/use-cases/attempt-effect.ts',
    find: "if (error instanceof OutcomeUnclear) return { outcome: 'unclear', reason: error.message };",
    replace: "if (error instanceof OutcomeUnclear) return { outcome: 'done', reference: null };",
    why: 'takes an unclear answer for a yes',
  },
  {
    promise: 'M',
    file: 'app/use-cases/attempt-effect.ts',
    find: "if (effect === null) return 'overtaken';",
    replace: '',
    why: 'does what was planned before the situation changed',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/holds.ts',
    find: 'const allButLetGo: UnitsOf = ({ line, letGo }) => line.remaining - letGo;',
    replace: 'const allButLetGo: UnitsOf = ({ line }) => line.remaining;',
    why: 'holds again what a person has released',
  },
  {
    promise: 'M',
    file: 'app/use-cases/last-door.ts',
    find: "case 'automatic':",
    replace: "case 'watch':\n    case 'automatic':",
    why: 'acts in a shop that only watches',
  },
  {
    promise: 'M',
    file: 'app/use-cases/last-door.ts',
    find: "if (intent.approved || (absence === 'go' && !needsYes(shop, intent))) return 'open';",
    replace: "return 'open';",
    why: 'acts without the yes that the shop asks for',
  },
  {
    promise: 'M',
    file: 'app/use-cases/last-door.ts',
    find: 'if (shop.settings.paused) {',
    replace: 'if (false) {',
    why: 'acts while everything is paused',
  },
  {
    promise: 'M',
    file: 'app/use-cases/perform-effect.ts',
    find: "return door === 'closed' ? 'settled' : 'untried';",
    replace: "return door === 'closed' ? 'untried' : 'untried';",
    why: 'tries again through a closed door',
  },
  {
    promise: 'M',
    file: 'app/domain/effects.ts',
    find: 'if (order.test && !shop.settings.includeTestOrders) return [];',
    replace: '',
    why: 'moves the money of test orders',
  },
];
