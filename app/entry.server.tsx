import './load-context';
import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';

export const streamTimeout = 5_000;
/** Only the panel lives in Shopify's frame; every other page sets its own, stricter rules. By the pages' files. */
const EMBEDDED = /^routes\/(app|auth)\b/;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { app }: AppLoadContext,
): Promise<Response> {
  const { matches } = remixContext.staticHandlerContext;
  if (matches.some(({ route }) => EMBEDDED.test(route.id)))
    app.shopifyApp.addDocumentResponseHeaders(request, headers);
  // Crawlers get the page whole; people see its frame as soon as it is there.
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';

  return new Promise((resolve, reject) => {
    let started = false;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} />,
      {
        [ready]: () => {
          started = true;
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (err) => {
          status = 500;
          if (started) app.log.error({ err }, 'A page broke off while it was rendered');
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** In place of Remix's own, which writes to the console. */
export function handleError(
  err: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  context.app.log.error({ err, method: request.method }, 'A page could not be served');
}
