import fc from 'fast-check';
import { allocate, type Claimant, type Shelf } from '../../app/domain/allocate';
import { LineId, LocationId, OrderId } from '../../app/domain/ids';

const HERE = LocationId.parse('gid://shopify/Location/1');

const claimants = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: 1, max: 5 }),
      had: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ quantity, day, had }, i): Claimant => ({
      orderId: OrderId.parse(`gid://shopify/Order/${i + 1}`),
      lineId: LineId.parse(`gid://shopify/LineItem/${i + 1}`),
      locationId: HERE,
      quantity,
      orderedAt: new Date(Date.UTC(2026, 2, day)),
      priority: 0,
      allocated: had,
    })),
  );
const shelf = (more: Partial<Shelf>) =>
  fc
    .record({ onHand: fc.integer({ min: -2, max: 12 }), setAside: fc.integer({ min: 0, max: 2 }) })
    .map((numbers): Shelf => ({ locationId: HERE, feed: false, ...numbers, ...more }));

const given = (all: readonly Claimant[], on: Shelf): Map<string, number> =>
  new Map(allocate(all, [on]).map((share) => [share.lineId, share.allocated ?? 0]));

describe('the shelf is shared', () => {
  it('never beyond what is on it, and never beyond what is asked', () => {
    fc.assert(
      fc.property(
        claimants,
        fc.oneof(shelf({}), shelf({ feed: true }), shelf({ unknown: 1 })),
        (all, on) => {
          const shares = given(all, on);
          const total = [...shares.values()].reduce((sum, n) => sum + n, 0);
          expect(total).toBeLessThanOrEqual(Math.max(0, on.onHand - on.setAside));
          for (const { lineId, quantity } of all) {
            expect(shares.get(lineId)).toBeGreaterThanOrEqual(0);
            expect(shares.get(lineId)).toBeLessThanOrEqual(quantity);
          }
        },
      ),
      { seed: 7 },
    );
  });

  it('oldest first: who lacks a unit leaves none to anyone later', () => {
    fc.assert(
      fc.property(claimants, shelf({}), (all, on) => {
        const shares = given(all, on);
        const lacks = all.filter((c) => (shares.get(c.lineId) ?? 0) < c.quantity);
        for (const poor of lacks)
          for (const other of all)
            if (other.orderedAt > poor.orderedAt) expect(shares.get(other.lineId)).toBe(0);
      }),
      { seed: 7 },
    );
  });

  it('the same in whatever order the claims come', () => {
    fc.assert(
      fc.property(claimants, shelf({}), fc.infiniteStream(fc.nat()), (all, on, keys) => {
        const shuffled = all
          .map((claimant) => ({ claimant, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ claimant }) => claimant);
        for (const [line, units] of given(shuffled, on))
          expect(given(all, on).get(line)).toBe(units);
      }),
      { seed: 7 },
    );
  });

  it('at a feed to nobody who was found short, until somebody says so', () => {
    fc.assert(
      fc.property(claimants, shelf({ feed: true }), (all, on) => {
        const shares = given(all, on);
        for (const { lineId, allocated, quantity } of all)
          if (allocated !== null && allocated < quantity)
            expect(shares.get(lineId)).toBeLessThanOrEqual(allocated);
      }),
      { seed: 7 },
    );
  });
});
