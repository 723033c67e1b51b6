import type { ZodType } from 'zod';
import { z } from 'zod';
import * as shapes from './shapes';

export interface PageContext {
  readonly simulatorUrl: string;
  readonly tunnelUrl: string;
}

/** What the simulator refused, in its own words. */
export class CallFailed extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = 'CallFailed';
  }
}

/** A list arrives bare or under its name: both are read. */
const listOf = <T>(name: string, item: ZodType<T>): ZodType<T[]> =>
  z.preprocess((value) => {
    if (Array.isArray(value)) return value;
    const named = z.record(z.string(), z.unknown()).safeParse(value);
    return named.success ? (named.data[name] ?? []) : [];
  }, z.array(item));

async function get<T>(ctx: PageContext, path: string, shape: ZodType<T>): Promise<T> {
  const reply = await fetch(new URL(`/_sim/${path}`, ctx.simulatorUrl));
  const text = await reply.text();
  if (!reply.ok)
    throw new CallFailed(reasonIn(text) ?? `/_sim/${path} answers ${reply.status}`, reply.status);
  return shape.parse(JSON.parse(text));
}

function reasonIn(text: string): string | undefined {
  try {
    return z.object({ error: z.string() }).parse(JSON.parse(text)).error;
  } catch {
    return undefined;
  }
}

const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

export const readShops = (ctx: PageContext) => get(ctx, 'shops', listOf('shops', shapes.shop));

export const readProducts = (ctx: PageContext, shop: string) =>
  get(ctx, `products${query({ shop })}`, listOf('products', shapes.product));

export const readOrders = (ctx: PageContext, shop: string) =>
  get(ctx, `orders${query({ shop })}`, listOf('orders', shapes.order));

export const readOrder = (ctx: PageContext, shop: string, id: string) =>
  get(
    ctx,
    `orders/${encodeURIComponent(id)}${query({ shop })}`,
    z.union([z.object({ order: shapes.order }).transform(({ order }) => order), shapes.order]),
  );

export const readInventory = (ctx: PageContext, shop: string) =>
  get(ctx, `inventory${query({ shop })}`, listOf('inventory', shapes.level));

export const readLedger = (ctx: PageContext, filter: { shop?: string | undefined }) =>
  get(ctx, `ledger${query(filter)}`, listOf('rows', shapes.ledgerRow));

export const readMail = (ctx: PageContext, filter: { to?: string | undefined }) =>
  get(ctx, `mail${query(filter)}`, listOf('messages', shapes.message));

export const readClock = (ctx: PageContext) => get(ctx, 'clock', shapes.clock);

/** A signed token of one minute, as Shopify's admin gives it to an embedded app. */
export async function readSessionToken(ctx: PageContext, shop: string): Promise<string> {
  const tokenReply = z.union([
    z.object({ token: z.string() }).transform(({ token }) => token),
    z.string(),
  ]);
  return get(ctx, `session-token${query({ shop })}`, tokenReply);
}
