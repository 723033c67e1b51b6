import { play } from './play';
import { readTable } from './table';
import { ledgerOf } from './told';

/* Each row of the table, played. A row that fails is named by its id; the sources in its last column say who is right. */

describe('the money of', () => {
  it.each(readTable())('$id: $order, $stock, $reaction, $actor', async (row) => {
    const played = await play(row);
    const charged = played.shop.shopify.takenOf(played.order.id).amount;
    const happened = { row: row.id, ledger: await ledgerOf(played), charged };
    expect(happened).toEqual({ row: row.id, ledger: row.expected, charged: row.charged });
  });
});
