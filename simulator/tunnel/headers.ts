import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export const REAL_APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
export const OWN_APP_BRIDGE = '/_pages/app-bridge.js';

const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const without = (headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Uncompressed, because the tunnel reads the HTML that it passes on. */
export function towardsApp(request: IncomingMessage): IncomingHttpHeaders {
  return {
    ...without(request.headers, HOP_BY_HOP),
    'accept-encoding': 'identity',
    'x-forwarded-host': request.headers.host,
    'x-forwarded-proto': 'http',
    'x-forwarded-for': request.socket.remoteAddress,
  };
}

export const isHtml = (headers: IncomingHttpHeaders): boolean =>
  (headers['content-type'] ?? '').startsWith('text/html');

/** The app's answer, made fit to be framed by the simulator. */
export function towardsBrowser(
  headers: IncomingHttpHeaders,
  framers: readonly string[],
): IncomingHttpHeaders {
  const kept = without(headers, [...HOP_BY_HOP, 'x-frame-options']);
  if (isHtml(headers)) delete kept['content-length'];
  const policy = kept['content-security-policy'];
  if (typeof policy === 'string') {
    kept['content-security-policy'] = allowFraming(policy, framers);
  }
  if (typeof kept.link === 'string') {
    kept.link = kept.link.replaceAll(REAL_APP_BRIDGE, OWN_APP_BRIDGE);
  }
  return kept;
}

/** A policy without `frame-ancestors` lets anyone frame the page, and stays as it is. */
export function allowFraming(policy: string, framers: readonly string[]): string {
  return policy.replace(/frame-ancestors([^;,]*)/gi, (_all, sources: string) => {
    const others = sources.split(/\s+/).filter((source) => source && source !== "'none'");
    return ['frame-ancestors', ...others, ...framers].join(' ');
  });
}

/** A person may open the simulator by either of its machine's names. */
export function originsOf(url: string): string[] {
  const { protocol, hostname, port, origin } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin];
  const suffix = port ? `:${port}` : '';
  return [`${protocol}//localhost${suffix}`, `${protocol}//127.0.0.1${suffix}`];
}
