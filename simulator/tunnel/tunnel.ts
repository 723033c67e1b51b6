import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { pipeline } from 'node:stream';
import { AWAY_PAGE } from './away-page';
import {
  isHtml,
  originsOf,
  OWN_APP_BRIDGE,
  REAL_APP_BRIDGE,
  towardsApp,
  towardsBrowser,
} from './headers';
import { ReplaceStream } from './replace-stream';

export interface TunnelOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly appUrl: string;
  readonly simulatorUrl: string;
  readonly host?: string;
}

export interface RunningTunnel {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The stand-in script's own calls go to the simulator, so that in the browser they are of one origin. */
const SIMULATORS_OWN = [OWN_APP_BRIDGE, '/_sim/session-token'];

/** Plays the development tunnel: the app as Shopify's admin would frame it, framed by the simulator instead. */
export async function startTunnel(options: TunnelOptions): Promise<RunningTunnel> {
  const { port, appUrl, simulatorUrl, host = '127.0.0.1' } = options;
  const framers = originsOf(simulatorUrl);
  const agent = new Agent({ keepAlive: true });

  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    const ofSimulator = SIMULATORS_OWN.some((own) => path === own || path.startsWith(`${own}?`));
    const upstream = httpRequest(
      new URL(path.replace(/^\/+/, '/'), ofSimulator ? simulatorUrl : appUrl),
      { agent, method: request.method, headers: towardsApp(request) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, towardsBrowser(answer.headers, framers));
        if (isHtml(answer.headers)) {
          const swap = new ReplaceStream(REAL_APP_BRIDGE, OWN_APP_BRIDGE);
          pipeline(answer, swap, response, () => undefined);
        } else {
          response.flushHeaders();
          pipeline(answer, response, () => undefined);
        }
      },
    );
    upstream.on('error', () => answerAway(response));
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  };

  const server = createServer(forward);
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) =>
    joinSockets(request, socket, head, new URL(appUrl)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      agent.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answerAway(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
  response.end(AWAY_PAGE);
}

/** For the development server's live reload. */
function joinSockets(request: IncomingMessage, browser: Socket, head: Buffer, app: URL): void {
  const upstream = connect(Number(app.port || 80), app.hostname, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
    }
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(browser).pipe(upstream);
  });
  upstream.on('error', () => browser.destroy());
  browser.on('error', () => upstream.destroy());
}
