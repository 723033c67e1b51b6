import type { Findings } from './findings';
import type { ByHand, Hands, Setting } from './hands/hands';
import type { Admin } from './shopify/admin';
import type { FulfillmentOrder, Order } from './shopify/read-order';
import { FIND_ORDER, READ_ORDER } from './shopify/read-order';
import { READ_LEVELS, type Level } from './shopify/goods';
import { BEGIN_EDIT, COMMIT_EDIT, SET_QUANTITY } from './shopify/money';
import type { Store } from './shopify/store';
import type { Place, Product, Things } from './things';
import type { Deliveries } from './webhooks/deliveries';

export interface Shelf {
  /** Where most of the goods lie, and a second place. */
  readonly main: Place;
  readonly second: Place;
  /** A plenty of it at the main place. */
  readonly plenty: Product;
  /** Nothing of it anywhere. */
  readonly missing: Product;
}

export interface BenchParts {
  readonly admin: Admin;
  readonly store: Store;
  readonly things: Things;
  readonly hands: Hands;
  readonly findings: Findings;
  readonly deliveries: Deliveries;
  readonly shelf: Shelf;
  readonly wait: (seconds: number) => Promise<void>;
  readonly now: () => number;
  readonly print: (line: string) => void;
  readonly id: () => string;
}

const ROUTING_S = 60;

/** What the questions work with. */
export class Bench {
  constructor(readonly parts: BenchParts) {}

  read(id: string): Promise<Order> {
    return this.parts.admin.must(READ_ORDER, { id });
  }

  levels(product: Product): Promise<readonly Level[]> {
    return this.parts.admin.must(READ_LEVELS, { id: product.itemId });
  }

  /** Reads the order every few seconds until `holds`, or until the time is up. */
  async until(id: string, holds: (order: Order) => boolean, seconds: number): Promise<Order> {
    let waited = 0;
    for (;;) {
      const order = await this.read(id);
      if (holds(order) || waited >= seconds) return order;
      await this.parts.wait(2);
      waited += 2;
    }
  }

  /** The order once it has its fulfillment orders. */
  async routed(id: string): Promise<Order> {
    const order = await this.until(id, (seen) => seen.fulfillmentOrders.length > 0, ROUTING_S);
    if (order.fulfillmentOrders.length === 0)
      throw new Error(`${order.name} got no fulfillment orders within ${ROUTING_S} seconds.`);
    return order;
  }

  byHand(step: ByHand): Promise<string | null> {
    return this.parts.hands.do(step);
  }

  /**
   * A person changes a setting, `act` is done, and the person puts the setting back. The journal has it meanwhile.
   * Out: false when the person did not change it.
   */
  async withSetting(setting: Setting, back: Setting, act: () => Promise<void>): Promise<boolean> {
    if ((await this.byHand({ step: 'setting', setting })) === null) return false;
    const mark = this.parts.things.adopt('setting', back);
    try {
      await act();
    } finally {
      const done = await this.byHand({ step: 'setting', setting: back });
      if (done !== null) this.parts.things.gone(mark);
    }
    return true;
  }

  /** Sets a line of an order to a quantity, as an order edit. */
  async edit(order: Order, product: Product, quantity: number, restock: boolean): Promise<void> {
    const { admin } = this.parts;
    const { id, lines } = await admin.must(BEGIN_EDIT, { id: order.id });
    const line = lines.find(({ sku }) => sku === product.sku);
    if (!line) throw new Error(`${order.name} has no line with ${product.sku} to edit.`);
    await admin.must(SET_QUANTITY, { id, line: line.id, quantity, restock });
    await admin.must(COMMIT_EDIT, { id });
  }

  /** An order that a person placed in the storefront; null when the step was skipped or the order isn't found. */
  async checkout(gateway: 'bogus' | 'shopify_payments'): Promise<Place | null> {
    const { plenty } = this.parts.shelf;
    const step = { step: 'checkout', gateway, product: plenty.title, sku: plenty.sku } as const;
    const typed = await this.byHand(step);
    if (typed === null || typed === '') return null;
    const order = await this.find(typed);
    if (order) this.parts.things.adopt('order', order.id);
    return order;
  }

  /** An order by its name. The search may lag behind the store for some seconds. */
  async find(name: string): Promise<Place | null> {
    const bare = name.replace(/^#/, '');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const found = await this.parts.admin.must(FIND_ORDER, { query: `name:${bare}` });
      const order = found.find((one) => one.name.replace(/^#/, '') === bare);
      if (order) return order;
      await this.parts.wait(3);
    }
    this.parts.print(`   There is no order ${name}.`);
    return null;
  }
}

export const live = (order: Order): FulfillmentOrder[] =>
  order.fulfillmentOrders.filter(({ status }) => !['CLOSED', 'CANCELLED'].includes(status));

export const unitsOf = (part: FulfillmentOrder): number =>
  part.lineItems.reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0);

/** The order's first live fulfillment order that holds units of this product. */
export function partWith(order: Order, { sku }: Product): FulfillmentOrder {
  const part = live(order).find(({ lineItems }) =>
    lineItems.some((line) => line.sku === sku && line.remainingQuantity > 0),
  );
  if (!part) throw new Error(`${order.name} has no fulfillment order with ${sku}.`);
  return part;
}

export function lineWith(order: Order, { sku }: Product): Order['lineItems'][number] {
  const line = order.lineItems.find((one) => one.sku === sku);
  if (!line) throw new Error(`${order.name} has no line with ${sku}.`);
  return line;
}

export function authorizationOf(order: Order): Order['transactions'][number] {
  const found = order.transactions.find(({ kind }) => kind === 'AUTHORIZATION');
  if (!found) throw new Error(`${order.name} has no authorization.`);
  return found;
}

/** A short name for an id: its number's last six digits. */
export const short = (id: string): string => id.slice(-6);
