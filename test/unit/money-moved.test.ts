import { movedByOthers } from '../../app/domain/decide/money-seen';
import type { OrderSnapshot } from '../../app/domain/order';
import { aCase, order as orderId } from '../support/store-rows';
import { aShop, anOrder } from '../support/builders';

const AT = new Date('2026-03-02T15:00:00Z');

/** Somebody voids the authorization. Shopify's row for it has no amount of its own (recorded: 0.0). */
async function voided(): Promise<OrderSnapshot> {
  const shop = await aShop().opens('2026-03-02 09:00');
  const { id } = shop.place(anOrder().of('MUG'));
  shop.shopify.voidByMerchant(id);
  const order = await shop.deps.shopify.readOrder(shop.shopId, id);
  if (order === null) throw new Error('There is no order');
  const transactions = order.transactions.map((t) =>
    t.kind === 'void' ? { ...t, amount: { ...t.amount, amount: '0.00' } } : t,
  );
  return { ...order, transactions };
}

it('a void by somebody else is recorded with what was authorized', async () => {
  const before = aCase(orderId(1), { seenTransactions: [] });
  const { timeline } = movedByOthers(before, await voided(), [], AT);
  const found = timeline.find(({ detail }) => detail['what'] === 'void');
  expect(found?.detail['amount']).toMatchObject({ amount: '20.00' });
});
