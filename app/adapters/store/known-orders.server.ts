import type { Db } from '../../db.server';
import { OrderId, type ShopId } from '../../domain/ids';
import { CaptureMethod } from '../../domain/settings';
import type { Tx } from '../../ports';

type KnownPart = Pick<
  Tx,
  'knowOrder' | 'readAtOf' | 'keepQuiet' | 'quietUntil' | 'unknownOf' | 'captureEvidence'
>;

export function knownOrderRows(db: Db, shop: ShopId): KnownPart {
  const find = (orderId: OrderId) =>
    db.knownOrder.findUnique({
      where: { shop_orderId: { shop, orderId } },
      select: { readAt: true, quietUntil: true },
    });

  return {
    async knowOrder({ orderId, readAt, updatedAt, evidence }) {
      const gateway = evidence?.gateway ?? null;
      const method = evidence?.method ?? null;
      // What an order showed once it goes on showing: a later look may see less of it.
      await db.$executeRaw`
        insert into "KnownOrder" ("shop", "orderId", "readAt", "updatedAt", "gateway", "captureMethod")
        values (${shop}, ${orderId}, ${readAt}, ${updatedAt}, ${gateway}, ${method})
        on conflict ("shop", "orderId") do update set
          "readAt" = greatest("KnownOrder"."readAt", excluded."readAt"),
          "updatedAt" = greatest("KnownOrder"."updatedAt", excluded."updatedAt"),
          "gateway" = coalesce(excluded."gateway", "KnownOrder"."gateway"),
          "captureMethod" = coalesce(excluded."captureMethod", "KnownOrder"."captureMethod")`;
    },

    async readAtOf(orderId) {
      return (await find(orderId))?.readAt ?? null;
    },

    async keepQuiet(orderId, until) {
      await db.$executeRaw`
        update "KnownOrder" set "quietUntil" = ${until}
        where "shop" = ${shop} and "orderId" = ${orderId}
          and ("quietUntil" is null or "quietUntil" < ${until})`;
    },

    async quietUntil(orderId) {
      return (await find(orderId))?.quietUntil ?? null;
    },

    async unknownOf(changed) {
      const rows = await db.knownOrder.findMany({
        where: { shop, orderId: { in: changed.map(({ id }) => id) } },
        select: { orderId: true, updatedAt: true },
      });
      const known = new Map(rows.map((row) => [OrderId.parse(row.orderId), row.updatedAt]));
      return changed.flatMap(({ id, updatedAt }) => {
        const seen = known.get(id);
        return seen === undefined || seen < updatedAt ? [id] : [];
      });
    },

    async captureEvidence(since) {
      const rows = await db.knownOrder.groupBy({
        by: ['gateway', 'captureMethod'],
        where: { shop, updatedAt: { gte: since }, captureMethod: { not: null } },
        _count: true,
        orderBy: [{ gateway: 'asc' }, { captureMethod: 'asc' }],
      });
      return rows.map((row) => ({
        gateway: row.gateway ?? '',
        method: CaptureMethod.parse(row.captureMethod),
        orders: row._count,
      }));
    },
  };
}
