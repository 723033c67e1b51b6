import fc from 'fast-check';
import { addMs, DAY, endOfDay, HOUR, isNight, MINUTE } from '../../app/domain/calendar';
import { Case } from '../../app/domain/case';
import { leavesAt, nextStep, nightOf } from '../../app/domain/planner';
import { Settings, type Shop } from '../../app/domain/settings';
import { NO_UNITS } from '../../app/domain/units';
import { SHOP } from '../support/harness';

const ZONES = ['America/Los_Angeles', 'America/New_York', 'Europe/Berlin', 'Australia/Sydney'];
const START = new Date('2026-01-01T00:00:00Z');

const situation = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    shopZone: fc.constantFrom(...ZONES),
    opened: fc.integer({ min: 0, max: 300 * 24 * 60 }),
    days: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    told: fc.boolean(),
    followUpDays: fc.integer({ min: 2, max: 14 }),
  })
  .map(({ zone, shopZone, opened, days, told, followUpDays }) => {
    const openedAt = addMs(START, opened * MINUTE);
    const shop: Shop = {
      id: SHOP,
      name: 'Maple & Tin',
      email: 'owner@maple.example',
      timezone: shopZone,
      currencyCode: 'USD',
      installedAt: START,
      uninstalledAt: null,
      captureMethod: null,
      settings: Settings.parse({ mode: 'automatic', followUpDays }),
    };
    const date = days === null ? null : endOfDay(addMs(openedAt, days * DAY), shopZone);
    const value = Case.parse({
      shop: SHOP,
      orderId: 'gid://shopify/Order/1',
      orderName: '#1',
      version: 1,
      openedAt,
      closedAt: null,
      customerKey: 'anna',
      customerZone: zone,
      lines: [
        {
          id: 'gid://shopify/LineItem/1',
          itemId: 'gid://shopify/InventoryItem/1',
          title: 'Mug',
          sku: 'MUG',
          unitPrice: { amount: '20.00', currencyCode: 'USD' },
          units: { ...NO_UNITS, short: 1 },
          promise: {
            start: openedAt,
            latest: addMs(openedAt, 30 * DAY),
            date,
            toldDate: told ? date : null,
          },
          choice: { kind: 'none' },
        },
      ],
      said: told
        ? [{ step: 'first-notice', key: 'first-notice-1', at: openedAt, outcome: 'sent' }]
        : [],
      toTell: told ? [] : [{ step: 'first-notice', since: openedAt }],
      attention: null,
    });
    return { shop, value, date, openedAt };
  });

describe('the planner', () => {
  it('plans nothing before what it tells has happened', () => {
    fc.assert(
      fc.property(situation, ({ shop, value, openedAt }) => {
        const step = nextStep(value, shop, null);
        expect(step).not.toBeNull();
        expect(step && step.dueAt >= openedAt).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('plans a follow-up by day, after the cap and before the agreed days are over', () => {
    fc.assert(
      fc.property(situation, ({ shop, value, openedAt }) => {
        const step = nextStep(value, shop, null);
        if (step?.step !== 'follow-up') return;
        expect(isNight(step.dueAt, nightOf(shop, value.customerZone))).toBe(false);
        expect(step.dueAt >= addMs(openedAt, shop.settings.capHours * HOUR)).toBe(true);
        expect(step.dueAt <= addMs(openedAt, shop.settings.followUpDays * DAY)).toBe(true);
        expect(step.dueAt <= addMs(openedAt, 4 * DAY)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('never lets a named date pass in silence', () => {
    fc.assert(
      fc.property(situation, ({ shop, value, date }) => {
        const step = nextStep(value, shop, null);
        if (date === null || step === null || value.said.length === 0) return;
        expect(step.dueAt < date).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('lets nothing out in the night that can wait for the morning', () => {
    fc.assert(
      fc.property(
        situation,
        fc.integer({ min: 0, max: 3 * 24 * 60 }),
        ({ shop, value, openedAt }, late) => {
          const at = addMs(openedAt, late * MINUTE);
          const night = nightOf(shop, value.customerZone);
          for (const step of ['follow-up', 'ready', 'shipped', 'cancelled'] as const)
            if (value.toTell.length === 0)
              expect(isNight(leavesAt(value, step, at, shop), night)).toBe(false);
          expect(leavesAt(value, 'first-notice', at, shop) >= at).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});
