export interface Delivery {
  readonly topic: string;
  readonly at: number;
  readonly body: unknown;
}

/** What has been delivered so far, in the order of arrival. `listening` is false without an address for webhooks. */
export class Deliveries {
  private readonly all: Delivery[] = [];

  constructor(readonly listening: boolean) {}

  add(delivery: Delivery): void {
    this.all.push(delivery);
  }

  /** A place in the log, to ask later what came after it. */
  here(): number {
    return this.all.length;
  }

  since(place: number): readonly Delivery[] {
    return this.all.slice(place);
  }

  /** In: a place in the log. Out: how often each topic came after it, for the report. */
  countsSince(place: number): string {
    if (!this.listening) return 'not listened to: there is no address for webhooks';
    const counts = new Map<string, number>();
    for (const { topic } of this.since(place)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    return [...counts].map(([topic, count]) => `${topic} ${count}`).join(', ') || 'none';
  }
}
