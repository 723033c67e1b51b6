import type { Delivery } from '../webhooks/delivery';

/** Who carries webhooks to the app: over the network, or by a call within one process. */
export interface Outbox {
  /**
   * A new webhook. `payload` is the body, or a function that builds it; `about` is the id of the order whose whole
   * body that function would build.
   */
  send(shop: string, topic: string, payload: unknown, about?: string): void;
  /** A webhook that was tried before. */
  dispatch(delivery: Delivery): void;
  /** Deliveries so far: if it has not grown, nothing came in between. */
  readonly dispatched: number;
  /** Nothing is on its way. */
  readonly quiet: boolean;
  /** Waits until nothing is on its way. */
  settled(): Promise<void>;
}
