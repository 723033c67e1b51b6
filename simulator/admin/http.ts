import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BadRequest, readBody, readJson, sendJson } from '../control/http';
import { admits, grant } from '../oauth/tokens';
import type { World } from '../world/world';
import type { AdminApi } from './execute';

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Which shop is meant: the preload file names it, a client that comes by name sends it as Host. */
export function shopDomain(request: IncomingMessage): string {
  const given =
    request.headers['x-sim-shop'] ??
    request.headers['x-forwarded-host'] ??
    request.headers.host ??
    '';
  return (Array.isArray(given) ? (given[0] ?? '') : given).replace(/:\d+$/, '').toLowerCase();
}

/** Everything under /admin: what an app's server may ask of Shopify. */
export async function handleAdmin(
  world: World,
  api: AdminApi,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const shop = world.state.shops[shopDomain(request)];
  if (!shop) return sendJson(response, 404, { errors: 'Not Found' });
  if (request.method === 'POST' && url.pathname === '/admin/oauth/access_token') {
    const input = await readForm(request);
    const fault = world.faults.strike(
      shop.domain,
      ['token'],
      ['http500', 'slow', 'drop', 'timeoutAfterCommit', 'refuse'],
    );
    if (fault?.mode === 'slow') await sleep(fault.ms ?? 500);
    if (fault?.mode === 'http500')
      return sendJson(response, 500, { errors: 'Internal Server Error' });
    if (fault?.mode === 'refuse') return sendJson(response, 400, { error: 'invalid_grant' });
    if (fault?.mode === 'drop') return void request.socket.destroy();
    const answer = grant(world, shop, input);
    world.onChange();
    if (fault?.mode === 'timeoutAfterCommit') return void request.socket.destroy();
    return sendJson(response, answer.status, answer.body);
  }
  const version = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(url.pathname)?.[1];
  if (request.method !== 'POST' || version === undefined)
    return sendJson(response, 404, { errors: 'Not Found' });
  const token = request.headers['x-shopify-access-token'];
  if (!admits(world, shop, Array.isArray(token) ? token[0] : token)) {
    return sendJson(response, 401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  const parsed = graphqlRequest.safeParse(await readJson(request));
  if (!parsed.success)
    return sendJson(response, 400, { errors: { query: 'Required parameter missing or invalid' } });
  const reply = api.run(shop, {
    query: parsed.data.query,
    variables: parsed.data.variables ?? {},
    operationName: parsed.data.operationName ?? undefined,
  });
  if (reply === 'cut') return void request.socket.destroy();
  if (reply.waitMs !== undefined) await sleep(reply.waitMs);
  response.setHeader('x-shopify-api-version', version);
  sendJson(response, reply.status, reply.body);
}

async function readForm(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type']?.includes('json')) return readJson(request);
  const text = await readBody(request);
  if (text.startsWith('{')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new BadRequest('The body is not JSON');
    }
  }
  return Object.fromEntries(new URLSearchParams(text));
}
