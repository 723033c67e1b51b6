import type { Patch } from './patch';

const LEFT_UNPAID = 'app/domain/effects/left-unpaid.ts';

/** Orders that nobody would come back to. */
export const LEFT_LYING: readonly Patch[] = [
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'if (rest === null || at === null || at > situation.now) return null;',
    replace: 'return null;',
    why: 'calls nobody when goods have left unpaid',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'if (situation.case?.leftUnpaid === true || ',
    replace: 'if (',
    why: 'calls for goods that left unpaid again and again',
  },
  {
    promise: 'M',
    file: LEFT_UNPAID,
    find: 'const PATIENCE = HOUR;',
    replace: 'const PATIENCE = 0;',
    why: 'calls before Shopify’s own capture can have come',
    and: {
      find: "import { addMs, HOUR } from '../calendar';",
      replace: "import { addMs } from '../calendar';",
    },
  },
  {
    promise: 'M',
    file: 'app/domain/effects/captures.ts',
    find: 'if (hasFailedBefore(latest, value)) return',
    replace: 'if (false) return',
    why: 'never tries a capture again that failed when nothing was short',
  },
  {
    promise: 'P6',
    file: 'app/domain/effects/stuck-money.ts',
    find: 'if (order.disputed) return hasWaitedFor(0) ? DISPUTED : null;',
    replace: 'if (order.disputed) return null;',
    why: 'says nothing of a cancellation whose payment is disputed',
  },
];
