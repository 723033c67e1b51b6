import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { copiesOf, readDockerfile, stepsOf, type Stage } from './dockerfile';

/* The image's steps, played in a folder: no container engine is needed to see whether what is in it can run. */

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system.
    copyFileSync(from, to);
  }
}

/** The files of one package, not those of the packages within it: they are named by themselves. */
function linkPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkPackage(source, target);
    else if (entry.isFile()) link(source, target);
  }
}

/** What `npm prune --omit=dev` leaves: the lock says of each package whether only development needs it. */
function linkProductionPackages(root: string, to: string): void {
  const { packages } = Lock.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  for (const [path, { dev }] of Object.entries(packages)) {
    if (path !== '' && dev !== true && existsSync(join(root, path)))
      linkPackage(join(root, path), join(dirname(to), path));
  }
  linkPackage(join(root, 'node_modules/.prisma'), join(to, '.prisma'));
  const bins = join(root, 'node_modules/.bin');
  mkdirSync(join(to, '.bin'));
  for (const name of readdirSync(bins)) {
    if (!lstatSync(join(bins, name)).isSymbolicLink()) continue;
    const target = readlinkSync(join(bins, name));
    if (existsSync(join(to, '.bin', target))) symlinkSync(target, join(to, '.bin', name));
  }
}

function copyFromRepository(stage: Stage | undefined, root: string, to: string): void {
  for (const copy of copiesOf(stage)) {
    if (copy.stage !== null) continue;
    for (const source of copy.sources) {
      const folder = lstatSync(join(root, source)).isDirectory();
      const target = folder ? join(to, copy.target) : join(to, copy.target, basename(source));
      cpSync(join(root, source), target, { recursive: true });
    }
  }
}

/** In the order of the Dockerfile. A step that isn't known here has to be played before it is believed. */
const PLAYED = [
  'npm ci --no-audit --no-fund',
  'npm run build',
  'npm prune --omit=dev --ignore-scripts --no-audit --no-fund',
];

/** Makes `<folder>/image` hold what the image's working folder holds. */
export function playImage(root: string, folder: string): string {
  const [build, image] = readDockerfile(join(root, 'Dockerfile'));
  const runs = stepsOf(build, 'RUN');
  if (JSON.stringify(runs) !== JSON.stringify(PLAYED))
    throw new Error(`The Dockerfile runs something that isn't played here: ${runs.join(' · ')}`);

  const workshop = join(folder, 'build');
  mkdirSync(workshop);
  copyFromRepository(build, root, workshop);
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'), 'junction');
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: workshop,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build failed.\n${built.stdout}\n${built.stderr}`);

  const result = join(folder, 'image');
  mkdirSync(result);
  copyFromRepository(image, root, result);
  for (const copy of copiesOf(image)) {
    if (copy.stage === null) continue;
    for (const source of copy.sources.map((path) => path.replace(/^\/app\//, ''))) {
      if (source === 'node_modules') linkProductionPackages(root, join(result, source));
      else cpSync(join(workshop, source), join(result, copy.target), { recursive: true });
    }
  }
  return result;
}
