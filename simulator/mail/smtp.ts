import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailFaultMode } from './faults';
import type { Mailbox } from './mailbox';
import { linksIn, type StoredMessage } from './message';

export interface SmtpOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly mailbox: Mailbox;
  /** The simulated time. */
  readonly now: () => Date;
  readonly host?: string;
}

export interface RunningSmtp {
  readonly port: number;
  readonly close: () => Promise<void>;
}

type Reply = (error?: Error | null) => void;

/** Receives the app's mail: no login, no TLS, one stored message per recipient of the envelope. */
export async function startSmtp({
  port,
  mailbox,
  now,
  host = '127.0.0.1',
}: SmtpOptions): Promise<RunningSmtp> {
  const sockets = new Map<string, Socket>();
  const faultOf = new WeakMap<SMTPServerSession, MailFaultMode>();
  const cut = (session: SMTPServerSession): void => {
    sockets.get(`${session.remotePort}`)?.destroy();
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom(_address, session, reply: Reply) {
      const fault = mailbox.faults.take();
      if (fault) faultOf.set(session, fault);
      else faultOf.delete(session);
      reply();
    },
    onRcptTo(_address, session, reply: Reply) {
      const fault = faultOf.get(session);
      if (fault === 'reject') return reply(refusal(550, '5.1.1 The mailbox does not exist'));
      if (fault === 'tempfail') return reply(refusal(451, '4.3.0 Try again later'));
      if (fault === 'drop') return cut(session);
      reply();
    },
    onData(stream: Readable, session, reply: Reply) {
      const fault = faultOf.get(session);
      const taken = fault === 'timeout' ? buffer(stream) : store(stream, session, mailbox, now);
      taken.then(
        () => {
          if (fault === 'timeout') return;
          if (fault === 'dropAfterData') cut(session);
          else reply();
        },
        (error: unknown) => reply(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined); // a client that goes away is no fault of the mailbox

  server.server.on('connection', (socket: Socket) => {
    const key = `${socket.remotePort}`;
    sockets.set(key, socket);
    socket.once('close', () => sockets.delete(key));
  });

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

/** Nothing made up: a letter without a text part has no text. */
const AS_RECEIVED = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
};

const unfold = (line: string): string =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

async function store(
  stream: Readable,
  session: SMTPServerSession,
  mailbox: Mailbox,
  now: () => Date,
): Promise<void> {
  const mail = await simpleParser(await buffer(stream), AS_RECEIVED);
  const headers: Record<string, string> = {};
  for (const { key, line } of mail.headerLines) headers[key] = unfold(line);
  const shop = headers['x-holdfast-shop'];
  const kind = headers['x-holdfast-step'];
  const text = mail.text ?? '';
  const html = mail.html || '';
  for (const recipient of session.envelope.rcptTo) {
    const message: StoredMessage = {
      id: mailbox.nextId(),
      sender: 'app',
      ...(kind === undefined ? {} : { kind }),
      ...(shop === undefined ? {} : { shop }),
      to: recipient.address ?? '',
      from:
        mail.from?.text ??
        (session.envelope.mailFrom ? session.envelope.mailFrom.address : undefined) ??
        '',
      subject: mail.subject ?? '',
      text,
      html,
      headers,
      links: linksIn(text, html),
      receivedAt: now().toISOString(),
      realTime: new Date().toISOString(),
    };
    mailbox.deliver(message);
  }
}
