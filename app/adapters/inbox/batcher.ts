import { Unreachable } from '../../errors';

interface Waiting<T> {
  readonly item: T;
  readonly settle: (error: Error | null) => void;
  settled: boolean;
}

/**
 * Gathers what arrives while one run is under way into the next one: many writes share a commit, and a lone one waits
 * for nothing. Whoever isn't served within `patienceMs` is told so, and is not run later if it had not begun.
 */
export class Batcher<T> {
  private queue: Waiting<T>[] = [];
  private running = 0;
  private scheduled = false;

  constructor(
    private readonly run: (items: readonly T[]) => Promise<void>,
    private readonly limits: {
      readonly most: number;
      readonly lanes: number;
      readonly patienceMs: number;
    },
  ) {}

  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.settle(new Unreachable('Not stored in time'));
      }, this.limits.patienceMs);
      const waiting: Waiting<T> = {
        item,
        settled: false,
        settle: (error) => {
          if (waiting.settled) return;
          waiting.settled = true;
          clearTimeout(timer);
          if (error) reject(error);
          else resolve();
        },
      };
      this.queue.push(waiting);
      this.schedule();
    });
  }

  /** After the sockets that are readable now have been read: what came in one breath goes in one batch. */
  private schedule(): void {
    if (this.scheduled || this.running >= this.limits.lanes) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.next();
    });
  }

  private async next(): Promise<void> {
    const batch = this.queue.splice(0, this.limits.most).filter((waiting) => !waiting.settled);
    if (batch.length === 0) return;
    this.running += 1;
    if (this.queue.length > 0) this.schedule();
    try {
      await this.run(batch.map((waiting) => waiting.item));
      for (const waiting of batch) waiting.settle(null);
    } catch (cause) {
      for (const waiting of batch) waiting.settle(new Unreachable('Not stored', { cause }));
    } finally {
      this.running -= 1;
      if (this.queue.length > 0) this.schedule();
    }
  }
}
