import { OutcomeUnclear } from '../../errors';
import type { EffectResult, Shopify } from '../../ports';
import type { AdminClient } from './admin-client.server';
import { BEGIN_EDIT, COMMIT_EDIT, SET_QUANTITY } from './operations/order-edit';
import { refused } from './refusals';

const WHAT = 'Shopify did not take the units off the order';

/** "gid://shopify/LineItem/1" and "gid://shopify/CalculatedLineItem/1" are the same line outside and inside an edit. */
const numberOf = (id: string): string | undefined => id.split('/').at(-1);

const cannot = (reason: string, code: string): EffectResult => ({
  outcome: 'refused',
  reason,
  code,
});

/**
 * An order edit of one line. Begin and set change nothing, so the commit alone can be unclear; and since the line's
 * quantity is compared first, a second try after a commit that did go through removes nothing twice.
 */
export function createRemoveUnits(client: AdminClient): Pick<Shopify, 'removeUnits'> {
  return {
    async removeUnits(shop, { orderId, lineId, current, quantity, note }) {
      const { orderEditBegin: begun } = await client.request(shop, BEGIN_EDIT, { id: orderId });
      if (!begun?.calculatedOrder) return refused(WHAT, begun?.userErrors ?? []);
      const edit = begun.calculatedOrder;
      const { nodes, pageInfo } = edit.lineItems;
      const line = nodes.find((node) => numberOf(node.id) === numberOf(lineId));
      if (!line && pageInfo.hasNextPage)
        return cannot('The order has too many lines. Take the units off in Shopify.', 'TOO_LONG');
      const wanted = current - quantity;
      // A line without units may be missing from the edit.
      const found = line?.quantity ?? 0;
      if (found === wanted) return { outcome: 'done', reference: null };
      if (!line || found !== current)
        return cannot(
          `The line has ${found} units instead of ${current}: the order was edited meanwhile. Look at it before you go on.`,
          'QUANTITY_CHANGED',
        );

      const variables = { editId: edit.id, lineId: line.id, quantity: wanted };
      const { orderEditSetQuantity: set } = await client.request(shop, SET_QUANTITY, variables);
      if (!set?.calculatedLineItem) return refused(WHAT, set?.userErrors ?? []);

      const { orderEditCommit: committed } = await client.request(shop, COMMIT_EDIT, {
        editId: edit.id,
        note,
      });
      if (!committed) throw new OutcomeUnclear('Shopify did not say what became of the edit');
      if (committed.userErrors.length > 0) return refused(WHAT, committed.userErrors);
      return { outcome: 'done', reference: committed.order?.id ?? null };
    },
  };
}
