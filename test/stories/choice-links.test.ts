import { aShop, anOrder } from '../support/builders';
import { SHOP } from '../support/harness';
import { answerChoice, viewChoice } from '../../app/use-cases/choices';
import { setDate } from '../../app/use-cases/merchant-acts';
import { attentionOf, DAYS, HOURS, linkOf } from '../support/story';

async function someoneWaits(theirs = anOrder().of('MUG'), shopOf = aShop()) {
  const shop = await shopOf.opens('2026-03-02 10:00');
  const order = shop.place(theirs);
  await shop.advance(HOURS(1));
  return { shop, order, lines: order.lines.map((line) => line.id) };
}

describe('a link', () => {
  it.each(['expired', 'altered', 'of another generation'])(
    'that is %s changes nothing',
    async (what) => {
      const { shop, order, lines } = await someoneWaits();
      const link = linkOf(shop, order) + (what === 'altered' ? '0' : '');
      if (what === 'expired') await shop.advance(DAYS(181));
      if (what === 'of another generation')
        await shop.store.transact(SHOP, {}, async (tx) => {
          const value = await tx.loadCase(order.id);
          if (value !== null) await tx.saveCase({ ...value, generation: value.generation + 1 });
        });
      const before = await shop.caseOf(order.id);
      const answer = { action: 'cancel' as const, lineIds: lines };
      expect(await viewChoice(shop.deps, link)).toBeNull();
      expect(await answerChoice(shop.deps, link, answer)).toEqual({ kind: 'no-such-link' });
      await shop.advance(HOURS(1));
      expect(await shop.caseOf(order.id)).toEqual(before);
      expect(order.cancelledAt).toBeNull();
    },
  );

  it('that is only looked at changes nothing, however often', async () => {
    const { shop, order } = await someoneWaits();
    const before = await shop.caseOf(order.id);
    for (let i = 0; i < 5; i += 1)
      expect(await viewChoice(shop.deps, linkOf(shop, order))).toMatchObject({
        orderName: order.name,
        lines: [{ short: 1, canCancel: true, canKeep: true }],
      });
    const nextTask = (await shop.desk.nextDueAt())?.getTime() ?? Infinity;
    expect(nextTask).toBeGreaterThan(shop.now().getTime());
    await shop.advance(HOURS(1));
    expect(await shop.caseOf(order.id)).toEqual(before);
  });

  it('asks nobody again who has said that they wait, until there is a new date', async () => {
    const { shop, order, lines } = await someoneWaits();
    const link = linkOf(shop, order);
    const line = async () => (await viewChoice(shop.deps, link))?.lines[0];
    const keep = () => answerChoice(shop.deps, link, { action: 'keep', lineIds: lines });
    await keep();
    expect(await line()).toMatchObject({ choice: 'kept', canKeep: false, canCancel: true });
    // A second click, or one on a page that was left open, is no mistake.
    expect(await keep()).toEqual({ kind: 'done' });
    await setDate(shop.deps, SHOP, order.id, { lineIds: lines, day: '2026-03-20' });
    expect(await line()).toMatchObject({ canKeep: true });
    await keep();
    expect(await line()).toMatchObject({ canKeep: false });
  });

  it('of the first letter still works after later ones', async () => {
    const { shop, order, lines } = await someoneWaits();
    await shop.advance(DAYS(20));
    const first = linkOf(shop, order);
    const answer = { action: 'cancel' as const, lineIds: lines };
    expect(await answerChoice(shop.deps, first, answer)).toEqual({ kind: 'done' });
  });

  it('cannot reach into another order', async () => {
    const { shop, order } = await someoneWaits();
    const other = shop.place(anOrder().of('MUG'));
    await shop.advance(HOURS(1));
    const answer = { action: 'cancel' as const, lineIds: other.lines.map((line) => line.id) };
    const outcome = await answerChoice(shop.deps, linkOf(shop, order), answer);
    expect(outcome).toMatchObject({ kind: 'too-late' });
    await shop.advance(HOURS(1));
    expect(other.cancelledAt).toBeNull();
  });
});

describe('too late', () => {
  it('is said after the goods have left, and nothing changes', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(HOURS(1));
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(await shop.choose(order.id, 'cancel')).toMatchObject({ kind: 'too-late' });
    await shop.advance(DAYS(1));
    expect(order.cancelledAt).toBeNull();
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
  });

  it('is put before a person when somebody ships what was just cancelled', async () => {
    const { shop, order } = await someoneWaits();
    await shop.choose(order.id, 'cancel');
    shop.shopify.arrive('MUG', 1);
    shop.shopify.releaseByMerchant(order.id);
    shop.shopify.fulfill(order.id);
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).toBeNull();
    expect(await attentionOf(shop, order)).toContain('agree with them on a return');
  });
});

describe('the merchant cancels in Shopify', () => {
  it('is followed: the wait is over, and we say nothing, since Shopify tells', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.cancelByMerchant(order.id);
    await shop.advance(DAYS(10));
    expect(shop.steps(order.id)).toEqual(['first-notice']);
    expect((await shop.caseOf(order.id))?.closedAt).not.toBeNull();
  });
});
