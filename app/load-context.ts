import type { WebDeps } from './web-deps';

/* What every loader and action finds in its context: the composed app, and nothing else. */
declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    app: WebDeps;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
