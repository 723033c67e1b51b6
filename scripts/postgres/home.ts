import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Where one embedded PostgreSQL lives, and who runs it. */
export interface Home {
  readonly path: string;
  readonly data: string;
  readonly password: string;
  /** Set only when we are root, as whom PostgreSQL refuses to run. */
  readonly user: User | null;
  /** Whether the ordinary folder could not be entered by that user, so that this one was taken instead. */
  readonly elsewhere: boolean;
}

/** An ordinary user that every system has; none is made, so nothing on the machine changes. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(
          execFileSync('id', [flag, name], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          }),
        );
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody".',
  );
}

/** Whether anybody at all may walk down to this path. */
export function canBeEntered(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function makeOwn(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const found = lstatSync(path);
  // Names in a shared temporary folder can be guessed: never work in a folder that somebody else laid out.
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(
      `${path} belongs to somebody else. Remove it, or set TMPDIR to another folder.`,
    );
  }
  chmodSync(path, 0o755);
}

function openFolderElsewhere(folder: string): string {
  const name = `holdfast-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12)}`;
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find(
    (path) => existsSync(path) && canBeEntered(path),
  );
  if (!parent)
    throw new Error('No folder was found that PostgreSQL could enter; set TMPDIR to one.');
  return join(parent, name);
}

function readOr(path: string, otherwise: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise;
}

/**
 * Prepares the home of the PostgreSQL that belongs to `folder`: inside it, or in a folder that can be entered when we
 * are root and `folder` is closed to others. The password ties the two together: when `folder` was deleted and made
 * anew, data left elsewhere is of an earlier life, and `forget` is asked to clear it away.
 */
export async function prepareHome(
  folder: string,
  forget: (data: string) => Promise<void>,
): Promise<Home> {
  const user = unprivilegedUser();
  mkdirSync(folder, { recursive: true });
  const elsewhere = user !== null && !canBeEntered(folder);
  const path = elsewhere ? openFolderElsewhere(folder) : join(resolve(folder), 'postgres');
  if (user) makeOwn(path);
  else mkdirSync(path, { recursive: true, mode: 0o700 });

  const secret = join(folder, 'postgres.password');
  if (!existsSync(secret)) {
    const draft = `${secret}.${process.pid}`;
    writeFileSync(draft, randomBytes(18).toString('hex'), { mode: 0o600 });
    // A link, not a rename: of two who start at once the first one's password stays.
    try {
      linkSync(draft, secret);
    } catch (cause) {
      if (!existsSync(secret)) throw cause;
    }
    rmSync(draft);
  }
  const password = readFileSync(secret, 'utf8');
  const data = join(path, 'data');
  const owner = join(path, 'owner');
  const fingerprint = createHash('sha256').update(password).digest('hex');
  if (existsSync(data) && readOr(owner, '') !== fingerprint) {
    await forget(data);
    rmSync(data, { recursive: true, force: true });
  }
  writeFileSync(owner, fingerprint, { mode: 0o600 });
  return { path, data, password, user, elsewhere };
}

function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (!found.isDirectory()) return chmodSync(path, (found.mode & 0o111) === 0 ? 0o644 : 0o755);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) openToAll(join(path, name));
}

/**
 * The binaries themselves, or a copy that every home shares when the user who runs them cannot enter their folder.
 */
export function reachableBinaries(home: Home, native: string): string {
  if (!home.user || canBeEntered(join(native, 'bin', 'postgres'))) return native;
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const name = `holdfast-postgres-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`;
  const folder = join(dirname(openFolderElsewhere(home.path)), name);
  makeOwn(folder);
  const copy = join(folder, 'native');
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    // Another process was faster; its copy is as good.
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}

/** Makes the user who runs PostgreSQL the owner of an empty folder. */
export function giveTo(path: string, user: User | null): void {
  mkdirSync(path, { mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}
