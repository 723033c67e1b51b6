import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { Refusal } from '../../world/refusal';
import type { Context } from '../context';
import { named, units, type Target } from './fulfillment-order';

const intent = z.object({ fulfillmentOrderId: z.string(), fulfillmentOrderLineItems: units });
export const mergeInputs = z.array(z.object({ mergeIntents: z.array(intent) }));

/** The fulfillment orders to merge, each as a whole; quantities are checked as recorded. */
export function chosenWhole(
  ctx: Context,
  intents: readonly z.infer<typeof intent>[],
  at: number,
): Target[] {
  intents.forEach(({ fulfillmentOrderLineItems: lines }, place) => {
    const empty = lines.findIndex(({ quantity }) => quantity <= 0);
    const path = ['fulfillmentOrderMergeInputs', String(at), 'mergeIntents', String(place)];
    if (empty >= 0)
      throw new Refusal(
        'You must select at least one item to merge into a new fulfillment order.',
        'GREATER_THAN',
        [...path, 'fulfillmentOrderLineItems', String(empty), 'quantity'],
      );
  });
  return intents.map(({ fulfillmentOrderId, fulfillmentOrderLineItems }) => {
    const found = named(ctx, fulfillmentOrderId);
    for (const { id, quantity } of fulfillmentOrderLineItems) {
      const line = found.fo.lines.find((candidate) => candidate.id === id);
      if (!line) throw new Refusal('Fulfillment order line item does not exist.');
      if (quantity > line.remaining)
        throw new Refusal('Invalid fulfillment order line item quantity requested.');
      if (quantity < line.remaining) throw partly();
    }
    const chosen = fulfillmentOrderLineItems.length;
    if (chosen > 0 && chosen < found.fo.lines.length) throw partly();
    return found;
  });
}

const partly = (): GraphQLError =>
  new GraphQLError('The simulator does not play a merge of some units only', {
    extensions: { code: 'NOT_SIMULATED' },
  });
