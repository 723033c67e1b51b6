import { ABANDONED, DUE } from '../../app/adapters/tasks/sweep.server';
import { createTaskGauges } from '../../app/adapters/tasks/gauges.server';
import { awayStill } from '../../app/domain/absence';
import { createOldestDuty } from '../../app/adapters/tasks/oldest-duty.server';
import {
  NoAccess,
  OutcomeUnclear,
  Permanent,
  StaleClaim,
  Throttled,
  Unreachable,
} from '../../app/errors';
import type { Claim, Work } from '../../app/ports';
import {
  OTHER,
  START,
  SHOP,
  look,
  openEngineBench,
  order,
  type EngineBench,
} from '../support/engine-bench';

/* What the engine makes of a task, by what its performer does. */

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const later = (ms: number): Date => new Date(START.getTime() + ms);
const shopFacts = {
  name: 'North',
  email: '',
  timezone: 'UTC',
  currencyCode: 'EUR',
  installedAt: START,
  uninstalledAt: null,
};
const throwing = (error: Error) => () => Promise.reject(error);

describe('the task engine', () => {
  let bench: EngineBench;
  beforeAll(async () => {
    bench = await openEngineBench();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.query('truncate "Task", "Shop", "Timeline", "Absence"');
    bench.clock.set(START);
    bench.rung.length = 0;
  });

  const firstOf = async (...tasks: Parameters<EngineBench['add']>): Promise<string> => {
    const [id] = await bench.add(...tasks);
    if (id === undefined) throw new Error('no task');
    return id;
  };

  it('gives a due task to its performer and forgets it when it is done', async () => {
    const id = await firstOf(look(1));
    const seen: Claim[] = [];
    const engine = bench.engine((work) => {
      seen.push(work.claim);
      expect(work.now).toEqual(START);
      return Promise.resolve();
    });
    expect(await engine.handle(id)).toBe('done');
    expect(seen).toEqual([
      {
        taskId: id,
        shop: SHOP,
        body: { kind: 'look-at-order', orderId: order(1) },
        epoch: 1,
        attempts: 1,
      },
    ]);
    expect(await bench.rows()).toEqual([]);
    expect(await engine.handle(id)).toBe('not-due');
  });

  it('leaves a task alone until its time, by business time', async () => {
    const id = await firstOf(look(1, later(SECOND)));
    const engine = bench.engine(() => Promise.resolve());
    expect(await engine.handle(id)).toBe('not-due');
    bench.clock.set(later(SECOND));
    expect(await engine.handle(id)).toBe('done');
  });

  it('writes and ends the task in one transaction, or neither', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(async (work) => {
      await work.finish({ orders: [order(1)] }, async (tx) => {
        await tx.saveShop(shopFacts);
        if (work.claim.attempts === 1) throw new Unreachable('half-way');
      });
    });
    expect(await engine.handle(id)).toBe('failed');
    expect(await bench.query('select * from "Shop"')).toEqual([]);
    bench.clock.set(later(60 * SECOND));
    expect(await engine.handle(id)).toBe('done');
    expect(await bench.query('select "shop" from "Shop"')).toEqual([{ shop: SHOP }]);
    expect(await bench.rows()).toEqual([]);
  });

  it('counts a task as done when something is thrown after its end', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(async (work) => {
      await work.finish({}, () => Promise.resolve());
      throw new Error('too late to matter');
    });
    expect(await engine.handle(id)).toBe('stale');
    expect(await bench.rows()).toEqual([]);
  });

  it('refuses a write after the end', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(async (work) => {
      await work.finish({}, () => Promise.resolve());
      await expect(work.keep({}, (tx) => tx.saveShop(shopFacts))).rejects.toThrow(StaleClaim);
    });
    expect(await engine.handle(id)).toBe('done');
    expect(await bench.query('select * from "Shop"')).toEqual([]);
  });

  it.each([new Unreachable('no answer'), new OutcomeUnclear('who knows'), new TypeError('a bug')])(
    'tries again after ten seconds or so when the performer throws %p',
    async (error) => {
      const id = await firstOf(look(1));
      expect(await bench.engine(throwing(error)).handle(id)).toBe('failed');
      const [row] = await bench.rows();
      expect(row).toMatchObject({ status: 'waiting', attempts: 1, epoch: 1 });
      expect(row?.lastError).toContain(error.message);
      const wait = (row?.dueAt.getTime() ?? 0) - START.getTime();
      expect(wait).toBeGreaterThanOrEqual(7.5 * SECOND);
      expect(wait).toBeLessThanOrEqual(12.5 * SECOND);
    },
  );

  it('waits as long as Shopify asks, and does not count that as an attempt', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(throwing(new Throttled(4_000)));
    expect(await engine.handle(id)).toBe('failed');
    expect(await bench.rows()).toMatchObject([{ attempts: 0, dueAt: later(4_000) }]);
  });

  it('keeps no address in the last error', async () => {
    const id = await firstOf(look(1));
    await bench.engine(throwing(new Error('no such box: <ada@example.com>\nbody'))).handle(id);
    expect((await bench.rows())[0]?.lastError).toBe('Error: no such box: <[address]>');
  });

  it('sets a task aside at once when trying again will not help, and tells', async () => {
    const id = await firstOf(look(1));
    const told: string[] = [];
    const onDead = (claim: Claim, error: Error): Promise<void> => {
      told.push(`${claim.taskId}: ${error.message}`);
      return Promise.resolve();
    };
    const engine = bench.engine(throwing(new Permanent('The order is locked')), { onDead });
    expect(await engine.handle(id)).toBe('failed');
    expect(told).toEqual([`${id}: The order is locked`]);
    expect(await bench.rows()).toMatchObject([{ status: 'dead' }]);
    bench.clock.set(later(1e9));
    expect(await engine.handle(id)).toBe('not-due');
  });

  it('gives up after so many attempts, and tells once', async () => {
    const id = await firstOf(look(1));
    const onDead = jest.fn(() => Promise.resolve());
    const engine = bench.engine(throwing(new Unreachable('away')), { onDead, maxAttempts: 3 });
    for (let n = 1; n <= 3; n++) {
      bench.clock.set(later(n * 1e6));
      expect(onDead).not.toHaveBeenCalled();
      expect(await engine.handle(id)).toBe('failed');
    }
    expect(onDead).toHaveBeenCalledTimes(1);
    expect(await bench.rows()).toMatchObject([{ status: 'dead', attempts: 3 }]);
  });

  it('comes back to a dead task whose end could not be told', async () => {
    const id = await firstOf(look(1));
    const onDead = () => Promise.reject(new Error('the case is locked'));
    const engine = bench.engine(throwing(new Permanent('No')), { onDead });
    expect(await engine.handle(id)).toBe('failed');
    expect(await bench.rows()).toMatchObject([{ status: 'waiting' }]);
  });

  it('gives up a task that it does not understand, without a claim to tell of', async () => {
    const id = await firstOf(look(1));
    await bench.query(`update "Task" set "payload" = '{"kind": "from-the-future"}'`);
    const onDead = jest.fn(() => Promise.resolve());
    const perform = jest.fn(() => Promise.resolve());
    const engine = bench.engine(perform, { onDead, maxAttempts: 1 });
    expect(await engine.handle(id)).toBe('failed');
    expect(await bench.rows()).toMatchObject([{ status: 'dead' }]);
    expect(perform).not.toHaveBeenCalled();
    expect(onDead).not.toHaveBeenCalled();
  });

  it('ends a task of a shop that no longer lets us in, and tells', async () => {
    const id = await firstOf(look(1), look(2));
    const told: string[] = [];
    const engine = bench.engine(throwing(new NoAccess('not approved', 'customer-data')), {
      onNoAccess: (claim, { withheld }) => {
        told.push(withheld);
        return bench.store.dropTasks(claim.shop).then(() => 'ends');
      },
    });
    expect(await engine.handle(id)).toBe('failed');
    expect(told).toEqual(['customer-data']);
    expect(await bench.rows()).toEqual([]);
  });

  describe('of a suspended shop', () => {
    const away = (backAt: Date | null = null) =>
      bench.store.transact(SHOP, {}, (tx) =>
        tx.saveAbsence({ ...awayStill(null, 'frozen', START), backAt }),
      );

    it('waits uncounted when it was shut out, for as long as the shop is away', async () => {
      const id = await firstOf(look(1));
      const engine = bench.engine(throwing(new NoAccess('frozen', 'frozen')), {
        onNoAccess: () => away().then(() => 'waits'),
        maxAttempts: 1,
      });
      expect(await engine.handle(id)).toBe('failed');
      expect(await bench.rows()).toMatchObject([{ status: 'waiting', attempts: 0, dueAt: START }]);
      expect(await engine.handle(id)).toBe('not-due');
      await away(START);
      expect(await bench.engine(() => Promise.resolve()).handle(id)).toBe('done');
    });

    it('is tried again as after any other fault when the shop lets us in by now', async () => {
      const id = await firstOf(look(1));
      const onDead = jest.fn(() => Promise.resolve());
      const engine = bench.engine(throwing(new NoAccess('for a second', 'forbidden')), {
        ...{ onDead, maxAttempts: 2 },
        onNoAccess: () => Promise.resolve('again'),
      });
      expect(await engine.handle(id)).toBe('failed');
      expect(await bench.rows()).toMatchObject([{ status: 'waiting', attempts: 1 }]);
      bench.clock.set(later(1e6));
      expect(await engine.handle(id)).toBe('failed');
      expect(onDead).toHaveBeenCalledTimes(1);
      expect(await bench.rows()).toMatchObject([{ status: 'dead' }]);
    });

    it('is not rung for, and not counted as due; what asks for the shop is, and what it owes by law', async () => {
      await away();
      const law = { kind: 'redact-customer' as const, webhookId: 'w' };
      await bench.add(
        look(1),
        { shop: SHOP, body: { kind: 'probe-shop' }, dueAt: START },
        { shop: SHOP, body: law, dueAt: START },
      );
      const rung = async (): Promise<unknown[]> =>
        bench.query(`select "kind" from "Task" where "id" = any($1::bigint[]) order by "kind"`, [
          ((await bench.query(DUE, [START, 200])) as { id: string }[]).map(({ id }) => id),
        ]);
      expect(await rung()).toEqual([{ kind: 'probe-shop' }, { kind: 'redact-customer' }]);
      const gauges = createTaskGauges(bench.gauges);
      expect(await gauges(START)).toMatchObject({ due: 2, suspendedShops: 1 });
      await away(START);
      expect(await rung()).toHaveLength(3);
      expect(await gauges(START)).toMatchObject({ due: 3, suspendedShops: 0 });
    });
  });

  it('each shop has its turn, however many tasks another has', async () => {
    await bench.add(...[1, 2, 3, 4].map((n) => look(n)));
    await bench.store.transact(OTHER, {}, (tx) => tx.addTasks([look(9, START, OTHER)]));
    const due = (await bench.query(DUE, [START, 3])) as { id: string }[];
    const shops = await bench.query(
      `select count(distinct "shop")::int as "shops" from "Task" where "id" = any($1::bigint[])`,
      [due.map(({ id }) => id)],
    );
    expect(due).toHaveLength(3);
    expect(shops).toEqual([{ shops: 2 }]);
  });

  it('what a dead worker left behind of a suspended shop is not rung for, save what goes on', async () => {
    const probe = { shop: SHOP, body: { kind: 'probe-shop' as const }, dueAt: START };
    const both = await bench.add(look(1), probe);
    await bench.query(
      `update "Task" set "status" = 'claimed', "leaseUntil" = clock_timestamp() - interval '1 second'`,
    );
    const abandoned = async (): Promise<string[]> =>
      ((await bench.query(ABANDONED, [9])) as { id: string }[]).map((row) => row.id).toSorted();
    const [last] = both.slice(-1);
    await bench.store.transact(SHOP, {}, (tx) => tx.saveAbsence(awayStill(null, 'frozen', START)));
    expect(await abandoned()).toEqual([last]);
    await bench.store.transact(SHOP, {}, (tx) => tx.forgetAbsence());
    expect(await abandoned()).toEqual(both.toSorted());
  });

  it('makes a new row of a hint that arrives while the same task is being worked on', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(async (work: Work) => {
      await bench.add(look(1));
      await work.finish({}, () => Promise.resolve());
    });
    expect(await engine.handle(id)).toBe('done');
    const rows = await bench.rows();
    expect(rows).toMatchObject([{ status: 'waiting', epoch: 0, key: 'look-at-order-1' }]);
    expect(rows[0]?.id).not.toBe(id);
  });

  it('becomes one with that hint again when it fails, due at the earlier time', async () => {
    const id = await firstOf(look(1));
    const engine = bench.engine(async () => {
      await bench.add(look(1, later(2 * SECOND)));
      throw new Unreachable('away');
    });
    expect(await engine.handle(id)).toBe('failed');
    const rows = await bench.rows();
    expect(rows).toMatchObject([{ status: 'waiting', dueAt: later(2 * SECOND) }]);
    expect(rows[0]?.id).not.toBe(id);
  });

  it('rings after the commit for what is due, and not for what is to come', async () => {
    const ids = await bench.add(look(1), look(2, later(SECOND)));
    expect(bench.rung).toEqual(ids.slice(0, 1));
    await bench.store
      .transact(SHOP, {}, async (tx) => {
        await tx.addTasks([look(3)]);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(bench.rung).toHaveLength(1);
  });

  it('counts what is due, what is in flight and how long until the next', async () => {
    const gauges = createTaskGauges(bench.gauges);
    expect(await gauges(START)).toEqual({
      due: 0,
      inFlight: 0,
      suspendedShops: 0,
      nextDueSeconds: null,
    });
    const id = await firstOf(look(1), look(2, later(1_500)));
    expect(await gauges(START)).toEqual({
      due: 1,
      inFlight: 0,
      suspendedShops: 0,
      nextDueSeconds: 0,
    });
    const engine = bench.engine(async () => {
      expect(await gauges(START)).toEqual({
        due: 0,
        inFlight: 1,
        suspendedShops: 0,
        nextDueSeconds: 1.5,
      });
    });
    expect(await engine.handle(id)).toBe('done');
  });

  it('tells how long the oldest request about data waits, once it was put off', async () => {
    const oldest = createOldestDuty(bench.gauges);
    const fresh = { shop: SHOP, body: { kind: 'redact-shop' as const }, dueAt: START };
    await bench.add(fresh, look(1));
    expect(await oldest(later(HOUR))).toBe(0);
    const body = {
      kind: 'redact-customer' as const,
      webhookId: 'w-1',
      since: START.toISOString(),
    };
    await bench.add({ shop: SHOP, body, dueAt: later(HOUR) });
    expect(await oldest(later(8 * HOUR))).toBe(8 * 3_600);
  });
});
