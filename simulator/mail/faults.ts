/**
 * What can go wrong with the next messages:
 * - reject: 550, the mailbox refuses for good
 * - tempfail: 451, try again later
 * - timeout: the body is taken, nothing is stored and no reply ever comes
 * - drop: the connection is cut before DATA, so nothing was sent
 * - dropAfterData: the message IS stored, then the connection is cut without a reply
 */
export const MAIL_FAULT_MODES = ['reject', 'tempfail', 'timeout', 'drop', 'dropAfterData'] as const;
export type MailFaultMode = (typeof MAIL_FAULT_MODES)[number];

/** The next `count` messages, or each message with probability `rate`; neither: the next message. */
export interface MailFault {
  readonly mode: MailFaultMode;
  readonly count?: number | undefined;
  readonly rate?: number | undefined;
}

export const isMailFaultMode = (value: unknown): value is MailFaultMode =>
  MAIL_FAULT_MODES.some((mode) => mode === value);

interface Active {
  readonly mode: MailFaultMode;
  left: number;
  readonly rate: number;
}

export class MailFaults {
  #active: Active[] = [];
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  add(fault: MailFault): void {
    const left = fault.count ?? (fault.rate === undefined ? 1 : Number.POSITIVE_INFINITY);
    this.#active.push({ mode: fault.mode, left, rate: fault.rate ?? 1 });
  }

  clear(): void {
    this.#active = [];
  }

  list(): MailFault[] {
    return this.#active.map(({ mode, left, rate }) =>
      Number.isFinite(left) ? { mode, count: left, rate } : { mode, rate },
    );
  }

  /** The fault that befalls the message now arriving, if any. */
  take(): MailFaultMode | undefined {
    const hit = this.#active.find((fault) => this.#random() < fault.rate);
    if (!hit) return undefined;
    hit.left -= 1;
    this.#active = this.#active.filter((fault) => fault.left > 0);
    return hit.mode;
  }
}
