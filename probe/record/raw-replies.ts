import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact';

export interface Exchange {
  readonly operation: string;
  readonly query: string;
  readonly variables: unknown;
  readonly status: number;
  readonly body: unknown;
}

/** Keeps each reply in a file of its own, in the order of the calls, without tokens. */
export class RawReplies {
  private count = 0;

  constructor(
    private readonly folder: string,
    private readonly secrets: readonly string[],
  ) {
    mkdirSync(folder, { recursive: true });
  }

  keep(exchange: Exchange): void {
    this.count += 1;
    const name = `${String(this.count).padStart(4, '0')}-${exchange.operation}.json`;
    const text = `${JSON.stringify(exchange, null, 2)}\n`;
    writeFileSync(join(this.folder, name), redact(text, this.secrets));
  }
}
