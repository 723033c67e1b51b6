import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DONE_WORDS, HOME_ACTS } from '../../../app/components/panel-forms';
import { PAYMENTS_ACTS } from '../../../app/components/payments-form';
import { CHOICE_ACTIONS } from '../../../app/routes/choice.$token/form';

/* Every address that the app answers by Remix, read from the folder that Remix reads, and what can be done there. */

export interface Route {
  /** As Remix names it: "app.cases.$orderId". */
  readonly name: string;
  readonly path: string;
  readonly pattern: RegExp;
  /** Whether it shows something to a person; a redirect doesn't. */
  readonly isPage: boolean;
  /** What its forms ask for; one that has only one form is sent: "post". */
  readonly acts: readonly string[];
}

const FOLDER = 'app/routes';

/** The code that reads the forms says what they can ask for. A new route with an action and no line here has "post". */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  'app._index': HOME_ACTS,
  'app.cases.$orderId': Object.keys(DONE_WORDS),
  'app.payments': PAYMENTS_ACTS,
  'choice.$token': CHOICE_ACTIONS,
};

/** What answers before Remix: machines ask there, and no person looks. */
export const NOT_FOR_PEOPLE: Readonly<Record<string, string>> = {
  '/webhooks': 'Shopify’s deliveries: test/contract/ingest',
  '/livez': 'the machine’s own question: test/integration/production-readiness',
  '/readyz': 'the load balancer’s question: test/integration/production-readiness',
  '/metrics': 'the monitor’s question: test/integration/production-readiness',
};

function sourceOf(entry: string): string {
  const path = join(FOLDER, entry);
  return readFileSync(statSync(path).isDirectory() ? join(path, 'route.tsx') : path, 'utf8');
}

function routeOf(entry: string): Route {
  const name = entry.replace(/\.tsx?$/, '');
  const source = sourceOf(entry);
  const parts = name.split('.').filter((part) => part !== '_index');
  const pattern = parts.map((part) =>
    part === '$' ? '.*' : part.startsWith('$') ? '[^/]+' : part,
  );
  return {
    name,
    path: `/${parts.map((part) => part.replace(/^\$(?=.)/, ':').replace(/^\$$/, '*')).join('/')}`,
    pattern: new RegExp(`^/${pattern.join('/')}/?$`),
    isPage: /^export default /m.test(source),
    acts: /^export (async )?(const|function) action\b/m.test(source)
      ? (ACTS[name] ?? ['post'])
      : [],
  };
}

/** The most particular first, so that the first one that fits an address is the one that answers. */
export function readRoutes(): readonly Route[] {
  const entries = readdirSync(FOLDER);
  // A layout is part of each of its pages, and has no address of its own.
  const isLayout = (name: string): boolean =>
    entries.some((other) => other.startsWith(`${name}.`) && other !== `${name}.tsx`);
  const vague = ({ path }: Route): number =>
    path.includes('*') ? 100 - path.length : path.includes(':') ? 1 : 0;
  return entries
    .filter((entry) => !isLayout(entry.replace(/\.tsx?$/, '')))
    .map(routeOf)
    .toSorted((a, b) => vague(a) - vague(b));
}

/** A page's data alone is asked for at its address with ".data" behind it. */
export function routeAt(routes: readonly Route[], address: URL): Route | undefined {
  const path = address.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  return routes.find(({ pattern }) => pattern.test(path));
}
