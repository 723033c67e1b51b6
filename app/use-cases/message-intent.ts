import type { Intent } from '../domain/intent';

/** A message that is to be said. */
export type MessageIntent = Intent & { effect: Extract<Intent['effect'], { kind: 'message' }> };

export function isMessage(intent: Intent): intent is MessageIntent {
  return intent.effect.kind === 'message';
}
