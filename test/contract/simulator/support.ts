import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator, type RunningSimulator } from '../../../simulator/server';
import type { SimulatorOptions } from '../../../simulator/options';
import { adminToken } from '../../../simulator/oauth/session-token';

export const SHOP = 'one.myshopify.com';
export const KEY = 'test-key';
export const SECRET = 'test-secret';

export interface Received {
  readonly topic: string;
  readonly genuine: boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

type Json = Record<string, unknown>;

/** A stand-in for the app: keeps the webhooks it gets, and says what a test wants about its tasks. */
export class FakeApp {
  readonly webhooks: Received[] = [];
  answer = 200;
  metrics = 'holdfast_tasks_due 0\nholdfast_tasks_in_flight 0\nholdfast_next_task_due_seconds -1\n';
  onMetrics: () => void = () => undefined;
  private readonly server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      if (request.url === '/webhooks') {
        const expected = createHmac('sha256', SECRET).update(body).digest('base64');
        const genuine = request.headers['x-shopify-hmac-sha256'] === expected;
        this.webhooks.push({
          topic: String(request.headers['x-shopify-topic']),
          genuine,
          headers: request.headers,
          body,
        });
        response.writeHead(this.answer).end();
      } else if (request.url === '/metrics') {
        this.onMetrics();
        response.writeHead(200).end(this.metrics);
      } else response.writeHead(200).end('app');
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  topics(): string[] {
    return this.webhooks.map(({ topic }) => topic);
  }
}

export class Driver {
  private access: string | undefined;

  constructor(readonly simulator: RunningSimulator) {}

  static async start(options: Partial<SimulatorOptions> = {}): Promise<Driver> {
    return new Driver(
      await startSimulator({ port: 0, apiKey: KEY, apiSecrets: [SECRET], ...options }),
    );
  }

  async call(method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> {
    const reply = await fetch(`${this.simulator.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: reply.status, body: (await reply.json()) as Json };
  }

  async post<T = Json>(path: string, body: Json = {}): Promise<T> {
    const reply = await this.call('POST', path, body);
    if (reply.status !== 200)
      throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }

  async get<T = Json>(path: string): Promise<T> {
    return (await this.call('GET', path)).body as T;
  }

  /** Captures succeed at once there, unless the test is about waiting for them. */
  async openShop(wish: Json = {}): Promise<void> {
    await this.post('/_sim/shops', { shop: SHOP, capturesPend: false, ...wish });
  }

  async stock(sku: string, available: number, more: Json = {}): Promise<void> {
    await this.post('/_sim/products', { shop: SHOP, sku, available, price: '10.00', ...more });
  }

  /** An order that is already routed. */
  async order(lines: { sku: string; quantity: number }[], more: Json = {}): Promise<string> {
    const { orderId } = await this.post<{ orderId: string }>('/_sim/orders', {
      shop: SHOP,
      email: 'buyer@example.com',
      lines,
      routing: 'at-once',
      ...more,
    });
    return orderId;
  }

  advance(duration: string): Promise<{ now: string; steps: number; impatient: boolean }> {
    return this.post('/_sim/clock', { advance: duration });
  }

  async oauth(body: Json): Promise<{ status: number; body: Json }> {
    const reply = await fetch(`${this.simulator.url}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-host': SHOP },
      body: JSON.stringify({ client_id: KEY, client_secret: SECRET, ...body }),
    });
    return { status: reply.status, body: (await reply.json()) as Json };
  }

  exchange(expiring = '1'): Promise<{ status: number; body: Json }> {
    return this.oauth({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: adminToken(SHOP, KEY, SECRET),
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring,
    });
  }

  async raw(
    query: string,
    variables: Json = {},
    token?: string,
  ): Promise<{ status: number; body: Json }> {
    this.access ??= String((await this.exchange()).body.access_token);
    const reply = await fetch(`${this.simulator.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-host': SHOP,
        'x-shopify-access-token': token ?? this.access,
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: reply.status, body: (await reply.json()) as Json };
  }

  /** The data of a call that must have no errors. */
  async ask<T = Json>(query: string, variables: Json = {}): Promise<T> {
    const { body } = await this.raw(query, variables);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as T;
  }

  async ledger(kind: string): Promise<Json[]> {
    return this.get<Json[]>(`/_sim/ledger?shop=${SHOP}&kind=${kind}`);
  }
}
