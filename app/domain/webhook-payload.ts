import { ItemId, OrderId } from './ids';

/** A webhook's body once it is known to be a JSON object. Every field of it is still anyone's guess. */
export type Payload = Readonly<Record<string, unknown>>;

/**
 * An id that JSON.parse has rounded: Shopify writes ids as bare numbers, some beyond 2^53
 * (820982911946154508 would become …500). Whoever meets one reads the body again, exactly.
 */
export const ROUNDED = Symbol('rounded id');

type Digits = string | null | typeof ROUNDED;

/** Null for what isn't a JSON object: arrays and bare values are no webhook's body. */
export function parsePayload(text: string): Payload | null {
  return parse(text);
}

/** As `parsePayload`, with integers beyond 2^53 as strings of their digits. Slower by far: only on demand. */
export function parsePayloadExactly(text: string): Payload | null {
  return parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && isDigits(context?.source)
      ? context.source
      : value,
  );
}

function parse(text: string, reviver?: Parameters<typeof JSON.parse>[1]): Payload | null {
  try {
    const value: unknown = JSON.parse(text, reviver);
    return isObject(value) ? value : null;
  } catch {
    // SyntaxError, or RangeError where brackets are nested a million deep
    return null;
  }
}

/** The value at a path of keys (or places in a list), or undefined where the path ends early. */
function at(payload: Payload, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isHolder(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      payload,
    );
}

/** The order at `path`, which holds either its global id or its number. */
export function orderAt(payload: Payload, path: string): OrderId | null | typeof ROUNDED {
  return whole(at(payload, path), 'Order', (gid) => OrderId.safeParse(gid).data ?? null);
}

/** An inventory level names its item in the query of its global id, or in a number of its own. */
export function itemOf(payload: Payload): ItemId | null | typeof ROUNDED {
  const gid = at(payload, 'admin_graphql_api_id');
  const query = typeof gid === 'string' ? /[?&]inventory_item_id=(\d+)$/.exec(gid)?.[1] : undefined;
  const item = query ?? at(payload, 'inventory_item_id');
  return whole(item, 'InventoryItem', (id) => ItemId.safeParse(id).data ?? null);
}

export function fulfillmentOrderAt(payload: Payload, path: string): string | null | typeof ROUNDED {
  return whole(at(payload, path), 'FulfillmentOrder', (gid) => gid);
}

function whole<T>(
  value: unknown,
  type: string,
  brand: (gid: string) => T | null,
): T | null | typeof ROUNDED {
  const prefix = `gid://shopify/${type}/`;
  const digits =
    typeof value === 'string' && value.startsWith(prefix)
      ? digitsOf(value.slice(prefix.length))
      : digitsOf(value);
  return typeof digits === 'string' ? brand(prefix + digits) : digits;
}

function digitsOf(value: unknown): Digits {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value > 0 ? String(value) : null;
    return Number.isInteger(value) && value > 0 ? ROUNDED : null;
  }
  return isDigits(value) ? value : null;
}

/** At most 20 digits: more than Shopify's 64-bit ids ever have. */
function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^[1-9]\d{0,19}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value);
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
