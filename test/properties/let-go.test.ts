import fc from 'fast-check';
import type { LetGo } from '../../app/domain/held-parts';
import { placeLetGo } from '../../app/domain/effects/let-go-units';
import { FulfillmentOrderId, LineId, LocationId } from '../../app/domain/ids';
import type { FulfillmentOrder, OrderSnapshot } from '../../app/domain/order';

type Parts = Pick<OrderSnapshot, 'fulfillmentOrders'>;

/* What a person let go, through every way in which Shopify splits, merges and moves fulfillment orders. */

const LINE = LineId.parse('gid://shopify/LineItem/1');
const place = (n: number): LocationId => LocationId.parse(`gid://shopify/Location/${n}`);

interface Part {
  readonly units: number;
  readonly held: boolean;
  readonly at: number;
}

const part = fc.record({
  units: fc.integer({ min: 0, max: 4 }),
  held: fc.boolean(),
  at: fc.integer({ min: 1, max: 2 }),
});
const entry = fc.record({
  units: fc.integer({ min: 1, max: 4 }),
  at: fc.integer({ min: 1, max: 2 }),
  by: fc.constantFrom('hand' as const, 'others' as const),
});

function orderOf(parts: readonly Part[]): Parts {
  const fulfillmentOrders = parts.map(({ units, held, at }, n): FulfillmentOrder => ({
    id: FulfillmentOrderId.parse(`gid://shopify/FulfillmentOrder/${n + 1}`),
    status: units === 0 ? 'closed' : held ? 'on-hold' : 'open',
    locationId: place(at),
    canHold: true,
    canRequestCancellation: false,
    cancellation: null,
    request: 'unsubmitted',
    canCancelRequest: false,
    cancellationAsked: false,
    delivery: 'shipping',
    holds: held ? [{ id: `h${n}`, handle: null, ours: true, reason: 'OTHER' }] : [],
    lines: [{ id: `l${n}`, lineId: LINE, remaining: units }],
  }));
  return { fulfillmentOrders };
}

const letGoOf = (
  entries: readonly { units: number; at: number; by: LetGo['by'] }[],
  pending?: string[],
): LetGo[] =>
  entries.map(({ units, at, by }) => ({
    ...{ lineId: LINE, locationId: place(at), units, by },
    ...(pending && by === 'hand' ? { pending } : {}),
  }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const placedIn = (letGo: readonly LetGo[], order: Parts) => {
  const placed = placeLetGo(letGo, order);
  return order.fulfillmentOrders.map((fo) =>
    fo.lines.map((line) => {
      const { hand, others } = placed.of(fo, line);
      return { held: fo.holds.length > 0, units: hand + others, remaining: line.remaining };
    }),
  );
};

describe('units that were let go', () => {
  it('are as many as there were, or as many as are free: never more, and none twice', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(entry, { maxLength: 3 }), (p, e) => {
        const order = orderOf(p);
        const letGo = letGoOf(e);
        const all = placedIn(letGo, order).flat();
        const free = sum(p.filter(({ held }) => !held).map(({ units }) => units));
        const wanted = sum(e.map(({ units }) => units));
        expect(sum(all.map(({ units }) => units))).toBe(Math.min(free, wanted));
        for (const { units, remaining } of all) expect(units).toBeLessThanOrEqual(remaining);
        expect(sum(placeLetGo(letGo, order).letGo.map(({ units }) => units))).toBe(
          Math.min(free, wanted),
        );
      }),
    );
  });

  it('are never units on our hold, once what was to be released for them is released', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(entry, { maxLength: 3 }), (p, e) => {
        const all = placedIn(letGoOf(e), orderOf(p)).flat();
        for (const { held, units } of all) if (held) expect(units).toBe(0);
      }),
    );
  });

  it('stay the same through a merge of what is free at one location, whichever id survives', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.array(entry, { maxLength: 3 }),
        fc.integer({ min: 0, max: 4 }),
        (p, e, survivor) => {
          const here = p.map((one) => ({ ...one, at: 1 }));
          const free = here.filter(({ held }) => !held);
          const kept = free[survivor % Math.max(1, free.length)];
          const units = sum(free.map((one) => one.units));
          const merged = here.map((one) =>
            one.held ? one : { ...one, units: one === kept ? units : 0 },
          );
          const count = (parts: readonly Part[]): number =>
            sum(
              placedIn(letGoOf(e), orderOf(parts))
                .flat()
                .map((one) => one.units),
            );
          expect(count(merged)).toBe(count(here));
        },
      ),
    );
  });

  it('that are still to be released are looked for there first', () => {
    const order = orderOf([
      { units: 1, held: false, at: 1 },
      { units: 1, held: true, at: 1 },
    ]);
    const one = [{ units: 1, at: 1, by: 'hand' as const }];
    const target = order.fulfillmentOrders[1]?.id ?? '';
    expect(
      placedIn(letGoOf(one, [target]), order)
        .flat()
        .map(({ units }) => units),
    ).toEqual([0, 1]);
    expect(
      placedIn(letGoOf(one), order)
        .flat()
        .map(({ units }) => units),
    ).toEqual([1, 0]);
  });
});
