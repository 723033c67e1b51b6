import { Refusal, notFound } from '../../world/refusal';
import type { Order } from '../../world/types';
import type { Context } from '../context';
import { visibleOrder } from '../queries';

type Fields = Record<string, unknown>;

/** Does what was asked; a refusal becomes the userErrors of the payload, with nothing else in it. */
export function answer(type: string, act: () => Fields, errorsField = 'userErrors'): Fields {
  try {
    return { __typename: type, userErrors: [], [errorsField]: [], ...act() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const entry = { field: error.field, message: error.message, code: error.code };
    return { __typename: type, userErrors: [entry], [errorsField]: [entry] };
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
