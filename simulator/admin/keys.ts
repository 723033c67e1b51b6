import { Refusal } from '../world/refusal';
import type { World } from '../world/world';
import type { Keyed } from './idempotent';

const DAY_MS = 24 * 3_600_000;

/* The sentences are the descriptions of the three codes in Shopify's schema; refundCreate gives them without a code. */

export const CONCURRENT = new Refusal(
  'This request is currently in progress, please try again.',
  'IDEMPOTENCY_CONCURRENT_REQUEST',
);
const OTHER_PARAMETERS = new Refusal(
  'The same idempotency key cannot be used with different operation parameters.',
  'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
);
const PREVIOUS_FAILED = new Refusal(
  'A previous request with this idempotency key failed. Retry with a new idempotency key.',
  'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED',
);

/** The first call with a key, as it is remembered for 24 hours. */
export interface KeyedCall {
  readonly variables: string;
  /** Milliseconds of the simulated clock. */
  readonly at: number;
  readonly failed: boolean;
  /** The id of what it made; the answer to a repeated call is built from its present state. */
  readonly made: string | undefined;
  /** The answer of a call that made nothing with an id. */
  readonly result: unknown;
}

/** What is known of one idempotency key of one store. */
export class Key {
  private readonly name: string;

  constructor(
    private readonly world: World,
    shop: string,
    { field, key }: Keyed,
    private readonly variables: string,
  ) {
    this.name = `${shop} ${field} ${key}`;
  }

  /** The first call with this key, unless Shopify has forgotten it. */
  first(): KeyedCall | undefined {
    const known = this.world.state.idempotent[this.name];
    if (!known) return undefined;
    return this.now() - known.at < DAY_MS ? known : undefined;
  }

  /** Why a further call with this key is not let in; undefined where it repeats a call that succeeded. */
  refusalOf(first: KeyedCall): Refusal | undefined {
    if (first.variables !== this.variables) return OTHER_PARAMETERS;
    return first.failed ? PREVIOUS_FAILED : undefined;
  }

  remember(call: Pick<KeyedCall, 'failed' | 'made' | 'result'>): void {
    this.world.state.idempotent[this.name] = {
      variables: this.variables,
      at: this.now(),
      ...call,
    };
  }

  private now(): number {
    return this.world.clock.now().getTime();
  }
}
