import type { z } from 'zod';

/** One call of the Admin API: a document with one root field, and what is read off that field. */
export interface Operation<T> {
  readonly name: string;
  readonly document: string;
  readonly root: string;
  readonly result: z.ZodType<T>;
}

const NAME = /^\s*(?:query|mutation)\s+(\w+)/;
const ROOT = /\)\s*\{\s*(\w+)|^\s*\w+\s+\w+\s*\{\s*(\w+)/;

/** The names of the operation and of its root field are read off the document, so that they cannot differ from it. */
export function operation<T>(result: z.ZodType<T>, document: string): Operation<T> {
  const name = NAME.exec(document)?.[1];
  const found = ROOT.exec(document);
  const root = found?.[1] ?? found?.[2];
  if (name === undefined || root === undefined)
    throw new Error(`This document has no name or no root field: ${document}`);
  return { name, document, root, result };
}

/** A refusal: by the mutation's own list of errors, or by the API before the mutation ran. */
export interface Refused {
  readonly level: 'mutation' | 'request';
  readonly message: string;
  readonly code: string | null;
  readonly field: string | null;
}

export interface Answer<T> {
  /** null when the call was refused, or when what was asked for does not exist. */
  readonly value: T | null;
  readonly refused: readonly Refused[];
}

/** What a refusal says, in one line for the report. */
export const wordsOf = ({ refused }: Answer<unknown>): string =>
  refused.length === 0
    ? 'taken'
    : refused
        .map(({ message, code }) => `"${message}"${code === null ? '' : ` (${code})`}`)
        .join('; ');
