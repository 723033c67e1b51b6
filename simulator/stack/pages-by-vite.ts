import type { ServerBuild } from '@remix-run/node';
import type { WebOptions } from '../../app/http/start-web.server';

/** For development: pages as they are in the editor, changed in the browser when a file is saved. */
export async function pagesByVite(): Promise<Pick<WebOptions, 'build' | 'front'>> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    front: vite.middlewares,
    build: async () => {
      const build = await vite.ssrLoadModule('virtual:remix/server-build');
      return build as ServerBuild;
    },
  };
}
