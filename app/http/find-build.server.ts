import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';

export interface PagesBuild {
  readonly build: ServerBuild;
  /** The folder with what browsers fetch. */
  readonly assets: string;
}

/** Beside the built server (`build/server.js`), or seen from the source that tsx runs (`app/http/`). */
const PLACES = ['.', '../../build'];

/** What `vite build` made. It is loaded by name at run time: the server's own bundle doesn't contain it. */
export async function findBuild(): Promise<PagesBuild> {
  for (const place of PLACES) {
    const folder = fileURLToPath(new URL(place, import.meta.url));
    const entry = `${folder.replace(/\/$/, '')}/server/index.js`;
    if (!existsSync(entry)) continue;
    const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(entry).href);
    return { build, assets: `${folder.replace(/\/$/, '')}/client` };
  }
  throw new Error('The pages are not built yet: run "npm run build" first');
}
