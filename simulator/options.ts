import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mailbox } from './mail/mailbox';
import type { Rate } from './world/clock';
import type { Settings } from './world/settings';

/** Answers what is neither the admin API nor the control API; false when it does not know the address. */
export type PagesHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: { readonly url: string },
) => boolean | Promise<boolean>;

export interface SimulatorOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string | undefined;
  /** Where the app is; without it no webhooks go out and no app is opened. */
  readonly appUrl?: string | undefined;
  /** Where the app says what it has to do; default appUrl + /metrics. */
  readonly appMetricsUrl?: string | undefined;
  readonly apiKey: string;
  /** The first signs; the others are accepted from the app too, while its secret is being changed. */
  readonly apiSecrets: readonly string[];
  readonly apiVersion?: string | undefined;
  /** Starts a mailbox that listens for the app's mail. */
  readonly smtpPort?: number | undefined;
  readonly mailbox?: Mailbox | undefined;
  readonly mailboxFile?: string | undefined;
  readonly stateFile?: string | undefined;
  readonly clockFile?: string | undefined;
  readonly seed?: number | undefined;
  readonly clock?:
    { readonly start?: Date | undefined; readonly rate?: Rate | undefined } | undefined;
  readonly patienceMs?: number | undefined;
  /** A file that `npm run probe` wrote: the stores then do what that real store does. */
  readonly factsFile?: string | undefined;
  readonly pages?: PagesHandler | undefined;
}

export const DEFAULT_START = '2026-03-02T14:00:00.000Z';

export function settingsFrom(
  options: SimulatorOptions,
  url: string,
  facts: Settings['facts'] = {},
): Settings {
  const [apiSecret, ...otherSecrets] = options.apiSecrets;
  if (!apiSecret) throw new Error("The simulator needs the app's secret");
  const appUrl = options.appUrl?.replace(/\/+$/, '');
  return {
    apiKey: options.apiKey,
    apiSecret,
    otherSecrets,
    appUrl,
    appMetricsUrl:
      options.appMetricsUrl ?? (appUrl === undefined ? undefined : `${appUrl}/metrics`),
    apiVersion: options.apiVersion ?? '2026-10',
    seed: options.seed ?? 1,
    clock: {
      start: options.clock?.start ?? new Date(DEFAULT_START),
      rate: options.clock?.rate ?? 0,
    },
    clockFile: options.clockFile,
    stateFile: options.stateFile,
    patienceMs: options.patienceMs ?? 60_000,
    facts,
    publicUrl: url,
  };
}

/** For the simulator started by itself: the app's own variables plus its own. */
export function optionsFromEnvironment(env: NodeJS.ProcessEnv): SimulatorOptions {
  const start = env.SIMULATOR_CLOCK_START;
  return {
    port: Number(env.SIMULATOR_PORT ?? 4000),
    appUrl: env.SIMULATOR_APP_URL ?? env.SHOPIFY_APP_URL,
    appMetricsUrl: env.SIMULATOR_APP_METRICS_URL,
    apiKey: env.SHOPIFY_API_KEY ?? 'holdfast',
    apiSecrets: (env.SHOPIFY_API_SECRET ?? 'holdfast-secret')
      .split(',')
      .map((secret) => secret.trim()),
    smtpPort: env.SIMULATOR_SMTP_PORT === undefined ? undefined : Number(env.SIMULATOR_SMTP_PORT),
    mailboxFile: env.SIMULATOR_MAILBOX_FILE,
    stateFile: env.SIMULATOR_STATE_FILE,
    clockFile: env.SIMULATOR_CLOCK_FILE ?? '.holdfast/clock',
    seed: Number(env.SIMULATOR_SEED ?? 1),
    clock: {
      start: start ? new Date(start) : undefined,
      rate: env.SIMULATOR_CLOCK_RATE === '1' ? 1 : 0,
    },
    factsFile: env.SIMULATOR_FACTS || undefined,
    patienceMs:
      env.SIMULATOR_PATIENCE_MS === undefined ? undefined : Number(env.SIMULATOR_PATIENCE_MS),
  };
}
