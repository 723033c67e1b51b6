import { z } from 'zod';
import { Refusal, notFound } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Context } from '../context';
import { visibleOrder } from '../queries';

type Fields = Record<string, unknown>;

export const amount = z.union([z.string(), z.number()]).transform(String);

/**
 * Does what was asked. A refusal becomes the userErrors of the payload, without what the call would have made; `also` is
 * what stands in the payload either way.
 */
export function answer(
  type: string,
  act: () => Fields,
  errorsField = 'userErrors',
  also: () => Fields = () => ({}),
): Fields {
  try {
    const made = act();
    return { __typename: type, userErrors: [], [errorsField]: [], ...made, ...also() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const entry = { field: error.field, message: error.message, code: error.code };
    return { __typename: type, userErrors: [entry], [errorsField]: [entry], ...also() };
  }
}

/** The order that the mutation is about, if this app may see it. */
export function orderFor(
  ctx: Context,
  id: unknown,
  code: string | null = null,
  field: string[] = ['id'],
): Order {
  const order = visibleOrder(ctx, id);
  if (!order) throw notFound('Order', code, field);
  return order;
}
