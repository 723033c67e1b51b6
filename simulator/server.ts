import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AdminApi } from './admin/execute';
import { handleAdmin } from './admin/http';
import { loadAdminSchema } from './admin/schema';
import { handleControl } from './control/handle';
import { BadRequest, sendJson } from './control/http';
import { loadFacts } from './facts';
import { Mailbox } from './mail/mailbox';
import { startSmtp } from './mail/smtp';
import { settingsFrom, type SimulatorOptions } from './options';
import { Stepper } from './stepping/advance';
import { happenDue } from './world/happen';
import { loadState, saveState } from './world/state';
import { Courier } from './webhooks/courier';
import { World } from './world/world';

export interface RunningSimulator {
  readonly url: string;
  readonly port: number;
  /** undefined when no mailbox was asked for. */
  readonly smtpPort: number | undefined;
  readonly world: World;
  readonly close: () => Promise<void>;
}

const SAVE_AFTER_MS = 200;
const HEARTBEAT_MS = 50;

/** Starts a Shopify on this machine: admin API and OAuth under /admin, its driver's API under /_sim, pages for people elsewhere. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const admin = loadAdminSchema();
  const facts = loadFacts(options.factsFile);
  const server = createServer();
  const port = await listen(server, options.port, options.host ?? '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const settings = settingsFrom(options, url, facts);
  const mailbox =
    options.mailbox ??
    new Mailbox(options.mailboxFile === undefined ? {} : { file: options.mailboxFile });
  const world = new World(
    settings,
    { mailbox, outbox: (own) => new Courier(own) },
    loadState(settings.stateFile),
  );
  const smtp =
    options.smtpPort === undefined
      ? undefined
      : await startSmtp({ port: options.smtpPort, mailbox, now: () => world.clock.now() });
  const api = new AdminApi(world, admin);
  const stepper = new Stepper(world);
  const keeper = keep(world);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = new URL(request.url ?? '/', url);
    if (at.pathname.startsWith('/_sim/'))
      return handleControl(world, stepper, request, response, at);
    if (at.pathname.startsWith('/admin/api/') || at.pathname.startsWith('/admin/oauth/'))
      return handleAdmin(world, api, request, response, at);
    const handled = (await options.pages?.(request, response, at, { url })) ?? false;
    if (!handled)
      sendJson(response, 404, { error: `There is no ${request.method ?? 'GET'} ${at.pathname}` });
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      const bad = error instanceof BadRequest;
      if (!bad)
        process.stderr.write(
          `simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        );
      if (!response.headersSent)
        sendJson(response, bad ? 400 : 500, {
          error: bad ? error.message : 'The simulator failed',
        });
    });
  });

  const heart = setInterval(() => {
    if (world.clock.rate === 1) happenDue(world);
  }, HEARTBEAT_MS);
  heart.unref();
  return {
    url,
    port,
    smtpPort: smtp?.port,
    world,
    close: async () => {
      clearInterval(heart);
      keeper.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await smtp?.close();
    },
  };
}

/** Writes the world down a moment after it changed, when a file was named. */
function keep(world: World): { end: () => void } {
  const file = world.settings.stateFile;
  if (!file) return { end: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => saveState(file, world.snapshot());
  world.onChange = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      save();
    }, SAVE_AFTER_MS);
  };
  return {
    end: () => {
      clearTimeout(timer);
      save();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
