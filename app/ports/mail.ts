import type { Step } from '../domain/case';
import type { ShopId } from '../domain/ids';

export interface Mail {
  readonly shop: ShopId;
  readonly step: Step | 'customer-data';
  readonly to: string;
  /** The name that it comes under. The address is the mailer's own: nobody chooses it. */
  readonly fromName: string;
  /** Where answers go; null: to the address that it comes from. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** RFC 5322 ids without angle brackets: this message's own, and those before it in the thread, oldest first. */
  readonly messageId: string;
  readonly references: readonly string[];
}

export type MailResult =
  | { readonly outcome: 'sent'; readonly reference: string }
  /** The server refused it for good. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** The link broke after the message was handed over: it may have gone out, and is never sent again. */
  | { readonly outcome: 'unclear'; readonly reason: string };

/** Throws `Unreachable` when nothing was handed over, so that it can be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
}
