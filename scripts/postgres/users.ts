import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postmaster';

let count = 0;

/** Who uses the server of one folder: a file for each, named for its process. The last one to leave stops the server. */
export interface Users {
  /** Whether anybody but us is here. Files of processes that were killed are cleared away. */
  others(): boolean;
  leave(): void;
}

/** Enters before looking for the server, so that whoever is just leaving sees us and lets it run. */
export function enter(folder: string): Users {
  const path = join(folder, 'postgres-users');
  mkdirSync(path, { recursive: true });
  const own = `${process.pid}-${count++}`;
  writeFileSync(join(path, own), '');
  return {
    others() {
      return readdirSync(path).some((name) => {
        if (name === own) return false;
        if (isAlive(Number.parseInt(name, 10))) return true;
        rmSync(join(path, name), { force: true });
        return false;
      });
    },
    leave: () => rmSync(join(path, own), { force: true }),
  };
}
