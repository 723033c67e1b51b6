import { setTimeout as sleep } from 'node:timers/promises';
import { StaleClaim, Unreachable } from '../../app/errors';
import {
  OTHER,
  SHOP,
  START,
  gate,
  look,
  openEngineBench,
  type EngineBench,
} from '../support/engine-bench';

/* Bad days: workers that are killed, that fall asleep, that are told to stop. */

const LEASE = 400;
const facts = {
  email: '',
  timezone: 'UTC',
  currencyCode: 'EUR',
  installedAt: START,
  uninstalledAt: null,
};

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('It did not come to that');
}

describe('a worker that is lost', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await openEngineBench();
  });
  afterEach(() => bench.close());

  const only = async (): Promise<string> => {
    const [id] = await bench.add(look(1));
    if (id === undefined) throw new Error('no task');
    return id;
  };
  const nameOfShop = () => bench.query('select "name" from "Shop"');
  /** What a kill leaves behind: a claim that nobody renews. */
  const abandon = (id: string) =>
    bench.query(
      `update "Task" set "status" = 'claimed', "epoch" = "epoch" + 1, "attempts" = "attempts" + 1,
         "leaseUntil" = clock_timestamp() + interval '200 milliseconds' where "id" = $1`,
      [id],
    );

  it('loses its task after the lease, not before', async () => {
    const id = await only();
    await abandon(id);
    const engine = bench.engine(() => Promise.resolve());
    expect(await engine.handle(id)).toBe('not-due');
    await sleep(250);
    expect(await engine.handle(id)).toBe('done');
  });

  it('keeps its task for as long as it is alive, however long that takes', async () => {
    const id = await only();
    const done = gate();
    const slow = bench.engine(() => done.opened, { leaseMs: LEASE });
    const other = bench.engine(() => Promise.resolve(), { leaseMs: LEASE });
    const handled = slow.handle(id);
    await sleep(2.5 * LEASE);
    expect(await other.handle(id)).toBe('not-due');
    done.open();
    expect(await handled).toBe('done');
  });

  it('writes nothing once another has its task', async () => {
    const id = await only();
    const taken = gate();
    const refused: unknown[] = [];
    const asleep = bench.engine(async (work) => {
      await taken.opened;
      const late = { ...facts, name: 'late' };
      await work.keep({}, (tx) => tx.saveShop(late)).catch((error: unknown) => refused.push(error));
      await work.finish({}, (tx) => tx.saveShop(late));
    });
    const slept = asleep.handle(id);
    await until(async () => (await bench.rows())[0]?.status === 'claimed');
    await bench.query(`update "Task" set "leaseUntil" = clock_timestamp() - interval '1 second'`);

    const other = bench.engine(async (work) => {
      expect(work.claim.epoch).toBe(2);
      await work.keep({}, (tx) => tx.saveShop({ ...facts, name: 'in time' }));
      taken.open();
      expect(await slept).toBe('stale');
      expect(await nameOfShop()).toEqual([{ name: 'in time' }]);
    });
    expect(await other.handle(id)).toBe('done');
    expect(refused).toEqual([expect.any(StaleClaim)]);
    expect(await nameOfShop()).toEqual([{ name: 'in time' }]);
    expect(await bench.rows()).toEqual([]);
  });

  it('neither buries nor puts off a task that another has by now', async () => {
    const id = await only();
    const taken = gate();
    const onDead = jest.fn(() => Promise.resolve());
    const failing = bench.engine(
      async () => {
        await taken.opened;
        throw new Unreachable('away');
      },
      { onDead, maxAttempts: 1 },
    );
    const failed = failing.handle(id);
    await until(async () => (await bench.rows())[0]?.status === 'claimed');
    await abandon(id);
    taken.open();
    expect(await failed).toBe('stale');
    expect(onDead).not.toHaveBeenCalled();
    expect(await bench.rows()).toMatchObject([{ status: 'claimed', epoch: 2, lastError: null }]);
  });

  it('leaves what it kept to the one who takes over', async () => {
    const id = await only();
    const killed = bench.engine(
      async (work) => {
        await work.keep({}, (tx) => tx.saveShop({ ...facts, name: 'kept' }));
        await new Promise(() => undefined); // never comes back
      },
      { graceMs: 0, leaseMs: LEASE },
    );
    void killed.handle(id);
    await until(async () => (await nameOfShop()).length === 1);
    await bench.query(`update "Task" set "leaseUntil" = clock_timestamp() - interval '1 second'`);
    const seen: unknown[] = [];
    const next = bench.engine((work) =>
      work.finish({}, async (tx) => void seen.push((await tx.loadShop())?.name)),
    );
    expect(await next.handle(id)).toBe('done');
    expect(seen).toEqual(['kept']);
    expect(await bench.rows()).toEqual([]);
  });

  it('is one of many that want the same task: exactly one gets it', async () => {
    const id = await only();
    let performed = 0;
    const engines = Array.from({ length: 5 }, () =>
      bench.engine(() => {
        performed += 1;
        return Promise.resolve();
      }),
    );
    const handled = await Promise.all(engines.map((engine) => engine.handle(id)));
    expect(handled.sort()).toEqual(['done', 'not-due', 'not-due', 'not-due', 'not-due']);
    expect(performed).toBe(1);
  });
});

