import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findRedisServer } from './batteries';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => 50,
    maxRetriesPerRequest: null,
  });
  redis.on('error', () => undefined);
  try {
    const ready = redis.ping().then(() => true);
    while (!hasEnded()) {
      if (await Promise.race([ready, sleep(100).then(() => false)])) return;
    }
    throw new Error('redis-server ended before it answered.');
  } finally {
    redis.disconnect();
  }
}

export interface TestRedis {
  readonly url: string;
  /** Gone at once, as when the machine fails; nothing of it is kept. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of its own on a free port (or on `port`, to come back after a kill); it keeps nothing on disk. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const program = findRedisServer();
  if (!program) throw new Error('no redis-server on the PATH');
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-redis-'));
  const at = port ?? (await freePort());
  const child = spawn(
    program,
    [
      '--port',
      String(at),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ],
    { stdio: 'ignore' },
  );
  let ended = false;
  const end = new Promise<void>((done) => {
    child.once('exit', () => ((ended = true), done()));
    child.once('error', () => ((ended = true), done()));
  });
  const stop = async (signal: NodeJS.Signals) => {
    if (!ended) child.kill(signal);
    await end;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `redis://127.0.0.1:${at}`;
  try {
    await waitUntilReady(url, () => ended);
  } catch (cause) {
    await stop('SIGKILL');
    throw cause;
  }
  return { url, kill: () => stop('SIGKILL'), stop: () => stop('SIGTERM') };
}
