/*
 * Shopify's codes of errors that stand beside the data (recorded replies of a real store, API 2026-04; shopify.dev, "Status
 * and error codes"). Shopify gives each of these before it does anything. What is not here says nothing of what was done.
 */

/** The same request is refused each time. */
const DEFINITE: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'INVALID',
  'INVALID_FIELD_ARGUMENTS',
  'INVALID_VARIABLE',
  'MAX_COST_EXCEEDED',
  'MAX_INPUT_SIZE_EXCEEDED',
  'NOT_FOUND',
  'PARSE_ERROR',
  'argumentLiteralsIncompatible',
  'missingRequiredArguments',
  'undefinedDirective',
  'undefinedField',
  'variableNotUsed',
]);

/** "Invalid id": also said of a fulfillment order that was merged away, and is to be held or released. */
const GONE = 'RESOURCE_NOT_FOUND';

export const isDefinite = (code: string | undefined): boolean =>
  code !== undefined && DEFINITE.has(code);

export const isGone = (code: string | undefined): boolean => code === GONE;