describe('a worker that is told to stop', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await openEngineBench();
  });
  afterEach(() => bench.close());

  it('takes nothing new and lets what runs come to its end', async () => {
    const [first = '', second = ''] = await bench.add(look(1), look(2));
    const done = gate();
    const engine = bench.engine((work) =>
      done.opened.then(() => work.finish({}, (tx) => tx.saveShop({ ...facts, name: 'done' }))),
    );
    const handled = engine.handle(first);
    await until(async () => (await bench.rows())[0]?.status === 'claimed');
    const stopped = engine.stop();
    expect(await engine.handle(second)).toBe('not-due');
    await sleep(100);
    done.open();
    expect(await handled).toBe('done');
    await stopped;
    expect((await bench.rows()).map((row) => row.id)).toEqual([second]);
  });

  it('hands back at once what does not end in time, and writes nothing of it any more', async () => {
    const [id = ''] = await bench.add(look(1));
    const late = gate();
    const engine = bench.engine(
      (work) =>
        late.opened.then(() => work.keep({}, (tx) => tx.saveShop({ ...facts, name: 'late' }))),
      { graceMs: 50 },
    );
    const handled = engine.handle(id);
    await until(async () => (await bench.rows())[0]?.status === 'claimed');
    await engine.stop();
    expect(await bench.rows()).toMatchObject([
      { status: 'waiting', dueAt: START, attempts: 0, lastError: null },
    ]);
    late.open();
    expect(await handled).toBe('stale');
    expect(await bench.query('select * from "Shop"')).toEqual([]);
  });
});

describe('the sweep', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await openEngineBench();
  });
  afterEach(() => bench.close());

  it('rings for what has become due and for what a dead worker left, and for nothing else', async () => {
    const future = new Date(START.getTime() + 60_000);
    const ids = await bench.add(look(1, future), look(2, future), look(3, new Date('2027-01-01')));
    await bench.query(
      `update "Task" set "status" = 'claimed', "leaseUntil" = clock_timestamp() - interval '1 second'
       where "key" = 'look-at-order-2'`,
    );
    const engine = bench.engine(() => Promise.resolve(), { sweepEveryMs: 10 });
    engine.start();
    await until(() => bench.rung.length > 0);
    expect(new Set(bench.rung)).toEqual(new Set([ids[1]]));
    bench.clock.set(future);
    await until(() => bench.rung.includes(ids[0] ?? ''));
    await engine.stop();
    expect(new Set(bench.rung)).toEqual(new Set([ids[0], ids[1]]));
    const before = bench.rung.length;
    await sleep(50);
    expect(bench.rung).toHaveLength(before);
  });

  it("does not keep one shop's task waiting behind another shop's thousands", async () => {
    await bench.query(
      `insert into "Task" ("shop", "kind", "key", "payload", "dueAt")
       select $1, 'look-at-order', 'look-at-order-' || n, '{}', $2 from generate_series(1, 1000) n`,
      [SHOP, new Date('2026-01-01')],
    );
    const ids = await bench.add(look(1, new Date('2026-02-28'), OTHER));
    bench.rung.length = 0;
    const engine = bench.engine(() => Promise.resolve(), { sweepEveryMs: 10 });
    engine.start();
    await until(() => bench.rung.length >= 200);
    await engine.stop();
    expect(bench.rung.slice(0, 2)).toContain(ids.at(-1));
  });
});
