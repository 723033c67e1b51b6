import { z } from 'zod';
import type { Db } from '../../db.server';
import { ItemId, LineId, LocationId, OrderId, type ShopId } from '../../domain/ids';
import type { Demand, Tx } from '../../ports';

type DemandPart = Pick<
  Tx,
  | 'demandOfOrder'
  | 'demandOfItem'
  | 'itemsInDemand'
  | 'forgetShares'
  | 'hasNewsOfOlder'
  | 'replaceDemand'
  | 'setAllocated'
  | 'saveStock'
>;

/** In the key, "not routed yet" is an empty string, since a key can't hold null. */
const Row = z.object({
  orderId: OrderId,
  lineId: LineId,
  itemId: ItemId,
  locationId: z.union([z.literal('').transform(() => null), LocationId]),
  quantity: z.number(),
  orderedAt: z.date(),
  priority: z.number(),
  allocated: z.number().nullable(),
});

export function demandRows(db: Db, shop: ShopId): DemandPart {
  const find = async (of: { orderId: string } | { itemId: string }): Promise<Demand[]> => {
    const rows = await db.demand.findMany({
      where: { shop, ...of },
      orderBy: [{ orderedAt: 'asc' }, { orderId: 'asc' }, { lineId: 'asc' }, { locationId: 'asc' }],
    });
    return rows.map((row) => Row.parse(row));
  };

  return {
    demandOfOrder: (orderId) => find({ orderId }),
    demandOfItem: (itemId) => find({ itemId }),

    async itemsInDemand({ waitedFor, after = null, take = null }) {
      const rows = await db.$queryRaw<{ itemId: string }[]>`
        select distinct "itemId" from "Demand"
        where "shop" = ${shop} and (not ${waitedFor} or "allocated" is null or "allocated" < "quantity")
          and "itemId" > coalesce(${after}::text, '')
        order by "itemId" limit ${take}::int`;
      return rows.map((row) => ItemId.parse(row.itemId));
    },

    forgetShares: (feedLocations, take) => db.$executeRaw`
      update "Demand" d set "allocated" = null from (
        select "orderId", "lineId", "locationId" from "Demand"
        where "shop" = ${shop} and "allocated" is not null
          and not ("locationId" = any(${[...feedLocations]}::text[]) and "allocated" < "quantity")
        limit ${take}
      ) known
      where d."shop" = ${shop} and d."orderId" = known."orderId" and d."lineId" = known."lineId"
        and d."locationId" = known."locationId"`,

    async hasNewsOfOlder(orderId, by) {
      const [answer] = await db.$queryRaw<{ found: boolean }[]>`
        select exists (
          select from "Demand" own
          join "Demand" older on older."shop" = own."shop" and older."itemId" = own."itemId"
            and older."locationId" <> '' and (older."orderedAt", older."orderId") < (own."orderedAt", own."orderId")
          join "Task" t on t."shop" = own."shop" and t."kind" = 'look-at-order'
            and t."payload"->>'orderId' = older."orderId"
            and (t."status" = 'claimed' or (t."status" = 'waiting' and t."dueAt" <= ${by}))
          where own."shop" = ${shop} and own."orderId" = ${orderId}) as "found"`;
      return answer?.found ?? false;
    },

    async replaceDemand(orderId, rows) {
      const wanted = JSON.stringify(
        rows.map((row) => ({ ...row, locationId: row.locationId ?? '' })),
      );
      await db.$executeRaw`
        delete from "Demand" d where d."shop" = ${shop} and d."orderId" = ${orderId} and not exists (
          select from jsonb_to_recordset(${wanted}::jsonb) as v("lineId" text, "locationId" text)
          where v."lineId" = d."lineId" and v."locationId" = d."locationId")`;
      await db.$executeRaw`
        insert into "Demand" ("shop", "orderId", "lineId", "locationId", "itemId", "quantity", "orderedAt", "priority")
        select ${shop}, ${orderId}, v.* from jsonb_to_recordset(${wanted}::jsonb)
          as v("lineId" text, "locationId" text, "itemId" text, "quantity" int, "orderedAt" timestamptz, "priority" int)
        on conflict ("shop", "orderId", "lineId", "locationId") do update set "itemId" = excluded."itemId",
          "quantity" = excluded."quantity", "orderedAt" = excluded."orderedAt", "priority" = excluded."priority"`;
    },

    async setAllocated(rows) {
      if (rows.length === 0) return;
      const given = JSON.stringify(
        rows.map((row) => ({ ...row, locationId: row.locationId ?? '' })),
      );
      await db.$executeRaw`
        update "Demand" d set "allocated" = v."allocated"
        from jsonb_to_recordset(${given}::jsonb)
          as v("orderId" text, "lineId" text, "locationId" text, "allocated" int)
        where d."shop" = ${shop} and d."orderId" = v."orderId" and d."lineId" = v."lineId"
          and d."locationId" = v."locationId"`;
    },

    /** A reading that arrives late doesn't replace a newer one. */
    async saveStock(levels, readAt) {
      if (levels.length === 0) return;
      await db.$executeRaw`
        insert into "Stock" ("shop", "itemId", "locationId", "available", "onHand", "committed", "setAside", "readAt")
        select ${shop}, v.*, ${readAt} from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb)
          as v("itemId" text, "locationId" text, "available" int, "onHand" int, "committed" int, "setAside" int)
        on conflict ("shop", "itemId", "locationId") do update set "available" = excluded."available",
          "onHand" = excluded."onHand", "committed" = excluded."committed", "setAside" = excluded."setAside",
          "readAt" = excluded."readAt"
        where "Stock"."readAt" <= excluded."readAt"`;
    },
  };
}
