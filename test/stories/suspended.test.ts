import { SECOND } from '../../app/domain/calendar';
import { NoAccess, type ShutOut, Unreachable } from '../../app/errors';
import type { Shopify } from '../../app/ports';
import { answerChoice } from '../../app/use-cases/choices';
import { captureNow, releaseByHand, sendPartFirst } from '../../app/use-cases/hand-acts';
import { askAgain, panelSuspension } from '../../app/use-cases/panel-suspension';
import { panelAfterAbsence, sayYesToAll } from '../../app/use-cases/yes-to-all';
import { aShop, anOrder } from '../support/builders';
import type { Harness } from '../support/harness';
import type { PlacedOrder } from '../support/shop';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  eventsOf,
  holdsOn,
  HOURS,
  linkOf,
  MINUTES,
} from '../support/story';

const rowOf = (shop: Harness) => shop.store.read(shop.shopId, (tx) => tx.loadShop());

/** A shop with an order whose mug is missing: held, and its customer was told. */
async function waiting() {
  const shop = await aShop().opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.reconcile();
  await shop.advance(HOURS(1));
  return { shop, order };
}

describe('Shopify lets the app do nothing for a shop', () => {
  it('ten minutes of 402: nothing is lost, and everything goes on by itself', async () => {
    const { shop, order } = await waiting();
    const installedAt = (await rowOf(shop))?.installedAt;
    shop.shutOut('frozen');
    shop.shopify.arrive('MUG', 1);
    await shop.advance(MINUTES(10));
    await shop.letIn();
    const second = shop.place(anOrder().of('POT'));
    await shop.advance(DAYS(2));
    expect(await rowOf(shop)).toMatchObject({ uninstalledAt: null, installedAt });
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(holdsOn(second)).toBe(1);
    expect(shop.steps(second.id)).toContain('first-notice');
    expect(await attentionOf(shop, order)).toBe('nothing');
    expect(await shop.desk.deadTasks()).toEqual([]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('30 minutes of 403 in which only the hourly round runs', async () => {
    const { shop, order } = await waiting();
    await shop.advance(MINUTES(50));
    shop.shutOut('forbidden');
    await shop.advance(MINUTES(30));
    await shop.letIn();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    expect((await rowOf(shop))?.uninstalledAt).toBeNull();
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it.each<ShutOut>(['locked', 'closed', 'suspicious', 'not-found', 'no-token'])(
    'a day of it (%s), with an order whose webhook came and one whose webhook was lost',
    async (cause) => {
      const { shop, order } = await waiting();
      shop.shutOut(cause);
      const told = shop.place(anOrder().of('POT'));
      await shop.advance(HOURS(2));
      shop.loseWebhooks(true);
      const lost = shop.place(anOrder().of('CUP'));
      await shop.advance(HOURS(20));
      expect(await shop.absence()).toMatchObject({ cause, backAt: null });
      await shop.letIn();
      await shop.advance(HOURS(8));
      expect([order, told, lost].map(holdsOn)).toEqual([1, 1, 1]);
      expect(shop.steps(told.id)).toEqual(['first-notice']);
      expect(shop.steps(lost.id)).toEqual(['first-notice']);
      expect(await shop.absence()).toMatchObject({ backAt: expect.any(Date) });
      expect(await shop.desk.deadTasks()).toEqual([]);
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );

  it('one call asks for the shop at growing intervals, however many of its tasks wait', async () => {
    const { shop } = await waiting();
    shop.shutOut('frozen');
    for (let i = 0; i < 30; i += 1) shop.place(anOrder().of('MUG'));
    await shop.advance(MINUTES(1));
    const before = shop.shopify.asked();
    await shop.advance(DAYS(1));
    // After 15 minutes, 30, 1 hour, 2, 4 and then every four hours.
    expect(shop.shopify.asked() - before).toBeLessThanOrEqual(12);
  });

  it('somebody opens the app meanwhile: it stays suspended, and its install stays as old as it is', async () => {
    const { shop } = await waiting();
    const installedAt = (await rowOf(shop))?.installedAt;
    shop.shutOut('frozen');
    await shop.advance(HOURS(3));
    const second = shop.place(anOrder().of('POT'));
    await shop.reinstall().catch(() => undefined);
    expect((await rowOf(shop))?.installedAt).toEqual(installedAt);
    await shop.letIn();
    await shop.opened();
    await shop.advance(HOURS(3));
    expect((await rowOf(shop))?.installedAt).toEqual(installedAt);
    expect(holdsOn(second)).toBe(1);
    expect(shop.steps(second.id)).toEqual(['first-notice']);
  });

  it('a customer cancels on the choice page meanwhile: it counts from then, and is done on return', async () => {
    const { shop, order } = await waiting();
    shop.shutOut('frozen');
    await shop.advance(HOURS(2));
    expect(await shop.choose(order.id, 'cancel')).toMatchObject({ kind: 'done' });
    const cancelledAt = shop.now();
    await shop.advance(HOURS(3));
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
    await shop.letIn();
    await shop.advance(HOURS(5));
    expect(await eventsOf(shop, order)).toEqual(
      expect.arrayContaining(['order-cancelled', 'cancelled']),
    );
    const line = (await shop.timeline(order.id)).find(({ kind }) => kind === 'cancel-requested');
    expect(line?.at).toEqual(cancelledAt);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('a person who acts while Shopify can’t be asked', () => {
  it.each<[string, () => Error, string]>([
    ['shut out', () => new NoAccess('402', 'frozen'), 'doesn’t let Holdfast work in this store'],
    ['away', () => new Unreachable('503'), 'can’t be reached at the moment'],
  ])('%s: staff read why, and nothing breaks', async (_what, error, words) => {
    const { shop, order } = await waiting();
    const readOrder = () => Promise.reject(error());
    const deps = { ...shop.deps, shopify: { ...shop.deps.shopify, readOrder } };
    const by = { person: 'staff 7', seen: undefined, why: 'they called' };
    for (const act of [captureNow, releaseByHand, sendPartFirst])
      expect(await act(deps, shop.shopId, order.id, by)).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining(words),
      });
  });

  it('a customer who would agree to a charge is asked to come again later', async () => {
    const { shop, order } = await waiting();
    shop.shutOut('frozen');
    const answer = { action: 'charge-early' as const, amount: '20.00' };
    expect(await answerChoice(shop.deps, linkOf(shop, order), answer)).toMatchObject({
      kind: 'too-late',
      reason: expect.stringContaining('try again later'),
    });
  });
});

describe('on return', () => {
  it('a customer is told, and money is taken, only after every open order and its stock was read', async () => {
    const { shop, order } = await waiting();
    shop.shutOut('frozen');
    shop.shopify.arrive('MUG', 1);
    const placed = shop.place(anOrder().of('POT'));
    for (let i = 0; i < 20; i += 1) shop.place(anOrder().of('CUP').from(`c${i}@example.com`));
    await shop.advance(HOURS(3));
    await shop.letIn();
    await shop.advance(HOURS(4));
    const { backAt, caughtUpAt } = (await shop.absence()) ?? {};
    const { facts } = await shop.history();
    const after = facts.filter(({ at }) => backAt != null && at >= backAt);
    const first = (...kinds: readonly string[]) =>
      after.find(({ kind }) => kinds.includes(kind))?.at;
    expect(caughtUpAt).not.toBeNull();
    expect(first('held')?.getTime()).toBeLessThan(caughtUpAt?.getTime() ?? 0);
    expect(first('said', 'captured')?.getTime()).toBeGreaterThan(caughtUpAt?.getTime() ?? Infinity);
    expect(shop.steps(placed.id)).toEqual(['first-notice']);
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('shut out again on return', () => {
  it('within a minute of the first return, while that one is still read: it comes back all the same', async () => {
    const { shop, order } = await waiting();
    const look = () => shop.hint({ kind: 'look-at-order', orderId: order.id });
    shop.shutOut('frozen');
    look();
    await shop.advance(HOURS(2));
    await shop.letIn();
    await askAgain(shop.deps, shop.shopId);
    await shop.advance(5 * SECOND);
    expect(await shop.absence()).toMatchObject({ backAt: expect.any(Date), caughtUpAt: null });
    shop.shutOut('frozen');
    look();
    await shop.advance(5 * SECOND);
    expect(await shop.absence()).toMatchObject({ cause: 'frozen', backAt: null });
    await shop.letIn();
    await askAgain(shop.deps, shop.shopId);
    await shop.advance(MINUTES(1));
    const later = shop.place(anOrder().of('POT'));
    await shop.advance(HOURS(20));
    expect(await shop.absence()).toMatchObject({ caughtUpAt: expect.any(Date) });
    expect(holdsOn(later)).toBe(1);
    expect(shop.steps(later.id)).toEqual(['first-notice']);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('an order without a case', () => {
  it.each<[string, (shop: Harness, order: PlacedOrder) => void]>([
    ['', () => undefined],
    [', also of an order that staff sent meanwhile', (shop, { id }) => shop.shopify.fulfill(id)],
  ])(
    'a capture that was planned when the shop was taken for gone is taken after its return%s',
    async (_what, meanwhile) => {
      let isOut = false;
      let harness: Harness | null = null;
      const between = {
        shopify: (port: Shopify): Shopify => ({
          ...port,
          capture: (...args) => {
            if (isOut) return port.capture(...args);
            isOut = true;
            harness?.shutOut('refused');
            throw new NoAccess('401', 'refused');
          },
        }),
      };
      const shop = await aShop()
        .with({ captureClearOrders: true })
        .under({ between })
        .opens('2026-03-02 10:00');
      harness = shop;
      shop.shopify.onHand('MUG', 5);
      const order = shop.place(anOrder().of('MUG'));
      await shop.advance(HOURS(5));
      expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
      shop.loseWebhooks(true);
      meanwhile(shop, order);
      await shop.letIn();
      await shop.opened();
      await shop.advance(HOURS(10));
      expect(await shop.caseOf(order.id)).toBeNull();
      expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
      expect(await brokenPromises(shop)).toEqual([]);
    },
  );
});

describe('what ends a shop', () => {
  it('app/uninstalled, confirmed by a token that is refused', async () => {
    const { shop } = await waiting();
    shop.uninstall();
    await shop.advance(MINUTES(1));
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
    expect(await shop.desk.nextDueAt()).toBeNull();
  });

  it('not app/uninstalled of a shop that is only frozen: its token may be good again', async () => {
    const { shop } = await waiting();
    shop.shutOut('frozen');
    shop.hint({ kind: 'uninstall' });
    await shop.advance(HOURS(1));
    expect((await rowOf(shop))?.uninstalledAt).toBeNull();
    expect(await shop.absence()).toMatchObject({ cause: 'frozen', backAt: null });
  });

  it('a token that is refused again and again for an hour, though no webhook came', async () => {
    const { shop } = await waiting();
    shop.shutOut('refused');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(MINUTES(50));
    expect((await rowOf(shop))?.uninstalledAt).toBeNull();
    await shop.advance(HOURS(2));
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
    const asked = shop.shopify.asked();
    await shop.advance(DAYS(10));
    expect(shop.shopify.asked() - asked).toBeLessThanOrEqual(10);
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
  });

  it('a reinstall: the pages say that the shop is about to go on, not that Shopify refuses it', async () => {
    const { shop } = await waiting();
    shop.uninstall();
    await shop.advance(HOURS(30));
    await shop.reinstall();
    expect(await panelSuspension(shop.deps, shop.shopId)).toMatchObject({ cause: 'coming-back' });
    await shop.advance(MINUTES(1));
    expect(await panelSuspension(shop.deps, shop.shopId)).toBeNull();
  });

  it('and when somebody opens the app after that, it had never left', async () => {
    const { shop, order } = await waiting();
    const installedAt = (await rowOf(shop))?.installedAt;
    shop.shutOut('refused');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(HOURS(4));
    const second = shop.place(anOrder().of('POT'));
    await shop.letIn();
    await shop.opened();
    await shop.advance(HOURS(2));
    expect(await rowOf(shop)).toMatchObject({ uninstalledAt: null, installedAt });
    expect([order, second].map(holdsOn)).toEqual([1, 1]);
  });

  it.each<[string, (shop: Harness) => Promise<unknown>]>([
    ['by itself, within a day', () => Promise.resolve()],
    ['when staff ask Shopify', (shop) => askAgain(shop.deps, shop.shopId)],
  ])(
    'an hour of refusals that was an incident of Shopify’s: the shop comes back %s',
    async (how, ask) => {
      const { shop, order } = await waiting();
      const installedAt = (await rowOf(shop))?.installedAt;
      shop.shutOut('refused');
      shop.hint({ kind: 'look-at-order', orderId: order.id });
      await shop.advance(HOURS(3));
      expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
      // Workers take no webhook of a shop that counts as gone.
      shop.loseWebhooks(true);
      const unseen = shop.place(anOrder().of('POT'));
      await shop.letIn();
      shop.loseWebhooks(false);
      await ask(shop);
      await shop.advance(how.startsWith('by') ? DAYS(1) : MINUTES(1));
      expect(await rowOf(shop)).toMatchObject({ uninstalledAt: null, installedAt });
      await shop.advance(HOURS(10));
      expect(await shop.absence()).toMatchObject({ caughtUpAt: expect.any(Date) });
      expect([order, unseen].map(holdsOn)).toEqual([1, 1]);
    },
  );

  it('its pages open while Shopify still refuses us, and say so', async () => {
    const { shop } = await waiting();
    shop.shutOut('refused');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(HOURS(4));
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
    await shop.opened();
    expect(await panelSuspension(shop.deps, shop.shopId)).toMatchObject({ cause: 'refused' });
    expect(await askAgain(shop.deps, shop.shopId)).toEqual({ kind: 'done' });
  });

  it('but a shop whose uninstall Shopify confirmed is not asked for again', async () => {
    const { shop } = await waiting();
    shop.shutOut('frozen');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(HOURS(1));
    shop.shopify.shutOut('refused');
    shop.hint({ kind: 'uninstall' });
    await shop.advance(DAYS(1));
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
    const asked = shop.shopify.asked();
    await shop.advance(DAYS(9));
    expect(shop.shopify.asked()).toBe(asked);
    expect(await askAgain(shop.deps, shop.shopId)).toMatchObject({ kind: 'refused' });
  });

  it.each<[string, ShutOut]>([
    ['is frozen', 'frozen'],
    ['is locked', 'locked'],
    ['has no token that can be read', 'no-token'],
  ])(
    'app/uninstalled of a shop that %s, and the next token is a reinstall',
    async (_what, cause) => {
      const { shop } = await waiting();
      shop.shutOut(cause);
      shop.hint({ kind: 'uninstall' });
      await shop.advance(HOURS(30));
      expect(await shop.absence()).toMatchObject({ saidUninstalledAt: expect.any(Date) });
      shop.loseWebhooks(true);
      const unseen = shop.place(anOrder().of('POT'));
      await shop.advance(HOURS(1));
      await shop.letIn();
      const installedAt = shop.now();
      await shop.opened();
      await shop.advance(HOURS(2));
      expect(await rowOf(shop)).toMatchObject({ uninstalledAt: null, installedAt });
      // It stood open at the install: it has its place in the queue, and no mail.
      await shop.advance(DAYS(2));
      expect(shop.steps(unseen.id)).toEqual([]);
      expect(await shop.absence()).toMatchObject({ saidUninstalledAt: null });
    },
  );

  it('app/uninstalled of a frozen shop is confirmed by the first refusal of its token', async () => {
    const { shop } = await waiting();
    shop.shutOut('frozen');
    shop.hint({ kind: 'uninstall' });
    await shop.advance(MINUTES(10));
    shop.shopify.shutOut('refused');
    await shop.advance(MINUTES(30));
    expect((await rowOf(shop))?.uninstalledAt).not.toBeNull();
    expect(await shop.absence()).toBeNull();
    expect(await shop.desk.nextDueAt()).toBeNull();
  });

  it('not app/uninstalled of a shop that counts as gone and lets us in again', async () => {
    const { shop } = await waiting();
    const installedAt = (await rowOf(shop))?.installedAt;
    shop.shutOut('refused');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(HOURS(4));
    await shop.letIn();
    shop.hint({ kind: 'uninstall' });
    await shop.advance(DAYS(1));
    expect(await rowOf(shop)).toMatchObject({ uninstalledAt: null, installedAt });
  });

  it('not a refusal that is mixed with other answers', async () => {
    const { shop } = await waiting();
    shop.shutOut('refused');
    shop.hint({ kind: 'reconcile' });
    await shop.advance(MINUTES(10));
    shop.shopify.shutOut('frozen');
    await shop.advance(MINUTES(30));
    shop.shopify.shutOut('refused');
    await shop.advance(MINUTES(50));
    expect((await rowOf(shop))?.uninstalledAt).toBeNull();
  });
});

describe('back after more than a day', () => {
  /** One order waits with its customer told, and its goods come while the shop is away; another is placed then. */
  async function backAfter(days: number) {
    const { shop, order } = await waiting();
    shop.shutOut('frozen');
    await shop.advance(MINUTES(1));
    shop.shopify.arrive('MUG', 1);
    const placed = shop.place(anOrder().of('POT'));
    await shop.advance(DAYS(days));
    await shop.letIn();
    await shop.advance(HOURS(6));
    return { shop, order, placed };
  }
  const awaiting = async (shop: Harness, order: { id: Parameters<Harness['intents']>[0] }) =>
    (await shop.intents(order.id))
      .filter(({ status }) => status === 'awaiting-approval')
      .map(({ effect }) => (effect.kind === 'message' ? effect.step : effect.kind));

  it('holds go on at once; first notices and captures wait for a yes, and nothing else of the order with them', async () => {
    const { shop, order, placed } = await backAfter(2);
    expect(holdsOn(placed)).toBe(1);
    expect(await awaiting(shop, placed)).toEqual(['first-notice']);
    expect(await awaiting(shop, order)).toEqual(['capture']);
    expect(shop.steps(placed.id)).toEqual([]);
    expect(shop.shopify.takenOf(order.id).amount).toBe('0.00');
    expect(await shop.approveAll(placed.id)).toBe(1);
    expect(await shop.approveAll(order.id)).toBe(1);
    await shop.advance(DAYS(1));
    expect(shop.steps(placed.id)).toEqual(['first-notice']);
    expect((await eventsOf(shop, order)).slice(-3)).toEqual([
      'captured 20.00',
      'released',
      'ready',
    ]);
  });

  it('the panel lists them by kind with what the captures come to, and one yes is for all of a kind', async () => {
    const { shop, order, placed } = await backAfter(2);
    const another = await panelAfterAbsence(shop.deps, shop.shopId);
    expect(another).toMatchObject({
      ...{ tell: 1, charge: 1, end: 0 },
      totals: [{ amount: '20.00', currencyCode: 'USD' }],
    });
    const wish = { of: 'tell' as const, asOf: shop.now(), person: 'staff 7' };
    expect(await sayYesToAll(shop.deps, shop.shopId, wish)).toEqual({ kind: 'done' });
    await shop.advance(HOURS(20));
    expect(shop.steps(placed.id)).toEqual(['first-notice']);
    expect(await awaiting(shop, order)).toEqual(['capture']);
    expect(
      (await shop.timeline(placed.id)).find(({ kind }) => kind === 'effect-approved'),
    ).toMatchObject({ detail: { person: 'staff 7' } });
    expect(await panelAfterAbsence(shop.deps, shop.shopId)).toMatchObject({ tell: 0, charge: 1 });
  });

  it('what came to the list after somebody looked at it isn’t part of their yes', async () => {
    const { shop, placed } = await backAfter(2);
    const wish = { of: 'tell' as const, asOf: shop.at('2026-03-03 10:00'), person: 'staff 7' };
    await sayYesToAll(shop.deps, shop.shopId, wish);
    await shop.advance(HOURS(20));
    expect(await awaiting(shop, placed)).toEqual(['first-notice']);
  });

  it('a yes is for what the panel counted, not for what came to the list while the page was open', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const orders = Array.from({ length: 40 }, (_, i) =>
      shop.place(anOrder().of('MUG').from(`c${i}@example.com`)),
    );
    await shop.reconcile();
    await shop.advance(HOURS(1));
    shop.shutOut('frozen');
    await shop.advance(MINUTES(1));
    shop.shopify.arrive('MUG', 40);
    await shop.advance(DAYS(2));
    await shop.letIn();
    let seen = await panelAfterAbsence(shop.deps, shop.shopId);
    while (seen === null || seen.charge === 0) {
      await shop.advance(5 * SECOND);
      seen = await panelAfterAbsence(shop.deps, shop.shopId);
    }
    expect(seen.charge).toBeLessThan(40);
    await shop.advance(MINUTES(4));
    const wish = { of: 'charge' as const, asOf: new Date(seen.asOf), person: 'staff 7' };
    await sayYesToAll(shop.deps, shop.shopId, wish);
    await shop.advance(HOURS(1));
    const taken = orders.filter(({ id }) => shop.shopify.takenOf(id).amount !== '0.00');
    expect(taken).toHaveLength(seen.charge);
    expect(await panelAfterAbsence(shop.deps, shop.shopId)).toMatchObject({
      charge: 40 - seen.charge,
    });
  });

  it('the last day for paying is later by the time away, and the order isn’t ended by it unasked', async () => {
    const { shop, order } = await waiting();
    await shop.advance(DAYS(8));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    const asked = (await shop.caseOf(order.id))?.payment;
    expect(asked).not.toBeNull();
    shop.shutOut('frozen');
    await shop.advance(DAYS(20));
    await shop.letIn();
    await shop.advance(HOURS(6));
    const now = (await shop.caseOf(order.id))?.payment;
    const later = (now?.payBy.getTime() ?? 0) - (asked?.payBy.getTime() ?? 0);
    expect(Math.round(later / DAYS(1))).toBe(20);
    await shop.advance(DAYS(3));
    expect(await eventsOf(shop, order)).not.toContain('order-cancelled');
  });

  it('a second absence before all was read again gives no time for paying twice', async () => {
    const { shop, order } = await waiting();
    await shop.advance(DAYS(8));
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(1));
    const payBy = async () => (await shop.caseOf(order.id))?.payment?.payBy.getTime() ?? 0;
    const asked = await payBy();
    shop.shutOut('frozen');
    await shop.advance(DAYS(10));
    await shop.letIn();
    await askAgain(shop.deps, shop.shopId);
    await shop.advance(5 * SECOND);
    const once = await payBy();
    expect(Math.round((once - asked) / DAYS(1))).toBeGreaterThanOrEqual(10);
    shop.shutOut('frozen');
    shop.hint({ kind: 'look-at-order', orderId: order.id });
    await shop.advance(MINUTES(20));
    await shop.letIn();
    await askAgain(shop.deps, shop.shopId);
    await shop.advance(HOURS(1));
    expect(await shop.absence()).toMatchObject({ backAt: expect.any(Date) });
    expect(await payBy()).toBe(once);
    await askAgain(shop.deps, shop.shopId);
    await shop.opened();
    await shop.advance(HOURS(1));
    expect(await payBy()).toBe(once);
  });

  it('a date by law that passed meanwhile calls a person: of one who was told a date, and of one whom nobody knew', async () => {
    const { shop, order } = await waiting();
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAYS(1));
    shop.shutOut('frozen');
    await shop.advance(DAYS(1));
    const unseen = shop.place(anOrder().of('POT').from('ben@example.com'));
    await shop.advance(DAYS(40));
    await shop.letIn();
    await shop.advance(DAYS(2));
    expect(await attentionOf(shop, order)).toContain(
      'the date passed by which this customer had to hear',
    );
    expect(await attentionOf(shop, order)).toContain('Fri 20 Mar');
    expect(await attentionOf(shop, unseen)).toContain(
      'the date passed by which this customer had to hear',
    );
    expect(await attentionOf(shop, unseen)).toContain('Something waits for your yes');
  });

  it('it keeps waiting for the yes, and looks don’t ask anew', async () => {
    const { shop, order, placed } = await backAfter(2);
    for (let i = 0; i < 3; i += 1) {
      shop.hint({ kind: 'look-at-order', orderId: order.id });
      await shop.advance(HOURS(16));
    }
    expect(await awaiting(shop, placed)).toEqual(['first-notice']);
    expect(await awaiting(shop, order)).toEqual(['capture']);
    const kinds = (await shop.timeline(order.id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'attention-raised')).toHaveLength(1);
    expect(kinds).not.toContain('attention-resolved');
  });

  it('an order that comes after the return is told of and charged as ever', async () => {
    const { shop } = await backAfter(2);
    const later = shop.place(anOrder().of('CUP'));
    await shop.advance(HOURS(14));
    expect(shop.steps(later.id)).toEqual(['first-notice']);
    shop.shopify.arrive('CUP', 1);
    await shop.advance(DAYS(1));
    expect(shop.shopify.takenOf(later.id).amount).toBe('20.00');
  });

  it('after less than a day nobody is asked', async () => {
    const { shop, order, placed } = await backAfter(0.8);
    await shop.advance(HOURS(20));
    expect(await awaiting(shop, placed)).toEqual([]);
    expect(shop.steps(placed.id)).toEqual(['first-notice']);
    expect(shop.shopify.takenOf(order.id).amount).toBe('20.00');
  });
});
