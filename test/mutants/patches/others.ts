import type { Patch } from './patch';

const REFUNDS = 'app/domain/effects/refunds.ts';
const GIVEN_BACK = 'app/domain/effects/given-back.ts';
const RECONCILE = 'app/use-cases/reconcile.ts';

/** Money that goes back, third parties, and what is found by going through the changed orders. */
export const OTHERS: readonly Patch[] = [
  {
    promise: 'M',
    file: GIVEN_BACK,
    find: 'const part = least(all, left);',
    replace: 'const part = all;',
    why: 'gives back more than was paid for what left',
  },
  {
    promise: 'M',
    file: GIVEN_BACK,
    find: 'left = minus(left, part);',
    replace: '',
    why: 'gives the same back to each of two payments',
  },
  {
    promise: 'M',
    file: 'app/use-cases/call-shopify.ts',
    find: 'key: refundKey(intent),',
    replace: 'key: `${refundKey(intent)}-${performance.now()}`,',
    why: 'asks for a refund with another key each time',
  },
  {
    promise: 'M',
    file: 'app/domain/refund-key.ts',
    find: "const name = `${intentKey(intent)}-of-${intent.orderId.split('/').at(-1) ?? ''}`;",
    replace: 'const name = `refund-${intent.generation}`;',
    why: 'asks for the refunds of two orders with the same key',
  },
  {
    promise: 'M',
    file: 'app/use-cases/refund-payments.ts',
    find: "if (effect.kind !== 'refund' || effect.payments !== undefined) return intent;",
    replace: "if (effect.kind !== 'refund') return intent;",
    why: 'works a refund out anew at the second try',
  },
  {
    promise: 'M',
    file: REFUNDS,
    find: ' || isMoving(moneyOf(situation))',
    replace: '',
    why: 'gives back while a payment is on its way',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/holds.ts',
    find: ' && fo.cancellation === null',
    replace: '',
    and: {
      find: 'target: fo.id }, since: ALWAYS }));',
      replace: 'target: fo.id }, since: situation.now }));',
    },
    why: 'asks a third party that has said no again and again',
  },
  {
    promise: 'M',
    file: 'app/domain/effects/stuck-money.ts',
    find: 'return refused ? NOT_GIVEN_BACK : null;',
    replace: 'return null;',
    why: 'calls nobody when a third party keeps the goods',
  },
  {
    promise: 'M',
    file: 'app/domain/decide/money-seen.ts',
    find: '!known.includes(t.id) && TOLD',
    replace: 'TOLD',
    why: 'records what another did with the money at every look',
  },
  {
    promise: 'M',
    file: RECONCILE,
    find: 'const OVERLAP = 15 * MINUTE;',
    replace: 'const OVERLAP = 0 * MINUTE;',
    why: 'misses the order that Shopify lists a little late',
  },
  {
    promise: 'M',
    file: RECONCILE,
    find: 'until: start, captureMethod',
    replace: 'until: addMs(now, OVERLAP), captureMethod',
    why: 'misses what changed while it went through the list',
  },
  {
    promise: 'M',
    file: RECONCILE,
    find: 'const unknown = await tx.unknownOf(page.orders);',
    replace: 'const unknown = page.orders.map(({ id }) => id);',
    why: 'looks again at what the webhooks have told',
  },
  {
    promise: 'M',
    file: RECONCILE,
    find: 'tx.itemsInDemand({ waitedFor: !newDay })',
    replace: 'Promise.resolve([])',
    why: 'never notices goods of which no webhook told',
  },
  {
    promise: 'M',
    file: RECONCILE,
    find: 'return tx.addTasks([{ shop: tx.shop, body, dueAt: afterwards }]);',
    replace: 'return tx.addTasks([{ shop: tx.shop, body, dueAt: addMs(work.now, SPACE) }]);',
    why: 'goes through several pages of orders at once',
  },
  {
    promise: 'M',
    file: 'app/domain/capture-evidence.ts',
    find: 'orders >= total * LEAST_SHARE',
    replace: 'orders > 0',
    why: 'leaves the capture to Shopify on the word of few orders',
  },
];
