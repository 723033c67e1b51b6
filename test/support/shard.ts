/*
 * HOLDFAST_SHARD=2/4: the second quarter of a full count. All shards together run the very cases that one run without
 * shards runs.
 */

export interface Range {
  readonly from: number;
  readonly count: number;
}

interface Shard {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** Throws where the text is not "k/n" with k from 1 to n. */
export function readShard(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, of: 1 };
  const [, k, n] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(k) - 1, of: Number(n) };
  if (!(shard.index >= 0 && shard.index < shard.of))
    throw new Error(`HOLDFAST_SHARD is "${text}"; it has to be like "2/4".`);
  return shard;
}

/** This shard's part of `count` cases that are numbered from 0. */
export function rangeOf(count: number, { index, of }: Shard): Range {
  const from = Math.floor((count * index) / of);
  return { from, count: Math.floor((count * (index + 1)) / of) - from };
}

export const SHARD: Shard = readShard(process.env['HOLDFAST_SHARD']);
export const isWhole = SHARD.of === 1;
