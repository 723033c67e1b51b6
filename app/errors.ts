/* What can go wrong outside, translated once at the adapters' edge. */

/** Shopify asks to slow down; try again after `waitMs` at the earliest. */
export class Throttled extends Error {
  constructor(readonly waitMs: number) {
    super(`Throttled for ${waitMs} ms`);
  }
}

/** The other side wasn't reached, or said that it did nothing. Safe to try again. */
export class Unreachable extends Error {}

/** The call may have had its effect: look it up before anything is tried again. */
export class OutcomeUnclear extends Error {}

/**
 * What Shopify withholds:
 * - everything, for one of the causes of an absence (`app/domain/absence.ts` says what each means);
 * - `customer-data`: orders and customers. The app's declaration of protected customer data is missing;
 * - `scope`: what one permission is for. The merchant did not grant it, or took it back.
 */
export type Withheld = ShutOut | 'customer-data' | 'scope';
export type ShutOut =
  | 'refused'
  | 'no-token'
  | 'frozen'
  | 'forbidden'
  | 'not-found'
  | 'locked'
  | 'suspicious'
  | 'closed';

/** Shopify does not let us in. Not retried: the task waits while its shop is away, or ends. */
export class NoAccess extends Error {
  constructor(
    message: string,
    readonly withheld: Withheld = 'refused',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Shopify no longer has what a call names; nothing was changed. Whoever made the call looks again. */
export class Gone extends Error {}

/** A task was overtaken by another worker; nothing was written. */
export class StaleClaim extends Error {}

/** Someone else saved first. */
export class Conflict extends Error {}

/** Trying again won't help. The task is set aside and its case goes to `attention` with this message. */
export class Permanent extends Error {}
