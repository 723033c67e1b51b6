import { createHmac } from 'node:crypto';
import type { Outbox } from '../world/outbox';
import type { World } from '../world/world';
import type { Delivery } from './delivery';
import { toJson } from './numbers';
import { topicName } from './topic-name';

const PATIENCE_MS = 5_000;
const MINUTE = 60_000;
/** Eight retries within four hours, each wait longer than the last. */
const RETRY_AFTER = [1, 2, 5, 10, 20, 40, 62, 100].map((minutes) => minutes * MINUTE);

/** Delivers webhooks as Shopify does: signed, in five seconds or again later, never in a promised order. */
export class Courier implements Outbox {
  private readonly lanes = new Map<string, Promise<void>>();
  private readonly heldBack = new Map<string, Delivery[]>();
  private underWay = 0;
  private count = 0;

  constructor(private readonly world: World) {}

  send(shop: string, topic: string, payload: unknown): void {
    for (const url of this.addressesFor(shop, topic)) this.sendTo(url, shop, topic, payload);
  }

  /** The app's own address, and those that were subscribed by API. */
  private addressesFor(shop: string, topic: string): string[] {
    const { appUrl } = this.world.settings;
    const asked = this.world.state.shops[shop]?.subscriptions ?? [];
    return [
      ...(appUrl ? [`${appUrl}/webhooks`] : []),
      ...asked.filter((one) => one.topic === topicName(topic)).map(({ uri }) => uri),
    ];
  }

  private sendTo(url: string, shop: string, topic: string, payload: unknown): void {
    const delivery: Delivery = {
      webhookId: this.world.uuid(),
      eventId: this.world.uuid(),
      topic,
      shop,
      body: toJson(typeof payload === 'function' ? payload() : payload),
      triggeredAt: this.world.clock.iso(),
      url,
      attempt: 1,
    };
    const targets = ['webhook', `webhook:${topic}`];
    if (this.world.faults.strike(shop, targets, ['drop']))
      return this.note(delivery, 'dropped by a fault');
    if (this.world.faults.strike(shop, targets, ['reorder'])) return this.holdBack(delivery);
    this.dispatch(delivery);
    if (this.world.faults.strike(shop, targets, ['duplicate']))
      this.dispatch({ ...delivery, webhookId: this.world.uuid() });
    for (const late of this.heldBack.get(shop)?.splice(0) ?? []) this.dispatch(late);
  }

  /** One at a time per shop, in the order of their making. */
  dispatch(delivery: Delivery): void {
    this.underWay += 1;
    this.count += 1;
    const before = this.lanes.get(delivery.shop) ?? Promise.resolve();
    const now = before.then(() => this.attempt(delivery)).finally(() => (this.underWay -= 1));
    this.lanes.set(
      delivery.shop,
      now.catch(() => undefined),
    );
  }

  /** Deliveries so far: if it has not grown, nothing came in between. */
  get dispatched(): number {
    return this.count;
  }

  get quiet(): boolean {
    return this.underWay === 0;
  }

  async settled(): Promise<void> {
    this.releaseHeldBack();
    while (!this.quiet) await Promise.all(this.lanes.values());
  }

  /** A webhook that was to be overtaken, and that nothing overtook, goes out in the end. */
  private releaseHeldBack(): void {
    for (const late of this.heldBack.values())
      for (const delivery of late.splice(0)) this.dispatch(delivery);
  }

  private holdBack(delivery: Delivery): void {
    this.heldBack.set(delivery.shop, [...(this.heldBack.get(delivery.shop) ?? []), delivery]);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const slow = this.world.faults.strike(
      delivery.shop,
      ['webhook', `webhook:${delivery.topic}`],
      ['slow'],
    );
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow.ms ?? 500));
    const answered = await this.post(delivery);
    // The app did its part, but Shopify never heard of it: the same webhook will come again.
    const unheard = this.world.faults.strike(
      delivery.shop,
      ['webhook', `webhook:${delivery.topic}`],
      ['timeoutAfterCommit'],
    );
    const status = unheard ? 'answer lost' : answered;
    this.note(delivery, status);
    if (typeof status === 'number' && status >= 200 && status < 300) return;
    const wait = RETRY_AFTER[delivery.attempt - 1];
    if (wait === undefined) return this.note(delivery, 'given up');
    this.world.schedule.plan(this.world.clock.now().getTime() + wait, {
      kind: 'webhook-retry',
      delivery: { ...delivery, attempt: delivery.attempt + 1 },
    });
  }

  private async post(delivery: Delivery): Promise<number | string> {
    const { apiSecret, apiVersion } = this.world.settings;
    try {
      const reply = await fetch(delivery.url, {
        method: 'POST',
        body: delivery.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Shopify-Captain-Hook',
          'x-shopify-topic': delivery.topic,
          'x-shopify-hmac-sha256': createHmac('sha256', apiSecret)
            .update(delivery.body, 'utf8')
            .digest('base64'),
          'x-shopify-shop-domain': delivery.shop,
          'x-shopify-api-version': apiVersion,
          'x-shopify-webhook-id': delivery.webhookId,
          'x-shopify-event-id': delivery.eventId,
          'x-shopify-triggered-at': delivery.triggeredAt,
        },
      });
      await reply.arrayBuffer();
      return reply.status;
    } catch (error) {
      return error instanceof Error
        ? error.cause instanceof Error
          ? error.cause.message
          : error.message
        : 'no answer';
    }
  }

  private note(delivery: Delivery, status: number | string): void {
    this.world.ledger.append({
      shop: delivery.shop,
      kind: 'webhook',
      by: 'shopify',
      target: delivery.webhookId,
      detail: {
        topic: delivery.topic,
        status,
        attempt: delivery.attempt,
        eventId: delivery.eventId,
        triggeredAt: delivery.triggeredAt,
      },
    });
  }
}
