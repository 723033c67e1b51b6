import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { Unreachable } from '../../errors';
import type { Log, Mail, Mailer, MailResult } from '../../ports';
import { type Ending, handOver, type SmtpTimeouts } from './smtp-handover.server';

export interface SmtpMailerOptions {
  /** `smtp://user:password@host:port`; `smtps:` for TLS from the first byte, `?requireTLS=true` to insist on STARTTLS. */
  readonly url: string;
  /** The address that all mail comes from, of a domain that the operator's mail server may send for. */
  readonly from: string;
  readonly log: Log;
  readonly timeouts?: SmtpTimeouts;
}

const TIMEOUTS: SmtpTimeouts = { connect: 10_000, silence: 30_000, whole: 60_000 };

const LONGEST_NAME = 100;
const angled = (id: string): string => `<${id}>`;

/** A name that holds an address would be shown as the sender by mail programs that hide the real one. */
function displayName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s<>"@]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

function compose(mail: Mail, from: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: displayName(mail.fromName), address: from },
    // As an object: a string with a comma in it would be read as two recipients.
    to: { name: '', address: mail.to },
    ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: angled(mail.messageId),
    ...(mail.references.length > 0
      ? {
          inReplyTo: mail.references.slice(-1).map(angled).join(''),
          references: mail.references.map(angled),
        }
      : {}),
    headers: {
      'X-Holdfast-Shop': mail.shop,
      'X-Holdfast-Step': mail.step,
      // RFC 3834: keeps out-of-office replies from answering.
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  })
    .compile()
    .build();
}

/**
 * What may be said of the message:
 * - the server said no to this sender, recipient or message (5xx): refused;
 * - it said "not now" (4xx), or nothing of the body was handed over: `Unreachable`, to be tried again;
 * - the body was begun and no answer to it came back: unclear. Never sent again.
 * A 5xx before MAIL FROM (the greeting, the login) says nothing of the message but much of our set-up: tried again.
 */
function judge(ending: Ending): MailResult {
  if (ending.accepted) return { outcome: 'sent', reference: ending.response };
  const { begun, fault } = ending;
  const reason = fault.response ?? fault.message;
  // Half a line on a broken connection is no answer to the body, even when it starts like one.
  const answered = fault.command === 'DATA' && (fault.responseCode ?? 0) >= 400;
  if (begun && !answered) return { outcome: 'unclear', reason };
  const aboutTheMessage = fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE';
  // Without a reply it was nodemailer itself that refused: an address that is none, or more than the server takes.
  const forGood = fault.permanent ?? fault.response === undefined;
  if (aboutTheMessage && forGood) return { outcome: 'refused', reason };
  throw new Unreachable(`The mail server can't take the message now: ${reason}`, { cause: fault });
}

/** Sends each message once, on its own connection, with no try of its own after a failure: retries are the task's. */
export function createSmtpMailer({
  url,
  from,
  log,
  timeouts = TIMEOUTS,
}: SmtpMailerOptions): Mailer {
  const server = parseConnectionUrl(url);
  return {
    async send(mail) {
      const about = { shop: mail.shop, step: mail.step, messageId: mail.messageId };
      if (/%%[A-Z_]+%%/.test(`${mail.subject}${mail.text}${mail.html}`)) {
        log.error(about, 'a message still has a placeholder in it and was not sent');
        return { outcome: 'refused', reason: 'A link in the message was not filled in' };
      }
      const result = judge(
        await handOver(server, { from, to: mail.to, body: await compose(mail, from) }, timeouts),
      );
      if (result.outcome !== 'sent') log.warn({ ...about, ...result }, 'a message was not taken');
      return result;
    },
  };
}
