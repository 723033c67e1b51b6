import type { ShopifyGlobal } from '@shopify/app-bridge-types';

const query = new URLSearchParams(location.search);

/** The address loses its parameters when the app navigates: they are kept for the life of the frame. */
function remembered(name: string): string {
  const key = `simulator-${name}`;
  const given = query.get(name);
  if (given) sessionStorage.setItem(key, given);
  return given ?? sessionStorage.getItem(key) ?? '';
}

function apiKeyOfPage(): string {
  const script = document.currentScript;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]');
  return script?.dataset['apiKey'] ?? meta?.content ?? '';
}

export const config: ShopifyGlobal['config'] = {
  apiKey: apiKeyOfPage(),
  shop: remembered('shop'),
  host: remembered('host'),
  locale: remembered('locale') || 'en',
};

const plainFetch = window.fetch.bind(window);

export const idToken: ShopifyGlobal['idToken'] = async () => {
  const reply = await plainFetch('/_sim/session-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shop: config.shop }),
  });
  if (!reply.ok) throw new Error(`The simulator gave no session token (${reply.status})`);
  const { token }: { token: string } = await reply.json();
  return token;
};

async function withToken(request: Request): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${await idToken()}`);
  // The body as a whole, not as a stream: so the browser's own tools, and the tests by them, can see what is sent.
  const body = request.method === 'GET' ? null : await request.arrayBuffer();
  return new Request(request.url, {
    method: request.method,
    headers,
    body,
    signal: request.signal,
  });
}

/**
 * The answer with its body already here. Remix aborts a navigation that a later one overtakes: while it waits for the
 * answer it takes that quietly, but of a body that breaks off it complains in the console, and turbo-stream leaves a
 * rejection that nobody hears (remix-run/react-router#14761). No person notices; in the tests a page's every error counts.
 */
async function inFull(answer: Response): Promise<Response> {
  if (answer.body === null) return answer;
  const { status, statusText, headers } = answer;
  return new Response(await answer.arrayBuffer(), { status, statusText, headers });
}

/** The app's own requests carry a token; one that was refused because of its token is sent once more with a new one. */
async function signedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const ours = new URL(request.url).origin === location.origin;
  if (!ours || request.headers.has('authorization')) return plainFetch(request);
  const again = request.clone();
  const reply = await plainFetch(await withToken(request));
  const refused =
    reply.status === 401 && reply.headers.has('x-shopify-retry-invalid-session-request');
  const answer = refused ? await plainFetch(await withToken(again)) : reply;
  const elsewhere = answer.headers.get('x-shopify-api-request-failure-reauthorize-url');
  if (elsewhere) window.open(new URL(elsewhere, location.href), '_top');
  return inFull(answer);
}

export function signRequests(): void {
  window.fetch = signedFetch;
}

/** shopify-app-remix's bounce page waits for a reload of the document with a fresh token. */
export async function bounce(): Promise<void> {
  const wanted = query.get('shopify-reload');
  if (!wanted) return;
  const target = new URL(wanted, location.href);
  if (target.origin !== location.origin) return;
  target.searchParams.set('id_token', await idToken());
  location.replace(target);
}
