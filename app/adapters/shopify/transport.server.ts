import { NoAccess, OutcomeUnclear, Permanent, Throttled, Unreachable } from '../../errors';
import { codeOf, neverLeft } from './network-faults';
import { shutOutBy } from './shut-out';

const TIMEOUT_MS = 30_000;
/** Shopify's own advice when a throttled reply doesn't say how long. */
const DEFAULT_WAIT_MS = 2_000;

export interface Sent {
  readonly status: number;
  /** The parsed body, or undefined when it wasn't JSON: cut off, or a page from a proxy. */
  readonly body: unknown;
  readonly retryAfterMs: number | null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` is in seconds (RFC 9110), though shopify-api's own client reads milliseconds. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/**
 * One POST to Shopify by the global fetch. What breaks before anything was sent is `Unreachable`; what breaks later is
 * `OutcomeUnclear` when the call changes something.
 */
export async function post(
  url: string,
  input: { headers: Record<string, string>; body: string; changes: boolean; timeoutMs?: number },
): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...input.headers },
      body: input.body,
      // A redirected POST would arrive as a GET.
      redirect: 'manual',
      signal: AbortSignal.timeout(input.timeoutMs ?? TIMEOUT_MS),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: parseJson(text),
      retryAfterMs: retryAfter(response.headers),
    };
  } catch (cause) {
    const code = codeOf(cause);
    if (input.changes && !neverLeft(code))
      throw new OutcomeUnclear(`The call to Shopify broke off (${code})`, { cause });
    throw new Unreachable(`Shopify could not be reached (${code})`, { cause });
  }
}

/** Throws for every status that isn't an answer to the operation itself. */
export function refuseStatus(sent: Sent, changes: boolean): void {
  const { status } = sent;
  if (status === 200) return;
  if (status === 429) throw new Throttled(sent.retryAfterMs ?? DEFAULT_WAIT_MS);
  if (status >= 500) {
    if (changes) throw new OutcomeUnclear(`Shopify answered ${status}`);
    throw new Unreachable(`Shopify answered ${status}`);
  }
  const cause = shutOutBy(status);
  if (cause !== null) throw new NoAccess(`Shopify refused access (${status})`, cause);
  throw new Permanent(`Shopify did not accept the request (${status})`);
}
