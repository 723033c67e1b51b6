import type { Fault } from '../world/faults';
import type { Refusal } from '../world/refusal';
import type { Shop } from '../world/types';
import type { World } from '../world/world';
import type { Access } from './schema';

/** What one request of the app knows: whose shop, with which rights, and what is to go wrong. */
export interface Context {
  readonly world: World;
  readonly shop: Shop;
  readonly scopes: ReadonlySet<string>;
  readonly access: ReadonlyMap<string, Access>;
  /** A fault that changes the effect of the mutation, not only its reply. */
  readonly fault: Fault | undefined;
  /** Every mutation of this request answers with this and does nothing. */
  readonly refusal: Refusal | undefined;
  /** What the call with this idempotency key made: set when it was done before, and to be set when it is done now. */
  readonly keyed: { made: string | undefined };
}

export type Args = Readonly<Record<string, unknown>>;
export type View = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** A scope to write includes the one to read. */
export function expand(scopes: readonly string[]): Set<string> {
  return new Set(
    scopes.flatMap((scope) =>
      scope.startsWith('write_') ? [scope, scope.replace('write_', 'read_')] : [scope],
    ),
  );
}
