import type { Rate } from './clock';
import type { Switches } from './types';

export interface Settings {
  readonly apiKey: string;
  /** Signs webhooks and session tokens. */
  readonly apiSecret: string;
  /** Also accepted from the app while its secret is being changed. */
  readonly otherSecrets: readonly string[];
  readonly appUrl: string | undefined;
  readonly appMetricsUrl: string | undefined;
  readonly apiVersion: string;
  readonly seed: number;
  readonly clock: { readonly start: Date; readonly rate: Rate };
  readonly clockFile: string | undefined;
  readonly stateFile: string | undefined;
  /** How long, in real time, to wait for an app that is away or busy before time goes on without it. */
  readonly patienceMs: number;
  /** What a real store was found to do: the switches of every store that opens, unless it is told otherwise. */
  readonly facts: Partial<Switches>;
  /** The simulator's own address, for payment links and order status pages. */
  readonly publicUrl: string;
}
