import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { parseConnectionUrl } from 'nodemailer/lib/shared';

export type SmtpServer = ReturnType<typeof parseConnectionUrl>;

/** Milliseconds of the machine's time. `whole` bounds a server that answers a byte at a time. */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly body: Buffer;
}

export interface SmtpFault extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly permanent?: boolean | undefined;
}

/** How a handover ended. `begun`: the server asked for the body and at least its first byte was given to the socket. */
export type Ending =
  | { readonly accepted: true; readonly response: string }
  | { readonly accepted: false; readonly begun: boolean; readonly fault: SmtpFault };

/**
 * Hands one letter to the server, once, on a connection of its own.
 *
 * nodemailer's transport isn't used: it reports a connection that broke before the body and one that broke after it with
 * the same error (ECONNECTION, CONN). Here the body is a stream that notes when it is first read; the connection reads
 * it after the server's 354 and not before. A pool isn't used either, since it sends again by itself.
 */
export function handOver(
  server: SmtpServer,
  letter: Letter,
  timeouts: SmtpTimeouts,
): Promise<Ending> {
  return new Promise((resolve) => {
    let begun = false;
    const body = new Readable({
      read() {
        begun = true;
        this.push(letter.body);
        this.push(null);
      },
    });
    const connection = new SMTPConnection({
      ...server,
      lmtp: false,
      logger: false,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.connect,
      dnsTimeout: timeouts.connect,
      socketTimeout: timeouts.silence,
    });
    const fail = (fault: SmtpFault): void => {
      clearTimeout(timer);
      connection.close();
      resolve({ accepted: false, begun, fault });
    };
    const timer = setTimeout(
      () => fail(Object.assign(new Error('The server took too long'), { code: 'ETIMEDOUT' })),
      timeouts.whole,
    );
    const send = (): void =>
      connection.send(
        { from: letter.from, to: [letter.to], size: letter.body.length },
        body,
        (fault, info) => {
          if (fault) return fail(fault);
          clearTimeout(timer);
          connection.quit();
          connection.close();
          resolve({ accepted: true, response: info.response ?? '' });
        },
      );

    connection.on('error', fail); // stays until the end: what comes after the first outcome changes nothing
    connection.connect((fault) => {
      if (fault) return fail(fault);
      const auth = server.auth;
      if (!auth || !connection.allowsAuth) return send();
      connection.login({ credentials: { user: auth.user, pass: auth.pass } }, (refused) =>
        refused ? fail(refused) : send(),
      );
    });
  });
}
