const DEEPEST = 32;

/**
 * JSON that PostgreSQL's jsonb takes: it refuses NUL and halves of surrogate pairs, which JSON allows, and runs out of
 * stack on deep nesting. Shopify's own bodies have none of these, so nothing true is lost.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.map((one) => storable(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [storable(key), storable(one, depth + 1)]),
  );
}
