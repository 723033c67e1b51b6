import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createBell } from '../../app/adapters/doorbell/bell.server';
import { createListener, type Listener } from '../../app/adapters/doorbell/listener.server';
import { openQueue, openWorker, type BellAddress } from '../../app/adapters/doorbell/queue.server';
import { createSweep } from '../../app/adapters/tasks/sweep.server';
import { createPool } from '../../app/db.server';
import type { Doorbell, Log } from '../../app/ports';
import { freshDatabase } from '../support/database';
import { gate } from '../support/engine-bench';
import { startRedis } from '../support/redis';
import { describeWithRedis } from '../support/requirements';

const SHORT = { concurrency: 1, lockDuration: 400, stalledInterval: 200 };

/* A doorbell, on both of BullMQ's backends. */

const quiet = (): void => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('It did not come to that');
}

interface Street {
  readonly address: BellAddress;
  /** Everything that was rung and not yet heard is lost. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

async function postgresStreet(): Promise<Street> {
  const { url, drop } = await freshDatabase();
  const pool = createPool(url);
  return {
    address: { kind: 'postgres', url },
    flush: async () => void (await pool.query('truncate bullmq.job cascade')),
    async end() {
      await pool.end();
      await drop();
    },
  };
}

async function redisStreet(): Promise<Street> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  return {
    address: { kind: 'redis', url: server.url },
    flush: async () => void (await redis.flushall()),
    async end() {
      redis.disconnect();
      await server.stop();
    },
  };
}

function battery(open: () => Promise<Street>): void {
  let street: Street;
  let bell: Doorbell;
  const listeners: Listener[] = [];
  const listen = async (handle: (id: string) => Promise<unknown>, lockMs?: number) => {
    const listener = createListener(street.address, { handle, log, concurrency: 4, lockMs });
    listeners.push(listener);
    await listener.ready();
    return listener;
  };
  const jobs = async (): Promise<number> => {
    const { queue, hangUp } = openQueue(street.address);
    const counts = await queue.waitUntilReady().then(() => queue.getJobCounts());
    await queue.close();
    hangUp();
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  };

  beforeAll(async () => {
    street = await open();
    bell = createBell(street.address, { log, withinMs: 5_000 });
    await bell.ring(['0']);
    await until(async () => (await jobs()) === 1);
    await street.flush();
  });
  afterEach(async () => {
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    await street.flush();
  });
  afterAll(async () => {
    await bell.close();
    await street.end();
  });

  it('is heard, soon, with the ids alone', async () => {
    const heard: string[] = [];
    await listen((id) => Promise.resolve(heard.push(id)));
    const at = Date.now();
    await bell.ring(['11', '12']);
    await until(() => heard.length >= 2);
    expect(Date.now() - at).toBeLessThan(2_000);
    expect(heard.sort()).toEqual(expect.arrayContaining(['11', '12']));
  });

  it('rings once when it is pressed twice before anyone comes', async () => {
    await bell.ring(['21']);
    await bell.ring(['21', '22']);
    const heard: string[] = [];
    await listen((id) => Promise.resolve(heard.push(id)));
    await until(() => heard.length >= 2);
    await sleep(100);
    expect(heard.sort()).toEqual(['21', '22']);
  });

  it('rings again after it was answered', async () => {
    const heard: string[] = [];
    await listen((id) => Promise.resolve(heard.push(id)));
    for (let n = 1; n <= 3; n++) {
      await bell.ring(['31']);
      await until(async () => heard.length === n && (await jobs()) === 0);
    }
  });

  it('leaves nothing behind, not even when the one who answers stumbles', async () => {
    let heard = 0;
    await listen(() => {
      heard += 1;
      return Promise.reject(new Error('stumbled'));
    });
    await bell.ring(['41']);
    await until(async () => heard === 1 && (await jobs()) === 0);
    await bell.ring(['41']);
    await until(async () => heard === 2 && (await jobs()) === 0);
  });

  it('is rung again by the sweep when a ring is lost', async () => {
    const database = await freshDatabase();
    const pool = createPool(database.url);
    const now = new Date('2026-03-01T12:00:00Z');
    const { rows } = await pool.query<{ id: string }>(
      `insert into "Task" ("shop", "kind", "key", "payload", "dueAt")
       values ('north.myshopify.com', 'refresh-shop', 'refresh-shop', '{}', $1) returning "id"::text as "id"`,
      [now],
    );
    const id = rows[0]?.id ?? '';
    await bell.ring([id]);
    await street.flush();
    const heard: string[] = [];
    await listen(async (task) => {
      heard.push(task);
      await pool.query('delete from "Task"');
    });
    const sweep = createSweep({ pool, doorbell: bell, now: () => now, log, everyMs: 20 });
    sweep.start();
    await until(() => heard.length > 0);
    await sweep.stop();
    expect(heard[0]).toBe(id);
    await pool.end();
    await database.drop();
  });

  it('is heard again when the one who heard it was killed', async () => {
    const { worker, hangUp } = openWorker(street.address, null, SHORT);
    await worker.waitUntilReady();
    await bell.ring(['71']);
    await until(async () => (await worker.getNextJob('killed')) !== undefined);
    await worker.close();
    hangUp();
    const heard: string[] = [];
    await listen((id) => Promise.resolve(heard.push(id)), SHORT.lockDuration);
    await until(async () => {
      await bell.ring(['71']);
      return heard.length > 0;
    });
    await until(async () => (await jobs()) === 0);
    expect(new Set(heard)).toEqual(new Set(['71']));
  });

  it('waits for the one who is answering when it is taken down', async () => {
    const come = gate();
    const done = gate();
    let finished = false;
    const listener = await listen(async () => {
      come.open();
      await done.opened;
      finished = true;
    });
    await bell.ring(['61']);
    await come.opened;
    const closed = listener.close();
    await sleep(50);
    expect(finished).toBe(false);
    done.open();
    await closed;
    expect(finished).toBe(true);
    await bell.ring(['62']);
    expect(await jobs()).toBe(1);
  });
}

describe('a doorbell on PostgreSQL', () => {
  battery(postgresStreet);

  it('never throws and never waits long for a database that is away', async () => {
    const lost = createBell(
      { kind: 'postgres', url: 'postgres://x:y@127.0.0.1:1/none' },
      { log, withinMs: 200 },
    );
    const at = Date.now();
    await lost.ring(['1']);
    await lost.ring(['1']);
    await lost.close();
    expect(Date.now() - at).toBeLessThan(1_500);
  });

  it('works once the database is there, though it was not when we started', async () => {
    const { url, drop } = await freshDatabase();
    const port = Number(new URL(url).port);
    const gap = createServer();
    await once(gap.listen(0, '127.0.0.1'), 'listening');
    const address = gap.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    gap.close();
    const through = new URL(url);
    through.port = String(address.port);
    const bell = createBell({ kind: 'postgres', url: through.toString() }, { log });
    await bell.ring(['1']);
    const bridge = createServer((from) => {
      const to = connect(port, '127.0.0.1');
      for (const [end, other] of [
        [from, to],
        [to, from],
      ] as const) {
        end.pipe(other);
        end.on('error', () => other.destroy());
      }
    });
    await once(bridge.listen(address.port, '127.0.0.1'), 'listening');
    await bell.ring(['2']);
    const heard: string[] = [];
    const handle = (id: string) => Promise.resolve(heard.push(id));
    const listener = createListener({ kind: 'postgres', url }, { handle, log, concurrency: 1 });
    await until(() => heard.length > 0);
    expect(heard).toEqual(['2']);
    await listener.close();
    await bell.close();
    bridge.close();
    await drop();
  });
});

describeWithRedis('a doorbell on Redis', () => {
  battery(redisStreet);

  it('never throws and never waits long for a Redis that is away', async () => {
    const lost = createBell({ kind: 'redis', url: 'redis://127.0.0.1:1' }, { log, withinMs: 200 });
    const at = Date.now();
    await lost.ring(['1']);
    await lost.ring(['1']);
    await lost.close();
    expect(Date.now() - at).toBeLessThan(1_500);
  });

  it('works again when Redis comes back, also for one who was listening', async () => {
    const first = await startRedis();
    const port = Number(new URL(first.url).port);
    const address = { kind: 'redis', url: first.url } as const;
    const bell = createBell(address, { log, withinMs: 200 });
    const heard: string[] = [];
    const handle = (id: string) => Promise.resolve(heard.push(id));
    const listener = createListener(address, { handle, log, concurrency: 1 });
    await listener.ready();
    await bell.ring(['1']);
    await until(() => heard.length === 1);
    await first.kill();
    const at = Date.now();
    await bell.ring(['2']);
    expect(Date.now() - at).toBeLessThan(1_000);
    const second = await startRedis(port);
    await until(async () => {
      await bell.ring(['3']);
      return heard.includes('3');
    });
    await listener.close();
    await bell.close();
    await second.stop();
  });
});
