import type { Db } from '../../db.server';
import { OrderId, type ShopId } from '../../domain/ids';

/** A customer whose key was erased is nobody: the empty key stands for many. */
export async function ordersOfCustomer(
  db: Db,
  shop: ShopId,
  customerKey: string,
): Promise<OrderId[]> {
  if (customerKey === '') return [];
  const of = { where: { shop, customerKey }, select: { orderId: true } };
  const found = [...(await db.case.findMany(of)), ...(await db.message.findMany(of))];
  return [...new Set(found.map(({ orderId }) => OrderId.parse(orderId)))].toSorted();
}
