/**
 * Shopify's ids are numbers that JavaScript cannot hold (820982911946154508 becomes …500), and its payloads write them bare.
 * A tagged string goes through JSON.stringify unharmed and loses its quotes afterwards.
 */
const TAG = '\u2063id:';
const TAGGED = /"\u2063id:(\d+)"/g;

/** The number inside a gid, to be written bare. */
export const bare = (gid: string): string => TAG + (/\/(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? '0');
export const bareOrNull = (gid: string | null): string | null => (gid === null ? null : bare(gid));

export const toJson = (payload: unknown): string => JSON.stringify(payload).replace(TAGGED, '$1');
