import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';

export interface MatchedRoute {
  /** The innermost route's file, such as "routes/choice.$token". */
  readonly id: string;
  readonly params: Readonly<Record<string, string | undefined>>;
}

export type MatchRoute = (url: URL) => Promise<MatchedRoute | null>;

type RouteObject = Parameters<typeof matchRoutes>[0][number];
type Routes = ServerBuild['routes'];
type Build = ServerBuild | (() => Promise<ServerBuild>);

/** Says which page an address opens, by Remix's own matching: encoded, capital and doubled letters open pages, too. */
export function routeMatcher(build: Build): MatchRoute {
  const known = typeof build === 'function' ? null : treeOf(build.routes);
  const tree = async (): Promise<RouteObject[]> =>
    known ?? (typeof build === 'function' ? treeOf((await build()).routes) : []);
  return async ({ pathname }) => {
    // Remix asks for a page's data alone by this ending.
    const path = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
    const match = matchRoutes(await tree(), path)?.at(-1);
    return match === undefined ? null : { id: match.route.id ?? '', params: match.params };
  };
}

function treeOf(routes: Routes, parentId?: string): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index, caseSensitive }) =>
      index === true
        ? { id, path, index, caseSensitive }
        : { id, path, caseSensitive, children: treeOf(routes, id) },
    );
}
