import type { Patch } from './patch';

const HOLDS = 'app/domain/effects/holds.ts';

/** Whose turn it is while news is on its way, what others hold, and how often a thing is said. */
export const TURNS: readonly Patch[] = [
  {
    promise: 'P1',
    file: 'app/use-cases/take-in.ts',
    find: 'if (await isOvertaken(tx, orderId, begunAt)) return lookSoon(tx, orderId, now);',
    replace: '',
    why: 'decides by an answer that is older than what is known',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/order-reads.ts',
    find: 'if (updatedAt?.getTime() !== known.order.updatedAt.getTime()) return read(shop, orderId);',
    replace: 'if (updatedAt === null) return read(shop, orderId);',
    why: 'acts on an order as it was before it changed',
  },
  {
    promise: 'P1',
    file: 'app/use-cases/order-reads.ts',
    find: 'if (order !== null && addMs(order.updatedAt, SETTLED_AFTER) <= begunAt)',
    replace: 'if (order !== null)',
    why: 'takes an order as unchanged that changed twice within a second',
  },
  {
    promise: 'P10',
    file: 'app/use-cases/perform-effect.ts',
    find: 'return tx.hasNewsOfOlder(intent.orderId, addMs(now, NEWS_WITHIN));',
    replace: 'return false;',
    why: 'charges for a unit while the news of an older order is on its way',
  },
  {
    promise: 'P10',
    file: 'app/use-cases/share-item.ts',
    find: 'isRecent: knownBy(row) > work.now',
    replace: 'isRecent: false',
    why: 'charges a new order for a unit that an order not known yet may have',
  },
  {
    promise: 'P10',
    file: 'app/domain/allocate.ts',
    find: 'allocated: isUnsure ? null : allocated,',
    replace: 'allocated,',
    why: 'gives a new order a unit that an order not known yet may have',
  },
  {
    promise: 'P10',
    file: 'app/adapters/store/demand.server.ts',
    find: `and older."locationId" <> '' and`,
    replace: 'and',
    atTheDatabase: true,
    why: 'keeps an order from being charged for one that has no location',
  },
  {
    promise: 'P4',
    file: 'app/domain/planner.ts',
    find: 'return `${step}-${Math.max(0, ...numbers) + 1}`;',
    replace: 'return `${step}-${numbers.length + 1}`;',
    why: 'gives a message the number of an earlier one, so that it is never sent',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/releases.ts',
    find: 'if (isHeldByOthers(fo)) return split.every((part) => part.waiting === 0);',
    replace: '',
    why: 'lets a part go that somebody else holds, and holds it again',
  },
  {
    promise: 'M',
    file: HOLDS,
    find: "if (isHeldByOthers(fo)) return split.some(({ letGo }) => letGo > 0) ? 'none' : 'all';",
    replace: '',
    and: {
      find: 'const isWhole = isHeldByOthers(fo) || ',
      replace: 'const isWhole = ',
    },
    why: 'holds single lines of what somebody else holds, which Shopify refuses',
  },
  {
    promise: 'M',
    file: 'app/use-cases/settings-changed.ts',
    find: 'dueAt: wasTried(intent) ? addMs(now, LOOK_UP_AFTER) : now }];',
    replace: 'dueAt: now }];',
    why: 'captures twice when the mode is changed while a capture is under way',
  },
];
