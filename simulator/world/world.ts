import { randomUUID } from 'node:crypto';
import { Mailbox } from '../mail/mailbox';
import { SimClock } from './clock';
import { Faults } from './faults';
import { Ledger } from './ledger';
import { Random } from './random';
import { notFound } from './refusal';
import { Schedule } from './schedule';
import { emptyState, type WorldState } from './state';
import type { Outbox } from './outbox';
import type { Settings } from './settings';
import type { Order, Shop } from './types';

const DAY = 86_400_000;

/** What a world is built around: who carries its webhooks, where its mail goes, and its time if it isn't its own. */
export interface Parts {
  readonly outbox: (world: World) => Outbox;
  readonly mailbox?: Mailbox;
  readonly clock?: SimClock;
}

/** Every shop, the time that passes for all of them, and the records that nobody can take back. */
export class World {
  readonly clock: SimClock;
  readonly ledger: Ledger;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly faults: Faults;
  readonly mailbox: Mailbox;
  readonly courier: Outbox;
  private readonly orders = new Map<string, Order>();
  private readonly homes = new WeakMap<Order, Shop>();
  /** Called after each change that ought to be written down. */
  onChange: () => void = () => undefined;

  constructor(
    readonly settings: Settings,
    parts: Parts,
    readonly state: WorldState = emptyState(settings),
  ) {
    this.clock =
      parts.clock ?? new SimClock(new Date(state.now), settings.clock.rate, settings.clockFile);
    this.ledger = new Ledger(() => this.clock.iso(), state.ledger);
    this.schedule = new Schedule(state.events);
    this.random = new Random(state.random);
    this.faults = new Faults(this.random);
    this.mailbox = parts.mailbox ?? new Mailbox();
    this.courier = parts.outbox(this);
    for (const shop of this.shops()) for (const order of shop.orders) this.remember(shop, order);
  }

  /** Larger than a double can hold, as some of Shopify's are: an app that reads ids as numbers must fail here, not later. */
  id(type: string): string {
    this.state.lastId = (BigInt(this.state.lastId) + 1n).toString();
    return `gid://shopify/${type}/${this.state.lastId}`;
  }

  uuid(): string {
    return randomUUID();
  }

  shop(domain: string): Shop {
    const shop = this.state.shops[domain];
    if (!shop) throw notFound(`The shop ${domain}`);
    return shop;
  }

  shops(): Shop[] {
    return Object.values(this.state.shops);
  }

  /** A webhook. `payload` may be a function, for what is dear to build and not always wanted; `about` is its order. */
  emit(shop: Shop, topic: string, payload: unknown, about?: string): void {
    if (
      shop.installed ||
      topic === 'app/uninstalled' ||
      topic.endsWith('/redact') ||
      topic === 'customers/data_request'
    ) {
      this.courier.send(shop.domain, topic, payload, about);
    }
  }

  remember(shop: Shop, order: Order): void {
    this.orders.set(order.id, order);
    this.homes.set(order, shop);
  }

  forget(order: Order): void {
    this.orders.delete(order.id);
  }

  /** The order of that id (a gid or its number), whoever asks. */
  order(shop: Shop, id: string): Order | undefined {
    const order = this.orders.get(id.startsWith('gid://') ? id : `gid://shopify/Order/${id}`);
    return order && this.homes.get(order) === shop ? order : undefined;
  }

  /** Orders older than 60 days are not there for an app without read_all_orders. */
  visible(shop: Shop, order: Order): boolean {
    return (
      shop.scopes.includes('read_all_orders') ||
      this.clock.now().getTime() - Date.parse(order.createdAt) <= 60 * DAY
    );
  }

  snapshot(): WorldState {
    return { ...this.state, now: this.clock.iso(), random: this.random.position };
  }
}
