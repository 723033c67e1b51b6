import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './postgres/binaries';
import { giveTo, prepareHome, reachableBinaries, type Home } from './postgres/home';
import { answers, isAlive, readPostmaster, stopPostmaster, urlOf } from './postgres/postmaster';
import { enter, type Users } from './postgres/users';

/* Real PostgreSQL from npm, for the demo, development and the tests. Never for production: see decision record 0004. */

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Stops what runs on the data of `folder`, if anything, and removes the data and the folder. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  const home = await prepareHome(folder, stopPostmaster);
  await stopPostmaster(home.data);
  rmSync(home.path, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_checkpoints: 'off',
};

/** PostgreSQL reads PG* variables; those of the person who runs us are about another database. */
function environment(): NodeJS.ProcessEnv {
  const theirs = Object.keys(process.env).filter((name) => /^(PG|LC_|LANG)/.test(name));
  const cleared = Object.fromEntries(theirs.map((name) => [name, undefined]));
  return { ...process.env, ...cleared, LC_ALL: 'C' };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : failed(new Error('no port')),
      );
    });
  });
}

/** Lays out new data in a draft and renames it, so that a kill half-way leaves nothing that looks finished. */
function initialise(home: Home, bin: string): void {
  if (existsSync(home.data)) return;
  const draft = `${home.data}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  giveTo(draft, home.user);
  const password = `${draft}.password`;
  writeFileSync(password, `${home.password}\n`, { mode: 0o600 });
  if (home.user) chownSync(password, home.user.uid, home.user.gid);
  const made = spawnSync(
    join(bin, 'bin', 'initdb'),
    [
      `--pgdata=${draft}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${password}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...home.user, cwd: home.path, env: environment(), encoding: 'utf8' },
  );
  rmSync(password, { force: true });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL's initdb failed: ${made.error?.message ?? (made.stderr || made.stdout)}`,
    );
  }
  try {
    renameSync(draft, home.data);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster: its data is used.
    if (!existsSync(home.data)) throw cause;
  }
}

/** A server that already runs on this data, once it accepts connections; null when there is none. */
async function findRunning(home: Home): Promise<{ url: string; pid: number } | null> {
  for (let tries = 0; tries < 120; tries++) {
    const found = readPostmaster(home.data);
    if (!found) return null;
    if (!isAlive(found.pid)) {
      // PostgreSQL would ask the same question, but takes a process that only waits to be collected for a live one.
      rmSync(join(home.data, 'postmaster.pid'), { force: true });
      return null;
    }
    const url = urlOf(found.port, home.password);
    if (found.port > 0 && (await answers(url, home.data))) return { url, pid: found.pid };
    await sleep(250);
  }
  throw new Error(`A PostgreSQL on ${home.data} runs but does not answer; end it and try again.`);
}

/** In a process group of its own: Ctrl-C is for us, and we stop it last, after those who use it. */
async function launch(home: Home, bin: string): Promise<boolean> {
  const log = openSync(join(home.path, 'postgres.log'), 'a', 0o600);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    join(bin, 'bin', 'postgres'),
    ['-D', home.data, '-p', String(await freePort()), ...settings],
    {
      ...home.user,
      cwd: home.path,
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  for (let tries = 0; tries < 1200 && !ended; tries++) {
    const found = readPostmaster(home.data);
    if (found?.pid === child.pid && found && found.port > 0) {
      if (await answers(urlOf(found.port, home.password), home.data)) return true;
    }
    await sleep(25);
  }
  return false;
}

function lastLinesOf(path: string): string {
  return existsSync(path)
    ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
    : '';
}

async function launchUntilOneRuns(home: Home, bin: string): Promise<{ url: string; pid: number }> {
  for (let tries = 0; tries < 4; tries++) {
    // A taken port or a second starter makes it end at once: then look again who runs.
    await launch(home, bin);
    const found = await findRunning(home);
    if (found) return found;
  }
  const log = lastLinesOf(join(home.path, 'postgres.log'));
  throw new Error(`PostgreSQL does not start:\n${log}`);
}

/**
 * Starts PostgreSQL on the data of `folder`, or joins the one that already runs there: because others use it, or because
 * its parent was killed. Whoever leaves last stops it.
 */
export async function startEmbeddedPostgres(
  options: { folder?: string; progress?: (line: string) => void } = {},
): Promise<EmbeddedPostgres> {
  const folder = options.folder ?? '.holdfast';
  const say = options.progress ?? (() => undefined);
  const home = await prepareHome(folder, stopPostmaster);
  if (home.elsewhere) {
    say(`The database lives in ${home.path}: its user, since we are root, cannot enter ${folder}.`);
  }
  const users = enter(folder);
  try {
    const bin = reachableBinaries(home, findBinaries());
    initialise(home, bin);
    const running = await findRunning(home);
    if (running) {
      say(`A database ${users.others() ? 'in use is shared' : 'left running is taken over'}.`);
    }
    const found = running ?? (await launchUntilOneRuns(home, bin));
    return hold(found, { home, users, file: join(folder, 'postgres.json') });
  } catch (error) {
    users.leave();
    throw error;
  }
}

function hold(
  found: { url: string; pid: number },
  { home, users, file }: { home: Home; users: Users; file: string },
): EmbeddedPostgres {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(found), { mode: 0o600 });
  renameSync(draft, file);
  const onExit = () => {
    users.leave();
    try {
      const mine = readPostmaster(home.data)?.pid === found.pid && !users.others();
      if (mine) process.kill(found.pid, 'SIGINT');
    } catch {
      return; // It ended before us.
    }
  };
  process.once('exit', onExit);
  return {
    url: found.url,
    async stop() {
      process.off('exit', onExit);
      users.leave();
      if (users.others()) return;
      await stopPostmaster(home.data);
      rmSync(file, { force: true });
    },
  };
}
