import { z } from 'zod';
import { adminToken } from '../../../simulator/oauth/session-token';
import type { RunningSimulator } from '../../../simulator/server';
import { SCOPES } from '../../../simulator/shop/open-shop';
import { readOrder, type ReadOrder } from './read-order';

export const APP = { apiKey: 'facts-key', apiSecret: 'facts-secret' };

const EVERYTHING = [...SCOPES, 'read_payment_terms', 'write_payment_terms'];

export type Json = Readonly<Record<string, unknown>>;

const Granted = z.object({ access_token: z.string() });
const Reply = z.object({
  data: z.looseObject({}).nullish(),
  errors: z.array(z.unknown()).nullish(),
});
const Made = z.object({ orderId: z.string() });

/** One store of the simulator, seen as an app sees it: through the Admin API. Preconditions are made through /_sim. */
export class Store {
  private access: string | undefined;

  constructor(
    private readonly simulator: RunningSimulator,
    readonly domain: string,
  ) {}

  /** Opens the store with an app installed that may do everything. `wish` is what POST /_sim/shops takes: plan, switches… */
  async open(wish: Json = {}): Promise<void> {
    await this.sim('POST', '/shops', { shop: this.domain, scopes: EVERYTHING, ...wish });
  }

  async location(name: string, kind: 'merchant' | 'third-party' = 'merchant'): Promise<void> {
    await this.sim('POST', '/locations', { shop: this.domain, name, kind });
  }

  async product(sku: string, available: number, more: Json = {}): Promise<void> {
    await this.sim('POST', '/products', { shop: this.domain, sku, available, ...more });
  }

  /** An order that is already routed; the answer is its id. */
  async order(lines: readonly Json[], more: Json = {}): Promise<string> {
    const made = await this.sim('POST', '/orders', {
      shop: this.domain,
      email: 'buyer@example.com',
      lines,
      routing: 'at-once',
      ...more,
    });
    return Made.parse(made).orderId;
  }

  /** What a merchant, a customer or another app does to an order: POST /_sim/orders/:id/:verb. */
  act(orderId: string, verb: string, body: Json = {}): Promise<unknown> {
    return this.sim('POST', `/orders/${encodeURIComponent(orderId)}/${verb}`, body);
  }

  advance(duration: string): Promise<unknown> {
    return this.sim('POST', '/clock', { advance: duration });
  }

  fault(target: string, mode: string, more: Json = {}): Promise<unknown> {
    return this.sim('POST', '/faults', { shop: this.domain, target, mode, ...more });
  }

  /** Rows of the ledger of this store, oldest first. */
  async ledger(kind: string): Promise<Json[]> {
    const rows = await this.sim('GET', `/ledger?shop=${this.domain}&kind=${kind}`);
    return z.array(z.looseObject({})).parse(rows);
  }

  /** A call of /_sim that must succeed. */
  async sim(method: string, path: string, body?: Json): Promise<unknown> {
    const reply = await fetch(`${this.simulator.url}/_sim${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await reply.json();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A call of the Admin API as it comes back, errors and all. */
  async reply(query: string, variables: Json = {}): Promise<{ status: number; body: Json }> {
    this.access ??= await this.token();
    const reply = await fetch(`${this.simulator.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-host': this.domain,
        'x-shopify-access-token': this.access,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: reply.status, body: z.looseObject({}).parse(await reply.json()) };
  }

  /** The data of a call of the Admin API that must have no top-level errors. */
  async ask(query: string, variables: Json = {}): Promise<Json> {
    const { data, errors } = Reply.parse((await this.reply(query, variables)).body);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The order as the Admin API shows it now, with its amounts flattened. */
  async read(orderId: string): Promise<ReadOrder> {
    return readOrder((query, variables) => this.ask(query, variables), orderId);
  }

  private async token(): Promise<string> {
    const reply = await fetch(`${this.simulator.url}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-host': this.domain },
      body: JSON.stringify({
        client_id: APP.apiKey,
        client_secret: APP.apiSecret,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: adminToken(this.domain, APP.apiKey, APP.apiSecret),
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '0',
      }),
    });
    return Granted.parse(await reply.json()).access_token;
  }
}
