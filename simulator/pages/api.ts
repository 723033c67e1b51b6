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

async function get<T>(ctx: PageContext, path: string, shape: ZodType<T>): Promise<T> {
  return call(ctx, path, shape);
}

async function call<T>(
  ctx: PageContext,
  path: string,
  shape: ZodType<T>,
  init?: RequestInit,
): Promise<T> {
  const reply = await fetch(new URL(`/_sim/${path}`, ctx.simulatorUrl), init);
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

export const readShops = (ctx: PageContext) => get(ctx, 'shops', z.array(shapes.shop));

export const readShop = (ctx: PageContext, shop: string) =>
  get(ctx, `shops/${encodeURIComponent(shop)}`, shapes.shopWithProducts);

export const readOrders = (ctx: PageContext, shop: string) =>
  get(ctx, `orders${query({ shop })}`, z.array(shapes.order));

/** By gid, number, name or the token that its customer has. */
export const readOrder = (ctx: PageContext, shop: string | undefined, id: string) =>
  get(ctx, `orders/${encodeURIComponent(id)}${query({ shop })}`, shapes.order);

export const readInventory = (ctx: PageContext, shop: string) =>
  get(ctx, `inventory${query({ shop })}`, z.array(shapes.level));

export const readLedger = (
  ctx: PageContext,
  filter: { shop?: string | undefined; orderId?: string | undefined },
) => get(ctx, `ledger${query(filter)}`, z.array(shapes.ledgerRow));

export const readMail = (ctx: PageContext, filter: { to?: string | undefined }) =>
  get(ctx, `mail${query(filter)}`, z.array(shapes.message));

export const readClock = (ctx: PageContext) => get(ctx, 'clock', shapes.clock);

export const readFaults = (ctx: PageContext) => get(ctx, 'faults', shapes.activeFaults);

/** A signed token of one minute, as Shopify's admin gives it to an embedded app. */
export async function readSessionToken(ctx: PageContext, shop: string): Promise<string> {
  const reply = await call(ctx, 'session-token', z.object({ token: z.string() }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shop }),
  });
  return reply.token;
}
