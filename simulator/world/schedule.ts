import type { Delivery } from '../webhooks/delivery';
import type { TransactionStatus } from './types';

/** What is going to happen by itself, as data, so that it survives a restart. */
export type Happening =
  | { kind: 'order-routed'; shop: string; orderId: string }
  | { kind: 'auto-fulfil'; shop: string; orderId: string }
  | { kind: 'authorization-ends'; shop: string; orderId: string; transactionId: string }
  | {
      kind: 'transaction-settles';
      shop: string;
      orderId: string;
      transactionId: string;
      status: TransactionStatus;
      errorCode: string | null;
    }
  | { kind: 'job-ends'; shop: string; jobId: string }
  | { kind: 'webhook-retry'; delivery: Delivery }
  | { kind: 'shop-redact'; shop: string; uninstalledAt: string };

export interface Event {
  at: number;
  seq: number;
  what: Happening;
}

/** Events in the order of their time; those of one moment in the order in which they were planned. */
export class Schedule {
  constructor(
    readonly events: Event[] = [],
    private seq = events.reduce((highest, event) => Math.max(highest, event.seq), 0),
  ) {}

  plan(at: number, what: Happening): void {
    const event = { at, seq: ++this.seq, what };
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
  }

  nextAt(): number | undefined {
    return this.events[0]?.at;
  }

  takeDue(now: number): Happening | undefined {
    const first = this.events[0];
    if (!first || first.at > now) return undefined;
    this.events.shift();
    return first.what;
  }
}
