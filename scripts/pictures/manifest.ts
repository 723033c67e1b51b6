import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Fingerprint, hashOf } from './fingerprint';

/* docs/pictures/manifest.json: what each picture shows, so that a page that has changed asks for a new one. */

const Entry = z.object({ shows: z.string(), styles: z.string(), png: z.string() });
const Manifest = z.record(z.string(), Entry);
export type Entry = z.infer<typeof Entry>;
export type Manifest = z.infer<typeof Manifest>;

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const FILE = join(FOLDER, 'manifest.json');

export const pictureFile = (name: string): string => join(FOLDER, `${name}.png`);

export const readManifest = (): Manifest =>
  existsSync(FILE) ? Manifest.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {};

export const writeManifest = (manifest: Manifest): void =>
  writeFileSync(FILE, `${JSON.stringify(manifest, null, 2)}\n`);

/** The picture's own hash; null where there is none. */
export const pngHash = (name: string): string | null =>
  existsSync(pictureFile(name)) ? hashOf(readFileSync(pictureFile(name))) : null;

/** Why the picture is not of this page; null where it is. */
export function whyOutdated(
  entry: Entry | undefined,
  seen: Fingerprint,
  png: string | null,
): string | null {
  if (!entry) return 'it is not in the manifest';
  if (png !== entry.png) return 'its file is not the one of the manifest';
  if (seen.shows !== entry.shows) return 'its page shows something else now';
  if (seen.styles !== entry.styles) return 'its page has other styles now';
  return null;
}
