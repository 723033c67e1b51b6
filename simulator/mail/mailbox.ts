import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MailFaults } from './faults';
import type { StoredMessage } from './message';

export interface MailboxOptions {
  /** JSON lines; read at the start, appended to at each delivery. Without it the mailbox lives in memory. */
  readonly file?: string;
  readonly random?: () => number;
}

/** One mailbox for all customers of all simulated shops: the app's mail by SMTP, Shopify's own by `deliver`. */
export class Mailbox {
  readonly faults: MailFaults;
  readonly #file: string | undefined;
  readonly #messages: StoredMessage[];

  constructor(options: MailboxOptions = {}) {
    this.faults = new MailFaults(options.random);
    this.#file = options.file;
    this.#messages = options.file ? reload(options.file) : [];
  }

  nextId(): string {
    return `mail-${this.#messages.length + 1}`;
  }

  deliver(message: StoredMessage): void {
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(message)}\n`);
    this.#messages.push(message);
  }

  /** In the order of arrival. */
  list(filter: { to?: string | undefined; shop?: string | undefined } = {}): StoredMessage[] {
    const to = filter.to?.toLowerCase();
    return this.#messages.filter(
      (message) =>
        (!to || message.to.toLowerCase() === to) && (!filter.shop || message.shop === filter.shop),
    );
  }

  get(id: string): StoredMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }
}

function reload(file: string): StoredMessage[] {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return [];
  const messages: StoredMessage[] = [];
  const content = readFileSync(file, 'utf8');
  for (const line of content.split('\n')) {
    const message = parseLine(line);
    if (message) messages.push(message);
  }
  // A kill may have torn the last line: end it, so that the next message starts on its own.
  if (content !== '' && !content.endsWith('\n')) appendFileSync(file, '\n');
  return messages;
}

function parseLine(line: string): StoredMessage | undefined {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line) as StoredMessage;
  } catch {
    return undefined;
  }
}
