import type { Patch } from './patch';

/** What nobody can do, and who is told: refunded units, requests at services, orders that no app may edit, lost places. */
export const UNDONE: readonly Patch[] = [
  {
    promise: 'P6',
    file: 'app/domain/effects/take-back.ts',
    find: "if (isLeaving(fo, situation)) return 'take-back';",
    replace: '',
    why: 'leaves with a service what the customer cancelled',
  },
  {
    promise: 'M',
    file: 'app/domain/intent.ts',
    find: "return effect.kind === 'take-back-request' && effect.asks === true;",
    replace: 'return false;',
    why: 'takes a request back unasked, though the shop wants to be asked',
  },
  {
    promise: 'P6',
    file: 'app/domain/decide/choices.ts',
    find: 'if (leavesSomeBehind(current, made)) return ignored(ONLY_WHOLE);',
    replace: '',
    why: 'takes a cancellation of a line that nobody can carry out',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/restock.ts',
    find: 'return hasNoPlace && finishedAt !== null',
    replace: 'return false && finishedAt !== null',
    why: 'gives a cancellation up, because its units have no place to go back to',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/share-item.ts',
    find: '[...shares, ...lostShares(rows, levels, shop)]',
    replace: '[...shares]',
    why: 'charges for goods of which Shopify shows no stock any more',
  },
  {
    promise: 'P7',
    file: 'app/domain/effects/fulfilled-missing.ts',
    find: 'return Math.max(0, line.units.shipped - missingOf(value, line.id));',
    replace: 'return line.units.shipped;',
    why: 'tells a customer that missing units ship, since Shopify fulfilled them by itself',
  },
  {
    promise: 'P6',
    file: 'app/domain/redaction.ts',
    find: "if (answer === 'open') return { do: 'keep' };",
    replace: '',
    why: 'erases a shop in which the app is installed, with every hold and cancellation that is open',
  },
  {
    promise: 'P6',
    file: 'app/domain/redaction.ts',
    find: "if (answer === 'ended' && second !== null && now >= second) return { do: 'erase' };",
    replace: "if (answer === 'ended') return { do: 'erase' };",
    why: 'erases a shop on the first refusal, which an incident at Shopify gives to every shop',
  },
  {
    promise: 'P6',
    file: 'app/domain/decide/links-stopped.ts',
    find: 'generation: generation + 1,',
    replace: 'generation,',
    why: 'lets a stranger cancel by the link that went to a wrong address',
  },
];
