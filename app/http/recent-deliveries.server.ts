import type { WebhookHeaders } from './webhook-headers.server';

/** Kept twice over: at most double this many, some 5 MB. */
const GENERATION = 10_000;

/**
 * What this process has lately seen committed. The same delivery again, to the letter of its headers and signature,
 * needs neither reading nor the database, which would find it there. It is never remembered before its commit; what is
 * forgotten, or was stored by another process, the database knows.
 */
export class RecentDeliveries {
  private newer = new Set<string>();
  private older = new Set<string>();

  has(delivery: WebhookHeaders): boolean {
    const key = keyOf(delivery);
    return this.newer.has(key) || this.older.has(key);
  }

  add(delivery: WebhookHeaders): void {
    this.newer.add(keyOf(delivery));
    if (this.newer.size < GENERATION) return;
    this.older = this.newer;
    this.newer = new Set();
  }
}

/** No part of it can hold a space. */
function keyOf({
  shop,
  webhookId,
  eventId,
  topic,
  triggeredAt,
  signature,
}: WebhookHeaders): string {
  return `${shop} ${webhookId} ${eventId} ${topic} ${triggeredAt?.getTime()} ${signature}`;
}
