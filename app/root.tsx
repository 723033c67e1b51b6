import './load-context';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';

/** What a page without words of its own is called, such as one that isn't there. */
export const meta = () => [{ title: 'Holdfast' }];

/** A route whose handle says `{ scripts: false }` is plain HTML: its page works, and is safe, without any script. */
function useScripts(): boolean {
  return !useMatches().some(({ handle }) => isObject(handle) && handle['scripts'] === false);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function Layout({ children }: { children: ReactNode }) {
  const scripts = useScripts();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts && <ScrollRestoration />}
        {scripts && <Scripts />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Says what happened in general words: details may hold an order or an address, and belong in the log. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main
      style={{
        fontFamily: 'system-ui, sans-serif',
        maxWidth: '32rem',
        margin: '4rem auto',
        padding: '0 1rem',
      }}
    >
      <h1>{missing ? 'There is nothing here' : 'Something went wrong on our side'}</h1>
      <p>
        {missing
          ? 'The address may be mistyped, or what it named is gone.'
          : 'Nothing was changed that you did not ask for. Please try again in a moment.'}
      </p>
    </main>
  );
}
