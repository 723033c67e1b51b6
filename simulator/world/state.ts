import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyedCall } from '../admin/keys';
import type { LedgerRow } from './ledger';
import type { Event } from './schedule';
import type { Settings } from './settings';
import type { Shop } from './types';

export interface Token {
  access: string;
  shop: string;
  /** Real time in epoch milliseconds; null for a token that lasts. */
  expiresAt: number | null;
  refresh: string | null;
  refreshExpiresAt: number | null;
  /** The refresh token that this one replaced; it works until this token is first used. */
  replaced: string | null;
  used: boolean;
  revoked: boolean;
}

export interface WorldState {
  now: string;
  random: number;
  lastId: string;
  shops: Record<string, Shop>;
  events: Event[];
  ledger: LedgerRow[];
  tokens: Token[];
  /** Calls that carried an idempotency key. */
  idempotent: Record<string, KeyedCall>;
  /** Which message a customer answered or which mail came back. */
  inbound: { kind: 'reply' | 'bounce'; messageId: string; text: string | null; at: string }[];
}

export function emptyState(settings: Settings): WorldState {
  return {
    now: settings.clock.start.toISOString(),
    random: settings.seed,
    lastId: '820982911946154500',
    shops: {},
    events: [],
    ledger: [],
    tokens: [],
    idempotent: {},
    inbound: [],
  };
}

export function loadState(file: string | undefined): WorldState | undefined {
  if (!file || !existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as WorldState;
}

export function saveState(file: string, state: WorldState): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, file);
}
