/** Stands where a person's words or address were. */
export const REDACTED = '[erased]';

/** Fields that are about a person whatever their value looks like. */
const PERSONAL = new Set([
  ...['name', 'firstName', 'lastName', 'email', 'phone', 'address', 'recipient', 'customerKey'],
  ...['subject', 'text', 'html', 'note', 'words', 'comment', 'message'],
]);

/** Ids, instants, amounts, and our own kebab-case words; anything else could be what somebody wrote. */
const OURS = [
  /^gid:\/\/shopify\/\w+\/[\w-]+$/,
  /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/,
  /^-?\d+(\.\d+)?$/,
  /^[a-z]+(-[a-z0-9]+)*$/,
  /^[A-Z]+(_[A-Z]+)*$/,
];

/** A timeline entry's details with every personal or free text replaced; its shape and all else stay. */
export function withoutWords(detail: unknown, field = ''): unknown {
  if (PERSONAL.has(field)) return detail === null ? null : REDACTED;
  if (typeof detail === 'string')
    return OURS.some((known) => known.test(detail)) ? detail : REDACTED;
  if (Array.isArray(detail)) return detail.map((value) => withoutWords(value, field));
  if (typeof detail === 'object' && detail !== null) {
    return Object.fromEntries(
      Object.entries(detail).map(([key, value]) => [key, withoutWords(value, key)]),
    );
  }
  return detail;
}
