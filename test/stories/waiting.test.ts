import { aShop, anOrder } from '../support/builders';
import { type Harness } from '../support/harness';
import {
  attentionOf,
  brokenPromises,
  DAYS,
  HOURS,
  lettersOf,
  linkOf,
  newestWords,
} from '../support/story';

/** A customer who was told on Monday, March 2, at two past ten that the mug isn't there. */
async function someoneWaits() {
  const shop = await aShop().opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  return { shop, order };
}

/** The longest silence, in days, from the first letter until now. */
function longestSilence(shop: Harness): number {
  const times = [...shop.letters().map(({ at }) => at), shop.now()].map((at) => at.getTime());
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  return Math.max(...gaps) / DAYS(1);
}

describe('while the customer waits', () => {
  it('they get a follow-up within four days, and never seven days of silence', async () => {
    const { shop, order } = await someoneWaits();
    await shop.advance(DAYS(40));
    const [first, second] = shop.letters(order.id);
    expect(second?.mail.step).toBe('follow-up');
    expect(Number(second?.at) - Number(first?.at)).toBeLessThan(DAYS(4));
    expect(longestSilence(shop)).toBeLessThanOrEqual(7);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('each letter has its own working link and offer', async () => {
    const { shop, order } = await someoneWaits();
    await shop.advance(DAYS(15));
    const links = shop.letters(order.id).map((_, i) => linkOf(shop, order, i));
    expect(new Set(links).size).toBe(links.length);
    for (const { mail } of shop.letters(order.id)) expect(mail.text).toMatch(/free to cancel/);
  });

  it('the shop may want to be heard of more often', async () => {
    const shop = await aShop().with({ followUpDays: 3 }).opens('2026-03-02 10:00');
    shop.place(anOrder().of('MUG'));
    await shop.advance(DAYS(20));
    expect(longestSilence(shop)).toBeLessThanOrEqual(3);
  });

  it('it ends when the goods come: no follow-up after that', async () => {
    const { shop, order } = await someoneWaits();
    shop.shopify.arrive('MUG', 1);
    await shop.advance(DAYS(20));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'ready']);
  });
});

describe('a date', () => {
  it('that is set is told at once, with a new offer', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.advance(HOURS(1));
    expect(lettersOf(shop, order)).toEqual(['Mon 10:02 first-notice', 'Mon 11:00 new-date']);
    expect(newestWords(shop, order)).toContain('March 10');
    expect(newestWords(shop, order)).toContain(linkOf(shop, order, 1));
  });

  it('that is set at night is told in the morning', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-02 22:30');
    await shop.giveDate(order.id, '2026-03-10');
    await shop.advance(DAYS(1));
    expect(lettersOf(shop, order).at(-1)).toBe('Tue 08:00 new-date');
  });

  it('that is corrected before it was told is told once, as it is now', async () => {
    const { shop, order } = await someoneWaits();
    await shop.until('2026-03-02 22:30');
    await shop.giveDate(order.id, '2026-03-10');
    await shop.giveDate(order.id, '2026-03-12');
    await shop.advance(DAYS(1));
    expect(shop.steps(order.id)).toEqual(['first-notice', 'new-date']);
    expect(newestWords(shop, order)).toContain('March 12');
    expect(newestWords(shop, order)).not.toContain('March 10');
  });

  it('that slips brings a new offer before the old date passes', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.until('2026-03-10 09:00');
    await shop.giveDate(order.id, '2026-03-20');
    await shop.advance(DAYS(1));
    expect(lettersOf(shop, order).at(-1)).toBe('Tue 09:00 new-date');
    expect(newestWords(shop, order)).toContain('March 20 (before: Tuesday, March 10)');
    expect(newestWords(shop, order)).toMatch(/free to cancel/);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that slips on its last evening brings the new offer that same night', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.until('2026-03-10 17:30');
    await shop.giveDate(order.id, '2026-03-20');
    await shop.until('2026-03-19 22:00');
    await shop.giveDate(order.id, '2026-03-27');
    await shop.until('2026-03-20 12:00');
    expect(lettersOf(shop, order).at(-1)).toBe('Fri 08:00 new-date');
    await shop.until('2026-03-27 17:00');
    expect(shop.steps(order.id)).not.toContain('date-passed');
    await shop.giveDate(order.id, '2026-04-03');
    await shop.until('2026-04-03 16:00');
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('that is taken back is told, too', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.advance(DAYS(1));
    await shop.giveDate(order.id, null);
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id).at(-1)).toBe('new-date');
    expect(newestWords(shop, order)).toContain('no new date yet (before: Tuesday, March 10)');
  });

  it('of which no word has come is owned up to before it has passed, and the merchant is asked to act', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.until('2026-03-11 00:00');
    expect(lettersOf(shop, order).at(-1)).toBe('Tue 18:00 date-passed');
    expect(await attentionOf(shop, order)).toContain('ask the supplier and set a new date');
    await shop.advance(DAYS(20));
    expect(longestSilence(shop)).toBeLessThanOrEqual(7);
    expect(shop.steps(order.id).filter((step) => step === 'date-passed')).toHaveLength(1);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('must be a day after today, and the calendar’s', async () => {
    const { shop, order } = await someoneWaits();
    expect(await shop.giveDate(order.id, '2026-03-02')).toBe(false);
    expect(await shop.giveDate(order.id, '2026-02-30')).toBe(false);
    expect(await shop.giveDate(order.id, '2026-03-03')).toBe(true);
  });

  it('of one line leaves the other without', async () => {
    const shop = await aShop().opens('2026-03-02 10:00');
    const order = shop.place(anOrder().of('MUG').of('CUP'));
    const [mug] = order.lines;
    await shop.advance(HOURS(1));
    await shop.giveDate(order.id, '2026-03-10', mug ? [mug.id] : []);
    await shop.advance(HOURS(1));
    expect(newestWords(shop, order)).toMatch(/MUG.*Tuesday, March 10/);
    expect(newestWords(shop, order)).toMatch(/CUP.*no date yet/);
    expect(await brokenPromises(shop)).toEqual([]);
  });
});

describe('the customer who chose to wait', () => {
  it('gets follow-ups, but no second offer of the same news', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-25');
    await shop.advance(HOURS(1));
    expect(await shop.choose(order.id, 'keep')).toEqual({ kind: 'done' });
    expect(await shop.giveDate(order.id, '2026-03-25')).toBe(false);
    await shop.until('2026-03-24 12:00');
    const steps = shop.steps(order.id);
    expect(steps.slice(0, 2)).toEqual(['first-notice', 'new-date']);
    expect(steps.length).toBeGreaterThan(3);
    expect(new Set(steps.slice(2))).toEqual(new Set(['follow-up', 'money-notice']));
    expect(longestSilence(shop)).toBeLessThanOrEqual(7);
    expect(await brokenPromises(shop)).toEqual([]);
  });

  it('is asked anew when the date slips, and may still cancel', async () => {
    const { shop, order } = await someoneWaits();
    await shop.giveDate(order.id, '2026-03-10');
    await shop.advance(HOURS(1));
    await shop.choose(order.id, 'keep');
    await shop.until('2026-03-09 12:00');
    await shop.giveDate(order.id, '2026-03-30');
    await shop.advance(HOURS(1));
    expect(shop.steps(order.id).at(-1)).toBe('new-date');
    expect(await shop.choose(order.id, 'cancel')).toEqual({ kind: 'done' });
    await shop.advance(HOURS(1));
    expect(order.cancelledAt).not.toBeNull();
  });
});
