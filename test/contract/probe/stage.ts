import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ByHand, Hands, Setting } from '../../../probe/hands/hands';
import type { Options } from '../../../probe/options';
import { runProbe, type World } from '../../../probe/run-probe';
import { PROBE_SCOPES } from '../../../probe/scopes';
import { Driver, KEY, SECRET, SHOP } from '../simulator/support';

type Json = Record<string, unknown>;

const SETTINGS: Readonly<Record<Setting, Json>> = {
  'capture-manually': { captureMode: 'manual' },
  'capture-when-fulfilled': { captureMode: 'on-fulfillment' },
  'fulfill-when-paid': { autoFulfil: true },
  'fulfill-by-hand': { autoFulfil: false },
};

/** Something that the store sold before the probe came. */
const OTHER_APPS_SKU = 'SUBSCRIPTION';

const Found = z.object({
  observations: z.array(
    z.object({
      question: z.number(),
      what: z.string(),
      expected: z.string(),
      found: z.string(),
      same: z.boolean().nullable(),
    }),
  ),
  switches: z.record(z.string(), z.boolean()),
  left: z.array(z.string()),
});
export type Found = z.infer<typeof Found>;

export interface Probed {
  readonly code: number;
  readonly lines: readonly string[];
  /** What the run wrote down; null when it wrote nothing. */
  readonly found: Found | null;
}

/** A development store of the simulator, and the probe in this process. Waiting is the simulator's clock. */
export class Stage {
  /** The name of the order that another app made, once the probe has asked for one. */
  othersOrder: string | null = null;

  private constructor(
    readonly driver: Driver,
    readonly folder: string,
  ) {}

  static async open(wish: Json = {}): Promise<Stage> {
    const driver = await Driver.start({ patienceMs: 0 });
    const stage = new Stage(driver, mkdtempSync(join(tmpdir(), 'holdfast-probe-')));
    await driver.openShop({
      developmentStore: true,
      custom: true,
      scopes: PROBE_SCOPES,
      ...wish,
    });
    await driver.stock(OTHER_APPS_SKU, 10);
    return stage;
  }

  async close(): Promise<void> {
    await this.driver.simulator.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  options(more: Partial<Options> = {}): Options {
    return {
      store: SHOP,
      access: { clientId: KEY, clientSecret: SECRET },
      email: 'holdfast-probe@example.com',
      webhooks: null,
      folder: this.folder,
      yes: false,
      clean: false,
      byHand: null,
      only: null,
      ...more,
    };
  }

  async probe(more: Partial<Options> = {}, world: Partial<World> = {}): Promise<Probed> {
    const lines: string[] = [];
    const before = new Set(this.runs());
    const { clock } = this.driver.simulator.world;
    const code = await runProbe(this.options(more), {
      fetch: (input, init) => this.fetch(input, init),
      hands: this.hands(),
      print: (line) => void lines.push(line),
      wait: async (seconds) => void (await this.driver.advance(`PT${seconds}S`)),
      now: () => clock.now().getTime(),
      id: () => crypto.randomUUID(),
      signal: new AbortController().signal,
      ...world,
    });
    const run = this.runs().find((name) => !before.has(name));
    return { code, lines, found: run === undefined ? null : this.foundBy(run) };
  }

  /** Whose steps are played through the simulator's own calls. */
  hands(skip: readonly ByHand['step'][] = []): Hands {
    return {
      do: async (step) => (skip.includes(step.step) ? null : this.play(step)),
    };
  }

  private async play(step: ByHand): Promise<string | null> {
    switch (step.step) {
      case 'agree':
        return 'yes';
      case 'checkout':
        return this.buy(step.sku, { gateway: step.gateway, test: step.gateway === 'bogus' });
      case 'pay':
        await this.driver.post(`/_sim/orders/${encodeURIComponent(step.order)}/pay?shop=${SHOP}`);
        return '';
      case 'setting':
        await this.driver.call('PATCH', `/_sim/shops/${SHOP}`, SETTINGS[step.setting]);
        return '';
      case 'other-app-order':
        this.othersOrder = await this.buy(OTHER_APPS_SKU, { editable: false });
        return this.othersOrder;
      case 'look':
        return 'nothing of it';
    }
  }

  private async buy(sku: string, more: Json): Promise<string> {
    const placed = await this.driver.post('/_sim/orders', {
      shop: SHOP,
      email: 'buyer@example.com',
      lines: [{ sku, quantity: 1 }],
      routing: 2,
      ...more,
    });
    return String(placed.name);
  }

  /** As simulator/route.mjs does for whole programs. */
  fetch(input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-host', SHOP);
    const address = String(input).replace(`https://${SHOP}`, this.driver.simulator.url);
    return fetch(address, { ...init, headers });
  }

  /** The folders of runs that got as far as a report or a reply. */
  runs(): string[] {
    try {
      return readdirSync(join(this.folder, SHOP)).filter((name) => name !== 'journal.jsonl');
    } catch {
      return [];
    }
  }

  file(run: string, name: string): string {
    return readFileSync(join(this.folder, SHOP, run, name), 'utf8');
  }

  replies(run: string): { name: string; text: string }[] {
    const folder = join(this.folder, SHOP, run, 'replies');
    return readdirSync(folder)
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  }

  private foundBy(run: string): Found | null {
    try {
      return Found.parse(JSON.parse(this.file(run, 'findings.json')));
    } catch {
      return null;
    }
  }

  /** The names of the orders that are not cancelled. */
  async openOrders(): Promise<string[]> {
    const orders = z
      .array(z.object({ name: z.string(), cancelledAt: z.string().nullable() }))
      .parse(await this.driver.get(`/_sim/orders?shop=${SHOP}`));
    return orders.filter(({ cancelledAt }) => cancelledAt === null).map(({ name }) => name);
  }

  /** How many orders the store has had, whether they are still there or not. */
  get ordersMade(): number {
    return this.driver.simulator.world.ledger.list({ shop: SHOP, kind: 'order', after: 0 }).length;
  }

  /** What stands in the store. */
  async standing(): Promise<Json> {
    const shop = await this.driver.get<Json>(`/_sim/shops/${SHOP}`);
    const names = (list: unknown, key: string): unknown[] =>
      z
        .array(z.record(z.string(), z.unknown()))
        .parse(list)
        .map((one) => one[key]);
    return {
      orders: names(shop.orders, 'name'),
      products: names(shop.products, 'title'),
      locations: names(shop.locations, 'name'),
      subscriptions: shop.subscriptions ?? [],
    };
  }
}
