import { z } from 'zod';
import {
  Gone,
  NoAccess,
  OutcomeUnclear,
  Permanent,
  Throttled,
  Unreachable,
  type Withheld,
} from '../../errors';
import { isDefinite, isGone } from './reply-errors';

const Reply = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string().optional() }).optional(),
      }),
    )
    .default([]),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
        })
        .optional(),
    })
    .optional(),
});
type Reply = z.infer<typeof Reply>;
type ReplyError = Reply['errors'][number];

interface Expected {
  readonly name: string;
  readonly changes: boolean;
  readonly mayBeWithheld: readonly string[];
}

/** Until the bucket holds what the call asked for. */
function waitMs(reply: Reply, fallback: number | null): number {
  const cost = reply.extensions?.cost;
  if (!cost || cost.throttleStatus.restoreRate <= 0) return fallback ?? 2_000;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(200, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}

function isWithheld(error: ReplyError, expected: Expected): boolean {
  const path = (error.path ?? []).filter((step) => typeof step === 'string').join('.');
  return (
    error.extensions?.code === 'ACCESS_DENIED' &&
    expected.mayBeWithheld.some((field) => path === field || path.startsWith(`${field}.`))
  );
}

const says = (errors: readonly ReplyError[]): string =>
  errors.map((e) => e.extensions?.code ?? e.message).join(', ');

/**
 * Without protected customer data Shopify says "This app is not approved to access the Order object", also on development
 * stores. For a missing scope it names the scope ("Required access: ...").
 */
const withheldBy = (errors: readonly ReplyError[]): Withheld =>
  errors.some(({ message }) => /not approved to (access|use)/i.test(message))
    ? 'customer-data'
    : 'scope';

/** Throws for errors that Shopify gives before it does anything. */
function throwRefusal(errors: readonly ReplyError[], name: string): void {
  const codes = new Set(errors.map((e) => e.extensions?.code));
  if (codes.has('SHOP_INACTIVE')) throw new NoAccess(`${name}: the shop is closed`, 'closed');
  if (codes.has('ACCESS_DENIED'))
    throw new NoAccess(`${name}: Shopify refused access (${says(errors)})`, withheldBy(errors));
  const each = [...codes];
  if (each.every(isGone)) throw new Gone(`${name}: Shopify no longer has it`);
  if (each.every((code) => isGone(code) || isDefinite(code)))
    throw new Permanent(`${name}: Shopify did not accept the request (${says(errors)})`);
}

/**
 * The data of a reply with status 200, or the reason why there is none:
 * - throttled calls did nothing, and neither did those that Shopify refuses by a code that it gives beforehand;
 * - a call that changes something and comes back with errors beside data, or without a readable body, is unclear;
 * - a read with errors is tried again, save for fields that Shopify may withhold.
 */
export function readReply(body: unknown, expected: Expected, retryAfterMs: number | null): unknown {
  const { name, changes } = expected;
  const parsed = Reply.safeParse(body);
  if (!parsed.success) {
    if (changes) throw new OutcomeUnclear(`${name}: Shopify's reply could not be read`);
    throw new Unreachable(`${name}: Shopify's reply could not be read`);
  }
  const { data } = parsed.data;
  const errors = parsed.data.errors.filter((error) => !isWithheld(error, expected));
  const answered = Object.values(data ?? {}).some((value) => value !== null);
  if (errors.length === 0) {
    if (data) return data;
  } else {
    if (errors.some((error) => error.extensions?.code === 'THROTTLED'))
      throw new Throttled(waitMs(parsed.data, retryAfterMs));
    if (!changes || !answered) throwRefusal(errors, name);
  }
  const reason = `${name}: Shopify answered with errors (${says(errors) || 'no data'})`;
  if (changes) throw new OutcomeUnclear(reason);
  throw new Unreachable(reason);
}
