import { lockKeys } from '../../app/adapters/store/locks.server';
import { withoutWords } from '../../app/adapters/store/without-words';
import { dueNow, tasksAsJson } from '../../app/adapters/tasks/add-tasks.server';
import { backOff, errorText, outcomeOf } from '../../app/adapters/tasks/outcome';
import { ItemId, OrderId, ShopId } from '../../app/domain/ids';
import { NoAccess, Permanent, StaleClaim, Unreachable } from '../../app/errors';

const MINUTE = 60_000;

describe('trying again', () => {
  it('takes longer each time, up to about an hour, and about four hours in all', () => {
    const waits = Array.from({ length: 11 }, (_, n) => backOff('7', n + 1));
    waits.slice(0, 8).reduce((before, wait) => {
      expect(wait).toBeGreaterThan(before);
      return wait;
    });
    expect(Math.max(...waits)).toBeLessThanOrEqual(75 * MINUTE);
    const sum = waits.reduce((total, wait) => total + wait, 0);
    expect(sum).toBeGreaterThan(150 * MINUTE);
    expect(sum).toBeLessThan(330 * MINUTE);
  });

  it('is spread, and the same on every machine', () => {
    const waits = Array.from({ length: 100 }, (_, id) => backOff(String(id), 1));
    expect(new Set(waits).size).toBeGreaterThan(50);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(7_500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(12_500);
    expect(backOff('42', 3)).toBe(backOff('42', 3));
  });

  it('ends after the last attempt, at once for what is permanent, and never for a worker that was overtaken', () => {
    const task = (attempts: number) => ({ taskId: '1', attempts });
    expect(outcomeOf(new Unreachable('x'), task(11)).kind).toBe('again');
    expect(outcomeOf(new Unreachable('x'), task(12)).kind).toBe('dead');
    expect(outcomeOf(new Permanent('x'), task(1)).kind).toBe('dead');
    expect(outcomeOf(new StaleClaim('x'), task(12)).kind).toBe('overtaken');
    const denied = new NoAccess('x', 'customer-data');
    expect(outcomeOf(denied, task(1))).toEqual({ kind: 'no-access', error: denied });
  });

  it('keeps of an error its first line alone', () => {
    expect(errorText(new Error('\nInvalid call:\n{ to: "ada" }'))).toBe('Error: Invalid call:');
    expect(errorText('just text')).toBe('just text');
    expect(errorText(new Error('x'.repeat(999)))).toHaveLength(300);
  });
});

describe('locks', () => {
  it('are taken in one order whatever order they are named in: items first', () => {
    const item = (n: number) => ItemId.parse(`gid://shopify/InventoryItem/${n}`);
    const order = (n: number) => OrderId.parse(`gid://shopify/Order/${n}`);
    const shop = 'north.myshopify.com';
    const keys = lockKeys(shop, {
      orders: [order(2), order(1), order(2)],
      items: [item(9), item(3)],
    });
    expect(keys).toEqual(
      lockKeys(shop, { orders: [order(1), order(2)], items: [item(3), item(9)] }),
    );
    expect(keys.map((key) => key.split(':')[0])).toEqual(['item', 'item', 'order', 'order']);
    expect(keys[0]).toContain(shop);
  });
});

describe('adding tasks', () => {
  const shop = ShopId.parse('north.myshopify.com');
  const body = { kind: 'refresh-shop' } as const;

  it('puts those with one key together, at the earlier time', () => {
    const dueAt = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
    const json: unknown = JSON.parse(
      tasksAsJson([12, 9, 15].map((hour) => ({ shop, body, dueAt: dueAt(hour) }))),
    );
    expect(json).toEqual([
      {
        shop,
        kind: 'refresh-shop',
        key: 'refresh-shop',
        payload: body,
        dueAt: dueAt(9).toISOString(),
      },
    ]);
  });

  it('rings for those whose time has come', () => {
    const now = new Date('2026-03-01T12:00:00Z');
    const added = [
      { id: '1', dueAt: now },
      { id: '2', dueAt: new Date(now.getTime() + 1) },
    ];
    expect(dueNow(added, now)).toEqual(['1']);
  });
});

describe('a timeline without words', () => {
  it('keeps ids, states, dates, amounts and counts, and nothing that somebody may have written', () => {
    expect(
      withoutWords({
        line: 'gid://shopify/LineItem/1',
        from: 'short',
        until: '2026-03-01T12:00:00.000Z',
        amount: { amount: '19.90', currencyCode: 'EUR' },
        units: 2,
        said: null,
        reason: 'Ada said no',
        name: 'ada',
        nested: [{ text: 'hello' }, 'Dear Ada'],
      }),
    ).toEqual({
      line: 'gid://shopify/LineItem/1',
      from: 'short',
      until: '2026-03-01T12:00:00.000Z',
      amount: { amount: '19.90', currencyCode: 'EUR' },
      units: 2,
      said: null,
      reason: '[erased]',
      name: '[erased]',
      nested: [{ text: '[erased]' }, '[erased]'],
    });
  });
});
