import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What the server does at a stage: a reply, or it cuts the connection, or says nothing for ever. */
export type Act = string | 'cut' | 'silence';

export interface Script {
  readonly greeting?: Act;
  readonly ehlo?: Act;
  readonly auth?: Act;
  readonly mail?: Act;
  readonly rcpt?: Act;
  readonly data?: Act;
  /** After the final dot. "half:" sends the rest without an end of line and cuts. */
  readonly body?: Act;
}

export interface ScriptedServer {
  readonly port: number;
  /** Bodies that came in whole, whatever was answered to them. */
  readonly bodies: string[];
  close(): Promise<void>;
}

const GOOD = {
  greeting: '220 ready',
  ehlo: '250 hello',
  auth: '235 in',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
  body: '250 taken as 1',
};

/** An SMTP server that fails at exactly one stage: what a library server would never do by itself. */
export async function startScriptedServer(script: Script): Promise<ScriptedServer> {
  const plan = { ...GOOD, ...script };
  const bodies: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let pending = '';
    let inBody = false;
    const act = (what: Act): void => {
      if (what === 'cut') socket.destroy();
      else if (what.startsWith('half:')) socket.end(what.slice('half:'.length));
      else if (what !== 'silence') socket.write(`${what}\r\n`);
    };
    const command = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'EHLO' || verb === 'HELO') act(plan.ehlo);
      else if (verb === 'AUTH') act(plan.auth);
      else if (verb === 'MAIL') act(plan.mail);
      else if (verb === 'RCPT') act(plan.rcpt);
      else if (verb === 'DATA') {
        // With PIPELINING it comes before the client knows that the recipient was refused.
        const data = plan.rcpt.startsWith('250') ? plan.data : '554 no valid recipients';
        inBody = data.startsWith('354');
        act(data);
      } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    };
    act(plan.greeting);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = inBody ? '\r\n.\r\n' : '\r\n';
        const at = pending.indexOf(end);
        if (at < 0) return;
        const piece = pending.slice(0, at);
        pending = pending.slice(at + end.length);
        if (!inBody) command(piece);
        else {
          inBody = false;
          bodies.push(piece);
          act(plan.body);
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bodies,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
