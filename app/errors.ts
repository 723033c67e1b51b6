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

/** The shop no longer lets us in. Ends the task; not retried. */
export class NoAccess extends Error {}

/** A task was overtaken by another worker; nothing was written. */
export class StaleClaim extends Error {}

/** Someone else saved first. */
export class Conflict extends Error {}

/** Trying again won't help. The task is set aside and its case goes to `attention` with this message. */
export class Permanent extends Error {}
