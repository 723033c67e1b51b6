import type { PromiseName } from '../../../app/domain/promises';

/** A wrong change of one line or two, which some test must notice. */
export interface Patch {
  readonly promise: PromiseName;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** A second change in the same file, where one guard stands behind another. */
  readonly and?: { readonly find: string; readonly replace: string };
  /** Only a real database notices it: the store's battery runs instead of the quick tests. */
  readonly atTheDatabase?: boolean;
  /** What goes wrong with it, in a merchant's words. */
  readonly why: string;
}
