import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Rate = 0 | 1;

/**
 * Simulated time: frozen (rate 0) or flowing with the machine's (rate 1).
 * Every change is also written to a file, since the app reads its time synchronously and lives in another process.
 */
export class SimClock {
  private base: number;
  private at: number;
  private current: Rate;

  constructor(
    start: Date,
    rate: Rate,
    private readonly file?: string,
  ) {
    this.base = start.getTime();
    this.at = Date.now();
    this.current = rate;
    this.publish();
  }

  now(): Date {
    return new Date(this.current === 0 ? this.base : this.base + (Date.now() - this.at));
  }

  iso(): string {
    return this.now().toISOString();
  }

  get rate(): Rate {
    return this.current;
  }

  /** Time never runs backwards. */
  moveTo(moment: Date): void {
    this.base = Math.max(moment.getTime(), this.now().getTime());
    this.at = Date.now();
    this.publish();
  }

  setRate(rate: Rate): void {
    this.base = this.now().getTime();
    this.at = Date.now();
    this.current = rate;
    this.publish();
  }

  private publish(): void {
    if (!this.file) return;
    mkdirSync(dirname(this.file), { recursive: true });
    const temporary = `${this.file}.${process.pid}.tmp`;
    writeFileSync(
      temporary,
      JSON.stringify({ now: new Date(this.base).toISOString(), at: this.at, rate: this.current }),
    );
    renameSync(temporary, this.file);
  }
}
