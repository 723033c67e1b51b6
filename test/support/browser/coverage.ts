import type { BrowserContext, Response } from 'playwright-core';
import { readRoutes, type Route, routeAt } from './routes';

/** What browsers were seen to ask of the app, and what came of it: nobody declares anything. */
export interface Coverage {
  watch(visitor: BrowserContext): void;
  /** axe has looked at the page of this address. */
  axeSaw(address: string): void;
  /** Routes and acts that no browser has used with success, and pages that axe has not seen. */
  missing(): string[];
  table(): string;
}

const NOT_FOUND = '$';

export function createCoverage(appUrl: string): Coverage {
  const routes = readRoutes();
  const seen = new Map<string, Set<string>>();
  const note = (what: string): void => {
    const tests = seen.get(what) ?? new Set();
    const test = expect.getState().currentTestName ?? '';
    seen.set(what, tests.add(test.replace(/^in a browser /, '')));
  };
  const ofApp = (address: string): Route | undefined => {
    const url = new URL(address);
    return url.origin === appUrl ? routeAt(routes, url) : undefined;
  };
  const heard = (response: Response): void => {
    const request = response.request();
    const route = ofApp(request.url());
    if (route === undefined) return;
    // A refusal is worth a test, too, but what is always refused does not work.
    const worked = route.name === NOT_FOUND ? response.status() === 404 : response.status() < 400;
    if (!worked) return;
    if (request.method() !== 'POST') return note(got(route));
    const act = actIn(route, new URLSearchParams(request.postData() ?? ''));
    if (act !== undefined) note(did(route, act));
  };
  const wanted = routes.flatMap((route) => [
    got(route),
    ...route.acts.map((act) => did(route, act)),
    ...(route.isPage ? [axed(route)] : []),
  ]);
  return {
    watch: (visitor) => void visitor.on('response', heard),
    axeSaw(address) {
      const route = ofApp(address);
      if (route !== undefined) note(axed(route));
    },
    missing: () => wanted.filter((what) => !seen.has(what)),
    table: () =>
      wanted
        .map((what) => {
          const tests = [...(seen.get(what) ?? [])];
          const more = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
          return `${what.padEnd(48)} ${tests[0] === undefined ? 'NO TEST' : `${tests[0]}${more}`}`;
        })
        .join('\n'),
  };
}

const got = ({ path }: Route): string => `GET  ${path}`;
const did = ({ path }: Route, act: string): string => `POST ${path} ${act}`;
const axed = ({ path }: Route): string => `axe  ${path}`;

/** Forms name what they ask for by "do" or "action", or by the one field that they change. */
function actIn({ acts }: Route, form: URLSearchParams): string | undefined {
  const named = form.get('do') ?? form.get('action');
  return acts.find((act) => act === 'post' || act === named || form.has(act));
}
