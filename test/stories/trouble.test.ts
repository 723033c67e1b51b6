import type { EffectKind } from '../../app/domain/intent';
import { aShop, anOrder } from '../support/builders';
import type { Fault, Method } from '../support/shop';
import type { PlacedOrder } from '../support/shop';
import type { Harness } from '../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  lettersOf,
} from '../support/story';

/** Every effect that Holdfast has on Shopify: what leads to it, and how the order's day reads when all went well. */
const EFFECTS: readonly {
  readonly effect: EffectKind;
  readonly method: Method;
  readonly lead: (shop: Harness, order: PlacedOrder) => Promise<unknown> | void;
  readonly ends: readonly string[];
  /** What a person is asked to do where it is refused. */
  readonly asks: string;
  readonly tried?: string;
}[] = [
  {
    effect: 'hold',
    method: 'hold',
    lead: () => undefined,
    ends: ['first-notice', 'held'],
    asks: 'Put the order on hold in Shopify, so that it doesn’t ship before its goods are here',
  },
  {
    effect: 'capture',
    method: 'capture',
    lead: (shop) => shop.shopify.arrive('MUG', 1),
    ends: ['captured 27.50', 'first-notice', 'held', 'ready', 'released'],
    asks: 'Capture 27.50 USD in Shopify, or ask the customer to pay another way: the order stays on hold until it is paid',
    tried: 'Our last capture was refused',
  },
  {
    effect: 'release',
    method: 'release',
    lead: (shop) => shop.shopify.arrive('MUG', 1),
    ends: ['captured 27.50', 'first-notice', 'held', 'ready', 'released'],
    asks: 'Release our hold in Shopify: this may ship',
  },
  {
    effect: 'cancel-order',
    method: 'cancelOrder',
    lead: (shop, order) => shop.choose(order.id, 'cancel'),
    ends: ['cancelled', 'first-notice', 'held', 'order-cancelled', 'voided'],
    asks: 'Cancel the order in Shopify: the customer cancelled it',
  },
  {
    effect: 'remove-units',
    method: 'removeUnits',
    lead: (shop, order) =>
      shop.choose(
        order.id,
        'cancel',
        order.lines.slice(1).map((line) => line.id),
      ),
    ends: ['cancelled', 'first-notice', 'held', 'line now 0'],
    asks: 'Take 1 × CUP off the order in Shopify: the customer cancelled it',
  },
];

/** A mug that is short and a cup that is there; the fault meets the first call of the method. */
async function live(fault: Fault, { effect, method, lead }: (typeof EFFECTS)[number]) {
  const shop = await aShop().opens('2026-03-02 10:00');
  shop.shopify.onHand('CUP', 1);
  if (effect === 'hold') shop.shopify.fault(method, fault);
  const order = shop.place(anOrder().of('MUG').of('CUP', 1, '7.50'));
  await shop.advance(HOURS(1));
  if (effect !== 'hold') shop.shopify.fault(method, fault);
  await lead(shop, order);
  await shop.advance(HOURS(2));
  return { shop, order };
}

const FAULTS: readonly [Fault, string][] = [
  ['lost-answer', 'happened, and its answer got lost'],
  ['lost-call', 'never happened, and nobody can tell'],
  ['pending', 'runs as a job'],
  ['unreachable', 'met a Shopify that is away'],
  ['throttled', 'was throttled'],
  ['dies-before', 'was about to be when the worker died'],
  ['dies-after', 'happened, and the worker died before it heard'],
];

describe.each(EFFECTS)('$effect', (effect) => {
  it.each(FAULTS)('%s: it has happened once in the end (it %s)', async (fault) => {
    const { shop, order } = await live(fault, effect);
    expect((await eventsOf(shop, order)).toSorted()).toEqual(effect.ends);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await shop.desk.deadTasks()).toEqual([]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is refused: a person is called, and it is not tried again and again', async () => {
    const { shop, order } = await live('refused', effect);
    await shop.advance(DAYS(1));
    expect(await attentionOf(shop, order)).toBe(
      `${effect.asks}. ${effect.tried ?? 'Holdfast could not do it'}: Shopify refuses.`,
    );
    const tries = (await shop.history()).facts.filter(
      (fact) => fact.kind === 'tried' && fact.effect === effect.effect,
    );
    expect(tries).toHaveLength(1);
  });
});

describe('a letter', () => {
  const told = async (...faults: readonly Parameters<Harness['mailFault']>[0][]) => {
    const shop = await aShop().opens('2026-03-02 10:00');
    for (const fault of faults) shop.mailFault(fault);
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(3));
    return { shop, order };
  };

  it.each(['lost', 'kept', 'dies-after'] as const)(
    'of which nobody knows whether it arrived (%s) is marked, put before a person and not sent again',
    async (fault) => {
      const { shop, order } = await told(fault);
      expect(lettersOf(shop, order)).toEqual(['Mon 10:02 first-notice']);
      expect(await attentionOf(shop, order)).toContain('may or may not have reached');
      expect((await shop.timeline(order.id)).map(({ kind }) => kind)).toContain('message-unclear');
      await shop.settle(order.id);
      await shop.advance(DAYS(4));
      expect(shop.steps(order.id)).toEqual(['first-notice', 'follow-up']);
    },
  );

  it('that the worker took to its grave counts as unclear, too: better silence than the same twice', async () => {
    const { shop, order } = await told('dies-before');
    expect(shop.letters(order.id)).toEqual([]);
    expect(await attentionOf(shop, order)).toContain('may or may not have reached');
  });

  it('that the post office would not take goes out a little later, once', async () => {
    const { shop, order } = await told('unreachable', 'unreachable');
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('to an address that refuses it: the customer is to be called, and gets no more of the same', async () => {
    const { shop, order } = await told('refused');
    await shop.advance(DAYS(2));
    expect(shop.letters(order.id)).toEqual([]);
    expect(await attentionOf(shop, order)).toContain('call the customer');
  });
});

describe('a task that fails again and again', () => {
  it('is given up after half a day, and a person is called', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    for (let i = 0; i < 12; i += 1) shop.shopify.fault('capture', 'unreachable');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(12));
    expect(await attentionOf(shop, order)).toContain('gave up');
    expect(holdsOn(order)).toBe(1);
    await shop.settle(order.id);
    await shop.advance(DAYS(1));
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });
});
