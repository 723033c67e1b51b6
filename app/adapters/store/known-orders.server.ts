import type { Db } from '../../db.server';
import { OrderId, type ShopId } from '../../domain/ids';
import { CaptureMethod } from '../../domain/settings';
import type { Tx } from '../../ports';

type KnownPart = Pick<Tx, 'knowOrder' | 'unknownOf' | 'captureEvidence'>;

export function knownOrderRows(db: Db, shop: ShopId): KnownPart {
  return {
    async knowOrder({ orderId, updatedAt, evidence }) {
      const gateway = evidence?.gateway ?? null;
      const method = evidence?.method ?? null;
      // What an order showed once it goes on showing: a later look may see less of it.
      await db.$executeRaw`
        insert into "KnownOrder" ("shop", "orderId", "updatedAt", "gateway", "captureMethod")
        values (${shop}, ${orderId}, ${updatedAt}, ${gateway}, ${method})
        on conflict ("shop", "orderId") do update set
          "updatedAt" = greatest("KnownOrder"."updatedAt", excluded."updatedAt"),
          "gateway" = coalesce(excluded."gateway", "KnownOrder"."gateway"),
          "captureMethod" = coalesce(excluded."captureMethod", "KnownOrder"."captureMethod")
        where "KnownOrder"."updatedAt" < excluded."updatedAt"
          or ("KnownOrder"."gateway", "KnownOrder"."captureMethod") is distinct from (
            coalesce(excluded."gateway", "KnownOrder"."gateway"),
            coalesce(excluded."captureMethod", "KnownOrder"."captureMethod")
          )`;
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
